import type { Box } from '../../src/drawing/textMetrics.ts'
import type { TimelinePicture } from '../../src/drawing/timeline.ts'
import type { TimelineLane } from '../../src/drawing/timelineEvents.ts'
import { textWidth } from '../../src/drawing/textMetrics.ts'

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** What is wrong with a picture, in words. */
export function faultsOf({ width, height, axis, lanes }: TimelinePicture): string[] {
  const events = lanes.flatMap(it => it.events)
  const inside = ({ x, y, width: w, height: h }: Box) => x >= 0 && y >= -0.01 && x + w <= width && y + h <= height + 0.01
  const names = lanes.flatMap(({ name, nameY }): Box[] => name ? [{ x: 0, y: nameY - 18, width: textWidth(name, 22, true), height: 20 }] : [])
  return [
    ...events.filter(it => !inside(it.text)).map(it => `${it.event.label} leaves the picture`),
    ...events.filter(it => overlap(it.text, { ...axis, y: axis.y - 12, height: axis.height + 24 })).map(it => `${it.event.label} lies on the marks of the axis`),
    ...events.filter(it => it.x < axis.x || it.x > axis.x + axis.width).map(it => `${it.event.label} is off the axis`),
    ...events.filter(it => it.bar && (it.bar.width < 0 || it.bar.x < axis.x || it.bar.x + it.bar.width > axis.x + axis.width + 0.01)).map(it => `the period of ${it.event.label} is off the axis`),
    ...names.filter(box => events.some(it => overlap(it.text, box))).map(() => 'a label lies on the name of a lane'),
    ...events.flatMap((a, i) => events.slice(i + 1).filter(b => overlap(a.text, b.text)).map(b => `${a.event.label} overlaps ${b.event.label}`)),
    ...lanes.flatMap(lane => lane.events.flatMap(a => lane.events
      .filter(b => a !== b && overlap(b.text, { x: a.x, y: Math.min(...a.stem), width: 0.1, height: Math.abs(a.stem[1] - a.stem[0]) }))
      .map(b => `the stem of ${a.event.label} crosses ${b.event.label}`))),
    ...lanes.flatMap(lane => lane.events.slice(1).filter((it, i) => it.x < (lane.events[i]?.x ?? 0)).map(it => `${it.event.label} stands before an earlier event`)),
  ]
}

/** Every n-th label, so that at most `most` are left. */
export function some(lane: TimelineLane, most: number): string[] {
  const { events } = lane.series
  return events.filter((_, i) => i % Math.ceil(events.length / most) === 0).map(it => it.label)
}
