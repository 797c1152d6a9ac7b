import type { Status } from '../../content/evidenceSchema.ts'
import { textWidth } from '../textMetrics.ts'

/** Lens colour, or the quiet neutral of what the chart is not about. */
export type Tone = 'lens' | 'neutral'

/** A bar, or a dot within its box; px of the drawing. */
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

/** A stretch of a line chart: SVG path data. */
export interface Stretch {
  d: string
  tone: Tone
  /** Leads to a number that is not reported. */
  dashed: boolean
}

export interface Run {
  text: string
  /** px */
  size: number
  voice: 'strong' | 'plain' | 'quiet'
}

/** One line of text; `y` is its baseline. */
export interface Words {
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
  stretches: Stretch[]
  marks: Mark[]
  words: Words[]
}

export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Text on a slide is never smaller. */
export const SMALL = 15
/** Between a mark and its value. */
export const GAP = 9

/** px that runs of text take beside one another, at most. */
export function widthOf(runs: Run[]): number {
  return runs.reduce((sum, { text, size }) => sum + textWidth(text, size), 0)
}

/** The room that a line of text takes, ascenders and descenders included. */
export function boxOf({ x, y, anchor, runs }: Words): Box {
  const width = widthOf(runs)
  const size = Math.max(...runs.map(run => run.size))
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - 0.76 * size, bottom: y + 0.22 * size }
}

/** The room that a mark takes. */
export function markBox({ x, y, width, height }: Mark): Box {
  return { left: x, right: x + width, top: y, bottom: y + height }
}

/** Baseline of text of a size whose capitals are centred on `middle`. */
export function baseline(middle: number, size: number): number {
  return middle + 0.345 * size
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
