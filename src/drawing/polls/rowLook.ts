import type { SpacePx } from './space.ts'
import { lineCount, textWidthAnyScript } from '../textWidthAnyScript.ts'

/** Type and spacing of rows of labelled bars; sizes in px unless said otherwise. */
export interface RowLook {
  /** Type of the labels. */
  size: number
  /** Height of a line of labels, as a share of `size`. */
  leading: number
  /** Thickness of a bar. */
  track: number
  /** Between two rows. */
  gap: number
  /** Whether labels are set at 75% of their width. */
  condensed: boolean
  /** Height of the line of numbers. */
  line: number
  /**
   * `above`: label and numbers above the bar. `beside`: the label above the bar, over the whole width, and the numbers
   * to the right of the bar. `inline`: label, bar and numbers in one line.
   */
  form: 'above' | 'beside' | 'inline'
  /** Width of the labels' column in the form `inline`, else 0. */
  column: number
  /** CSS zoom; less than 1 where even the smallest look does not fit. */
  zoom: number
}

export interface RowOptions {
  /** How many bars each row has on named lines of their own; 0 for one bar without a name. */
  named?: number
  /** px beside every label that it may not use. */
  aside?: number
  /** Whether a label may have a tag such as `right`. */
  tagged?: boolean
}

/** Width of the numbers beside a label. */
const NUMBERS_PX = 190
/** Width of a tag after a label. */
const TAG_PX = 74
/** Between a label and its bar. */
const LABEL_GAP_PX = 3
/** Share of the width that the label column may take, so that enough is left for the bars. */
const MAX_COLUMN_SHARE = 0.5

type Form = Omit<RowLook, 'column' | 'zoom'>

const PLAIN = { leading: 1.25, line: 18, condensed: false }
const CLOSE = { leading: 1.12, condensed: true }
/** In order of preference: the first that fits is used. */
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

/** Height in px of rows with these labels; infinite where the labels are too long for the form. */
export function rowsHeight(labels: string[], look: Form, width: number, options: RowOptions = {}): number {
  const { named = 0, aside = 0 } = options
  const { size, leading, line, track, gap, condensed } = look
  if (look.form === 'inline') {
    const fits = named < 2 && columnOf(labels, look, options) <= (width - aside) * MAX_COLUMN_SHARE
    return fits ? labels.length * (Math.max(size * leading, line, track) + gap) - gap : Infinity
  }
  const label = width - aside - (look.form === 'above' ? NUMBERS_PX : 0)
  const bars = look.form === 'above' ? LABEL_GAP_PX + track : Math.max(1, named) * line
  return labels.reduce((sum, text) => sum + lineCount(text, label, size, condensed) * size * leading + bars + gap, -gap)
}

/** The first look in which all rows fit, or else the smallest one, zoomed out until it fits. */
export function rowLook(labels: string[], { width, height }: SpacePx, options: RowOptions = {}): RowLook {
  const forms
    = options.named === undefined
      ? FORMS
      : FORMS.map(form => (form.form === 'above' ? { ...form, form: 'beside' as const } : form))
  const look = forms.find(form => rowsHeight(labels, form, width, options) <= height)
  return look
    ? { ...look, column: look.form === 'inline' ? columnOf(labels, look, options) : 0, zoom: 1 }
    : { ...TIGHTEST, column: 0, zoom: Math.min(1, height / rowsHeight(labels, TIGHTEST, width, options)) }
}

/** Width in px of the longest label in one line, with its tag. */
function columnOf(labels: string[], { size, condensed }: Form, { tagged }: RowOptions): number {
  return Math.ceil(Math.max(...labels.map(label => textWidthAnyScript(label, size, condensed)))) + (tagged ? TAG_PX : 0)
}

/** Below this type size two votes are not given a named line each. */
const MIN_NAMED_SIZE_PX = 17

/**
 * The look of two votes on the same options: each vote on a named line of its own if that fits, else both on one line.
 *
 * @param labels of the options
 * @param space for the rows
 * @param space.width px
 * @param space.height px, from which `head` is taken where the lines have no names
 * @param head height in px of the line that says which vote is which
 */
export function twoVotesLook(
  labels: string[],
  { width, height }: SpacePx,
  head: number,
): { named: boolean, look: RowLook } {
  const named = rowLook(labels, { width, height }, { named: 2, tagged: true })
  return named.size >= MIN_NAMED_SIZE_PX
    ? { named: true, look: named }
    : { named: false, look: rowLook(labels, { width, height: height - head }, { named: 1, tagged: true }) }
}

/** A look as CSS custom properties, which the style sheets of the rows use. */
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
