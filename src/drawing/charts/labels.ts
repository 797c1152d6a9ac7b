import type { SeriesPoint } from '../../content/evidenceSchema.ts'
import type { TextLine } from './drawing.ts'
import { textWidth, wrapText } from '../textMetrics.ts'
import { baseline, SMALL } from './drawing.ts'

/** Type in px by the height of a row: the fewer the rows, the larger, for the back of a hall. */
const SIZES = [
  { from: 120, label: 30, small: 20, value: 44 },
  { from: 86, label: 27, small: 20, value: 36 },
  { from: 64, label: 24, small: 19, value: 30 },
  { from: 48, label: 22, small: SMALL, value: 27 },
  { from: 36, label: 20, small: SMALL, value: 24 },
] as const
const SMALLEST = { from: 0, label: SMALL, small: SMALL, value: 21 } as const

type Sizes = Pick<typeof SIZES[number] | typeof SMALLEST, 'label' | 'small' | 'value'>

/** A label and its detail, in lines; `beside` puts a detail of one line after a label of one line. */
export interface RowLabel {
  label: string[]
  detail: string[]
  beside: boolean
}

export interface Labels {
  blocks: RowLabel[]
  sizes: Sizes
  /** Size of the values, which does not shrink with labels that need to. */
  valueSize: number
}

/** Line height as a share of the type size. */
const LEADING = 1.16
/** px between the labels of two rows, so that a detail is not read with the label below. */
export const ROW_GAP = 4

/**
 * The labels of rows in the largest size in which all of them fit: details under their labels, else beside them, else
 * smaller.
 *
 * @param wanted px that a row should be high
 * @param column px that the labels may be wide
 */
export function fitLabels(points: SeriesPoint[], wanted: number, column: number): Labels {
  const options = [...SIZES.filter(size => wanted >= size.from), SMALLEST]
  const valueSize = options[0]?.value ?? SMALLEST.value
  for (const sizes of options) {
    const under = points.map(point => detailBelow(point, sizes, column))
    if (under.every(block => heightOf(block, sizes) + ROW_GAP <= wanted))
      return { blocks: under, sizes, valueSize }
    const beside = under.map(block => detailBeside(block, sizes, column))
    if (beside.every(block => heightOf(block, sizes) + ROW_GAP <= wanted))
      return { blocks: beside, sizes, valueSize }
  }
  return {
    blocks: points.map(point => detailBeside(detailBelow(point, SMALLEST, column), SMALLEST, column)),
    sizes: SMALLEST,
    valueSize,
  }
}

/** Height of the label of a row, px. */
export function heightOf({ label, detail, beside }: RowLabel, { label: size, small }: Sizes): number {
  return LEADING * (label.length * size + (beside ? 0 : detail.length * small))
}

/** The lines of one label, centred on the middle of its row and ending at `right`. */
export function labelTexts(
  block: RowLabel,
  { middle, right }: { middle: number, right: number },
  sizes: Sizes,
  strong: boolean,
): TextLine[] {
  const { label, detail, beside } = block
  const lines = [
    ...label.map((text): TextLine['runs'] => [
      { text, size: sizes.label, voice: strong ? 'strong' : 'plain' },
      ...(beside ? [{ text: ` ${detail[0]}`, size: sizes.small, voice: 'quiet' } as const] : []),
    ]),
    ...(beside ? [] : detail.map((text): TextLine['runs'] => [{ text, size: sizes.small, voice: 'quiet' }])),
  ]
  let top = middle - heightOf(block, sizes) / 2
  return lines.map((runs) => {
    const size = runs[0]?.size ?? sizes.label
    const y = baseline(top + LEADING * size / 2, size)
    top += LEADING * size
    return { x: right, y, anchor: 'end', runs, emphasis: false }
  })
}

function detailBelow({ label, detail }: SeriesPoint, { label: size, small }: Sizes, column: number): RowLabel {
  return { label: wrapText(label, column, size), detail: detail ? wrapText(detail, column, small) : [], beside: false }
}

function detailBeside(block: RowLabel, { label: size, small }: Sizes, column: number): RowLabel {
  const oneLine = block.label.length === 1 && block.detail.length === 1
  return {
    ...block,
    beside: oneLine && textWidth(`${block.label[0]} `, size) + textWidth(block.detail[0] ?? '', small) <= column,
  }
}
