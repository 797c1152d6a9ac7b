import type { Box } from './textMetrics.ts'
import type { TimelineWindow } from './timelineWindow.ts'

/** px that an arrow takes under the lower lane. */
export const ARROW_ROOM = 26

/** A drawn stroke from the window to an event, as SVG paths. */
export interface TimelineArrow { stroke: string, head: string }

interface Point { x: number, y: number }
interface LabelledEvent { event: { label: string }, x: number, stem: [from: number, to: number], text: Box }

/** px between the arrow and the text to which it points. */
const CLEARANCE = 7
/** px from the start of that text to the tip of the arrow. */
const TIP_AT = 26
/** Length of the two strokes of its head, px. */
const HEAD = 17
const SAMPLES = 24

/**
 * An arrow that leaves the window at its foot, swings below the lower lane and ends under the label of an event.
 *
 * @param title of the timeline, for the error
 * @param events of the lower lane
 * @throws {Error} where there is no window, the event is not in the lower lane or not to the right of the window, or
 * another event is in the way
 */
export function placeArrow(
  title: string,
  window: TimelineWindow & { height: number } | undefined,
  events: readonly LabelledEvent[],
  leadsTo: string,
): TimelineArrow {
  const target = events.find(item => item.event.label === leadsTo)
  if (window === undefined || target === undefined) {
    throw new Error(
      `${title}: an arrow leads from a window to an event of the second series; `
      + `give a window, and pick "${leadsTo}".`,
    )
  }
  const start = { x: window.x + window.width / 2, y: window.height + 3 }
  const end = { x: target.text.x + TIP_AT, y: target.text.y + target.text.height + CLEARANCE }
  const low = { x: start.x + (end.x - start.x) * 0.62, y: window.height + 2 * ARROW_ROOM - 8 }
  const at = (t: number): Point => ({ x: bend(start.x, low.x, end.x, t), y: bend(start.y, low.y, end.y, t) })
  const samples = Array.from({ length: SAMPLES }, (_, i) => at((i + 1) / SAMPLES))
  const path = [start, ...samples]
  const inTheWay = events.find(item =>
    samples.some((point, i) => isInside(point, item.text) || isCut(path[i] ?? start, point, item)))
  if (end.x <= start.x + HEAD || inTheWay) {
    throw new Error(
      `${title}: the arrow to "${leadsTo}" has no free way`
      + `${inTheWay ? `: "${inTheWay.event.label}" stands in it` : ''}; pick fewer events or leave leadsTo out.`,
    )
  }
  const back = Math.atan2(end.y - low.y, end.x - low.x) + Math.PI
  const [left, right] = [-0.5, 0.5].map(turn => ({
    x: end.x + HEAD * Math.cos(back + turn),
    y: end.y + HEAD * Math.sin(back + turn),
  })) as [Point, Point]
  return {
    stroke: `M${format(start)}Q${format(low)} ${format(end)}`,
    head: `M${format(left)}L${format(end)}L${format(right)}`,
  }
}

/** A coordinate of a quadratic Bézier curve. */
function bend(from: number, control: number, to: number, t: number): number {
  return (1 - t) ** 2 * from + 2 * t * (1 - t) * control + t ** 2 * to
}

function isInside({ x, y }: Point, box: Box): boolean {
  return x > box.x - 3 && x < box.x + box.width + 3 && y > box.y && y < box.y + box.height
}

/** Whether a piece of the arrow, drawn from left to right, cuts the stem of an event. */
function isCut(from: Point, to: Point, { x, stem }: LabelledEvent): boolean {
  return x >= from.x && x <= to.x && from.y < Math.max(...stem) && from.y > Math.min(...stem)
}

function format({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`
}
