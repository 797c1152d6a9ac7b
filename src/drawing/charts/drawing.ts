import type { Status } from '../../content/evidenceSchema.ts'
import { textWidth } from '../textMetrics.ts'

/** Lens colour, or the grey of what is there for comparison. */
export type Tone = 'lens' | 'neutral'

/** A bar, or a dot by its bounding box; px. */
export interface Mark {
  shape: 'bar' | 'dot'
  x: number
  y: number
  width: number
  height: number
  tone: Tone
  status: Status
  /** Where the true number lies, if not at the value: a bar ends in an arrow outwards or in a notch inwards. */
  open?: 'right' | 'left' | undefined
  /** The end of a bar at which its value is; the other one is at zero. */
  end?: 'right' | 'left' | undefined
  /** Belongs to an emphasised point, which may come with a click. */
  emphasis: boolean
}

export interface Rule {
  x1: number
  y1: number
  x2: number
  y2: number
  /** Axis and zero line, hairline of a grid, what leads the eye to a dot, the link between two, or an event. */
  role: 'axis' | 'grid' | 'guide' | 'link' | 'event'
}

/** A line from one point of a line chart to the next, as SVG path data. */
export interface Segment {
  d: string
  tone: Tone
  /** Whether the number at either end is not `reported`. */
  dashed: boolean
}

export interface Run {
  text: string
  /** px */
  size: number
  /** Values are set at 75% width, those of a second measure lighter. */
  voice: 'value' | 'second' | 'strong' | 'plain' | 'quiet'
}

/** One line of text, of runs in several sizes; `y` is its baseline. px */
export interface TextLine {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  runs: Run[]
  emphasis: boolean
  /** Lies on a mark: on a solid one in the lens colour, or on a tint or grey. */
  on?: 'lens' | 'pale' | undefined
}

/** Where a number is missing: always of one size, beside the axis and never on it. px */
export interface Blank { x: number, y: number, width: number, height: number }

export interface Drawing {
  width: number
  height: number
  rules: Rule[]
  segments: Segment[]
  marks: Mark[]
  texts: TextLine[]
  blanks: Blank[]
}

/** A rectangle by its edges, px. */
export interface Bounds {
  left: number
  right: number
  top: number
  bottom: number
}

/** px; no text of a chart is smaller, so that the back of a hall can read it, but for the ticks of an axis. */
export const SMALL = 18
/** px */
export const TICK = 17
/** px by which the arrow of a value that says "more than" runs beyond it. */
export const ARROW = 16
/** px by which the end of a bar that says "less than" is notched. */
export const NOTCH = 12
/** px between a mark and its value. */
export const GAP = 9

/** Width of runs of text in one line, px; an upper bound as in `textWidth`. */
export function runsWidth(runs: Run[]): number {
  return runs.reduce((sum, { text, size, voice }) => sum + textWidth(text, size, isCondensed(voice)), 0)
}

function isCondensed(voice: Run['voice']): boolean {
  return voice === 'value' || voice === 'second'
}

/** Bounds of a line of text, ascenders and descenders included. */
export function textBounds({ x, y, anchor, runs }: TextLine): Bounds {
  const width = runsWidth(runs)
  const size = Math.max(...runs.map(run => run.size))
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - 0.76 * size, bottom: y + 0.22 * size }
}

/** Bounds of a mark or a blank. */
export function markBounds({ x, y, width, height }: Blank): Bounds {
  return { left: x, right: x + width, top: y, bottom: y + height }
}

/** Baseline of text whose capitals are centred on `middle`; px */
export function baseline(middle: number, size: number): number {
  return middle + 0.345 * size
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Bounds, b: Bounds): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
