import type { Space } from './space.ts'
import { lineCount, textWidthAnyScript } from '../textWidthAnyScript.ts'

/** How rows of labelled bars are set, so that all of them fit. Sizes in px. */
export interface RowLook {
  /** Type of the labels. */
  size: number
  /** Of a line of labels, as a share of its type. */
  leading: number
  /** Thickness of a bar. */
  track: number
  /** Between two rows. */
  gap: number
  /** Labels at 75% width. */
  condensed: boolean
  /** Numbers and their line. */
  line: number
  /**
   * `above`: label and numbers over the bar; `beside`: numbers right of the bar, where labels need all the width;
   * `inline`: label, bar and numbers in one line.
   */
  form: 'above' | 'beside' | 'inline'
  /** The labels' column where all is in one line. */
  column: number
  /** Less than 1 where not even the tightest look fits. */
  zoom: number
}

export interface RowOptions {
  /** Bars of each row that have a line of their own, with its name; 0 for one bar without a name. */
  named?: number
  /** px that every label gives away at its side. */
  aside?: number
  /** Whether a label may have a tag such as `right`. */
  tagged?: boolean
}

/** px that the numbers of a row take beside its label, and a tag. */
const NUMBERS = 190
const TAG = 74
/** Between a label and its bar. */
export const INNER = 3
/** Of the width, so that the bars still have some. */
const MOST_FOR_COLUMN = 0.5

type Form = Omit<RowLook, 'column' | 'zoom'>

const PLAIN = { leading: 1.25, line: 18, condensed: false }
const CLOSE = { leading: 1.12, condensed: true }
/** The first that fits is taken. */
const FORMS: Form[] = [
  { ...PLAIN, form: 'above', size: 21, track: 20, gap: 13 },
  { ...PLAIN, form: 'above', size: 19, track: 16, gap: 10 },
  { ...PLAIN, form: 'above', size: 18, track: 12, gap: 7 },
  { ...PLAIN, form: 'inline', size: 20, track: 20, gap: 10 },
  { ...PLAIN, form: 'inline', size: 18, track: 18, gap: 8 },
  { ...PLAIN, form: 'inline', size: 17, track: 16, gap: 4 },
  { ...PLAIN, form: 'above', size: 17, track: 9, gap: 5 },
  { ...PLAIN, form: 'beside', size: 17, track: 12, gap: 5 },
  { ...PLAIN, form: 'beside', size: 16, track: 11, gap: 3, condensed: true },
  { ...PLAIN, ...CLOSE, form: 'beside', size: 15, track: 10, gap: 3 },
  { ...PLAIN, ...CLOSE, form: 'beside', size: 14, track: 9, gap: 4, line: 16 },
]
const TIGHTEST: Form = { ...PLAIN, ...CLOSE, form: 'beside', size: 14, track: 9, gap: 0, line: 16 }

/** px that rows of these labels take; infinite where they cannot be set so. */
export function rowsHeight(labels: string[], look: Form, width: number, options: RowOptions = {}): number {
  const { named = 0, aside = 0 } = options
  const { size, leading, line, track, gap, condensed } = look
  if (look.form === 'inline') {
    const fits = named < 2 && columnOf(labels, look, options) <= (width - aside) * MOST_FOR_COLUMN
    return fits ? labels.length * (Math.max(size * leading, line, track) + gap) - gap : Infinity
  }
  const label = width - aside - (look.form === 'above' ? NUMBERS : 0)
  const bars = look.form === 'above' ? INNER + track : Math.max(1, named) * line
  return labels.reduce((sum, text) => sum + lineCount(text, label, size, condensed) * size * leading + bars + gap, -gap)
}

/** The roomiest look in which all rows fit, or the tightest there is, made smaller where it has to. */
export function rowLook(labels: string[], { width, height }: Space, options: RowOptions = {}): RowLook {
  const forms
    = options.named === undefined
      ? FORMS
      : FORMS.map(form => (form.form === 'above' ? { ...form, form: 'beside' as const } : form))
  const look = forms.find(form => rowsHeight(labels, form, width, options) <= height)
  return look
    ? { ...look, column: look.form === 'inline' ? columnOf(labels, look, options) : 0, zoom: 1 }
    : { ...TIGHTEST, column: 0, zoom: Math.min(1, height / rowsHeight(labels, TIGHTEST, width, options)) }
}

/** px of the longest label, in one line with its tag. */
function columnOf(labels: string[], { size, condensed }: Form, { tagged }: RowOptions): number {
  return Math.ceil(Math.max(...labels.map(label => textWidthAnyScript(label, size, condensed)))) + (tagged ? TAG : 0)
}

/** Where labels would have to be smaller for it, two votes are not named line by line. */
const LEAST_NAMED = 17

/**
 * How two votes on the same options are set: each in a named line of its own where that fits, else both in one line.
 *
 * @param labels of the options
 * @param space of the rows; without names it is less by `head`
 * @param head px of the line that says which vote is which
 */
export function twoVotesLook(
  labels: string[],
  { width, height }: Space,
  head: number,
): { named: boolean, look: RowLook } {
  const named = rowLook(labels, { width, height }, { named: 2, tagged: true })
  return named.size >= LEAST_NAMED
    ? { named: true, look: named }
    : { named: false, look: rowLook(labels, { width, height: height - head }, { named: 1, tagged: true }) }
}

/** A look as the custom properties that the rows' style sheets read. */
export function styleOfRows({
  size,
  leading,
  track,
  gap,
  condensed,
  line,
  column,
  zoom,
}: RowLook): Record<string, string> {
  return {
    '--row-size': `${size}px`,
    '--row-leading': String(leading),
    '--row-track': `${track}px`,
    '--row-gap': `${gap}px`,
    '--row-line': `${line}px`,
    '--row-column': `${column}px`,
    '--row-stretch': condensed ? '75%' : '100%',
    ...zoom < 1 && { zoom: zoom.toFixed(3) },
  }
}
