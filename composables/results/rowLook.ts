import type { Space } from './space.ts'
import { lineCount } from './anyScript.ts'

/** How rows of labelled bars are set, so that all of them fit. Sizes in px. */
export interface RowLook {
  /** Type of the labels. */
  size: number
  /** Thickness of a bar. */
  track: number
  /** Between two rows. */
  gap: number
  /** Labels at 75% width. */
  condensed: boolean
  /** Numbers at the right of the label, or at the right of the bar where labels need all the width. */
  numbers: 'above' | 'beside'
}

export interface RowOptions {
  /** Bars of each row that have a line of their own, with its name; 0 for one bar without a name. */
  named?: number
  /** px that every label gives away at its side. */
  aside?: number
}

/** px that the numbers of a row take beside its label, and a tag such as `right`. */
const NUMBERS = 190
const LEADING = 1.25
/** Between a label and its bar. */
export const INNER = 3
/** Numbers of a bar are no smaller than this, and so is its line. */
const LINE = 18

const LOOKS: RowLook[] = [
  { size: 21, track: 20, gap: 13, condensed: false, numbers: 'above' },
  { size: 19, track: 16, gap: 10, condensed: false, numbers: 'above' },
  { size: 18, track: 12, gap: 7, condensed: false, numbers: 'above' },
  { size: 17, track: 9, gap: 5, condensed: false, numbers: 'above' },
  { size: 17, track: 12, gap: 5, condensed: false, numbers: 'beside' },
  { size: 16, track: 11, gap: 3, condensed: true, numbers: 'beside' },
  { size: 15, track: 10, gap: 1, condensed: true, numbers: 'beside' },
]
const TIGHTEST: RowLook = { size: 14, track: 9, gap: 0, condensed: true, numbers: 'beside' }

/** px that rows of these labels take. */
export function rowsHeight(labels: string[], look: RowLook, width: number, { named = 0, aside = 0 }: RowOptions = {}): number {
  const isBeside = look.numbers === 'beside' || named > 0
  const label = width - aside - (isBeside ? 0 : NUMBERS)
  const bars = named > 0 ? named * LINE : isBeside ? LINE : INNER + look.track
  return labels.reduce((sum, it) => sum + lineCount(it, label, look.size, look.condensed) * look.size * LEADING + bars + look.gap, -look.gap)
}

/** The roomiest look in which all rows fit, or the tightest there is. */
export function rowLook(labels: string[], { width, height }: Space, options: RowOptions = {}): RowLook {
  const looks = options.named === undefined ? LOOKS : LOOKS.map(it => ({ ...it, numbers: 'beside' as const }))
  return looks.find(it => rowsHeight(labels, it, width, options) <= height) ?? TIGHTEST
}

/**
 * How two votes on the same options are set: each in a named line of its own where that fits, else both in one line.
 */
export function twoVotesLook(labels: string[], space: Space): { named: boolean, look: RowLook } {
  const named = rowLook(labels, space, { named: 2 })
  return rowsHeight(labels, named, space.width, { named: 2 }) <= space.height
    ? { named: true, look: named }
    : { named: false, look: rowLook(labels, space, { named: 1 }) }
}

/** A look as the custom properties that the rows' style sheets read. */
export function styleOfRows({ size, track, gap, condensed }: RowLook): Record<string, string> {
  return { '--row-size': `${size}px`, '--row-track': `${track}px`, '--row-gap': `${gap}px`, '--row-stretch': condensed ? '75%' : '100%' }
}
