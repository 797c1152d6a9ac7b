import type { Box } from '../../../src/drawing/textMetrics.ts'
import type { TimelinePicture } from '../../../src/drawing/timeline.ts'
import type { TimelineLane } from '../../../src/drawing/timelineEvents.ts'
import { textWidth } from '../../../src/drawing/textMetrics.ts'

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** What is wrong with a picture, in words. */
export function faultsOf({ width, height, axis, lanes }: TimelinePicture): string[] {
  const events = lanes.flatMap(lane => lane.events)
  const inside = ({ x, y, width: w, height: h }: Box) =>
    x >= 0 && y >= -0.01 && x + w <= width && y + h <= height + 0.01
  const names = lanes.flatMap(({ name, nameY, nameAt }): Box[] => {
    const nameWidth = textWidth(name, 22, true)
    return name ? [{ x: nameAt === 'start' ? 0 : width - nameWidth, y: nameY - 18, width: nameWidth, height: 20 }] : []
  })
  return [
    ...events.filter(event => !inside(event.text)).map(event => `${event.event.label} leaves the picture`),
    ...events
      .filter(event => overlap(event.text, { ...axis, y: axis.y - 12, height: axis.height + 24 }))
      .map(event => `${event.event.label} lies on the marks of the axis`),
    ...events
      .filter(event => event.x < axis.x || event.x > axis.x + axis.width)
      .map(event => `${event.event.label} is off the axis`),
    ...events
      .filter(
        event =>
          event.bar
          && (event.bar.width < 0
            || event.bar.x < axis.x
            || event.bar.x + event.bar.width > axis.x + axis.width + 0.01),
      )
      .map(event => `the period of ${event.event.label} is off the axis`),
    ...names
      .filter(box => events.some(event => overlap(event.text, box)))
      .map(() => 'a label lies on the name of a lane'),
    ...events.flatMap((a, i) =>
      events
        .slice(i + 1)
        .filter(b => overlap(a.text, b.text))
        .map(b => `${a.event.label} overlaps ${b.event.label}`),
    ),
    ...lanes.flatMap(lane =>
      lane.events.flatMap(a =>
        lane.events
          .filter(
            b =>
              a !== b
              && overlap(b.text, {
                x: a.x,
                y: Math.min(...a.stem),
                width: 0.1,
                height: Math.abs(a.stem[1] - a.stem[0]),
              }),
          )
          .map(b => `the stem of ${a.event.label} crosses ${b.event.label}`),
      ),
    ),
    ...lanes.flatMap(lane =>
      lane.events
        .slice(1)
        .filter((event, i) => event.x < (lane.events[i]?.x ?? 0))
        .map(event => `${event.event.label} stands before an earlier event`),
    ),
  ]
}

/** Every n-th label, so that at most `most` are left. */
export function some(lane: TimelineLane, most: number): string[] {
  const { events } = lane.series
  return events.filter((_, i) => i % Math.ceil(events.length / most) === 0).map(event => event.label)
}
