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
  /** Belongs to an emphasised point, which may come with a click. */
  emphasis: boolean
}

export interface Rule {
  x1: number
  y1: number
  x2: number
  y2: number
  /** Axis and zero line, hairline of a grid, or the link between two dots. */
  role: 'axis' | 'grid' | 'link'
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
  voice: 'strong' | 'plain' | 'quiet'
}

/** One line of text, of runs in several sizes; `y` is its baseline. px */
export interface TextLine {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  runs: Run[]
  emphasis: boolean
}

export interface Drawing {
  width: number
  height: number
  rules: Rule[]
  segments: Segment[]
  marks: Mark[]
  texts: TextLine[]
}

/** A rectangle by its edges, px. */
export interface Bounds {
  left: number
  right: number
  top: number
  bottom: number
}

/** px; no text of a chart is smaller, so that the back of a hall can read it. */
export const SMALL = 15
/** px between a mark and its value. */
export const GAP = 9

/** Width of runs of text in one line, px; an upper bound as in `textWidth`. */
export function runsWidth(runs: Run[]): number {
  return runs.reduce((sum, { text, size }) => sum + textWidth(text, size), 0)
}

/** Bounds of a line of text, ascenders and descenders included. */
export function textBounds({ x, y, anchor, runs }: TextLine): Bounds {
  const width = runsWidth(runs)
  const size = Math.max(...runs.map(run => run.size))
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - 0.76 * size, bottom: y + 0.22 * size }
}

/** Bounds of a mark. */
export function markBounds({ x, y, width, height }: Mark): Bounds {
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
