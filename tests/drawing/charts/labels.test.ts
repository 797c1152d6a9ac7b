import type { SmallPoint } from './support/smallSeries.ts'
import { describe, expect, it } from 'vitest'
import { fitLabels, heightOf, labelTexts } from '../../../src/drawing/charts/labels.ts'
import { textWidth } from '../../../src/drawing/textMetrics.ts'
import { seriesOf, textOf } from './support/smallSeries.ts'

const SHORT: SmallPoint[] = [{ label: 'GPT-4', detail: '2023', value: 1 }, { label: 'Llama', value: 2 }]
const DETAIL = 'a detail that is too long for the line of its label'
/** px in which the detail fits alone and not behind its label. */
const COLUMN = textWidth(DETAIL, 19)
const LONG: SmallPoint[] = [{ label: 'GPT-4', detail: DETAIL, value: 1 }, { label: 'Llama', value: 2 }]

describe('labels', () => {
  it.each<[what: string, points: SmallPoint[], wanted: number, first: string[], size: number]>([
    ['have the detail under them where a row has the room', SHORT, 130, ['GPT-4', '2023'], 30],
    ['are smaller in lower rows', SHORT, 60, ['GPT-4', '2023'], 22],
    ['have the detail beside them where two lines do not fit', SHORT, 40, ['GPT-4 2023'], 20],
    ['are smaller where a detail fits neither under nor beside them', LONG, 47, ['GPT-4', DETAIL], 18],
    ['are smallest where nothing fits', LONG, 20, ['GPT-4', DETAIL], 18],
  ])('%s', (_, points, wanted, first, size) => {
    const { blocks, sizes } = fitLabels(seriesOf(points).points, wanted, COLUMN)
    const lines = blocks.slice(0, 1).flatMap(block => labelTexts(block, { middle: 0, right: 300 }, sizes, false))
    expect(lines.map(textOf)).toEqual(first)
    expect(sizes.label).toBe(size)
  })

  it('wrap in their column and are centred on their row', () => {
    const { blocks, sizes } = fitLabels(
      seriesOf([{ label: 'Carnegie Mellon and many other places', value: 1 }, { value: 2 }]).points,
      90,
      210,
    )
    const [block] = blocks
    const lines = block ? labelTexts(block, { middle: 100, right: 300 }, sizes, false) : []
    expect(lines.map(textOf)).toEqual(['Carnegie Mellon', 'and many other', 'places'])
    expect(lines.map(line => [line.x, line.anchor])).toEqual(lines.map(() => [300, 'end']))
    expect(lines[1]?.y).toBeCloseTo(100 + 0.345 * sizes.label, 6)
    expect(block && heightOf(block, sizes)).toBeCloseTo(3 * 1.16 * sizes.label, 6)
  })

  it('of two lines have no detail beside them', () => {
    const { blocks, sizes } = fitLabels(
      seriesOf([{ label: 'An incomprehensibility', detail: '2023', value: 1 }, { value: 2 }]).points,
      20,
      200,
    )
    expect(
      blocks
        .slice(0, 1)
        .flatMap(block => labelTexts(block, { middle: 0, right: 300 }, sizes, false))
        .map(textOf),
    ).toEqual(['An', 'incomprehensibility', '2023'])
  })

  it('shrink without shrinking the values', () => {
    const { sizes, valueSize } = fitLabels(seriesOf(LONG).points, 47, COLUMN)
    expect([sizes.label, valueSize]).toEqual([18, 24])
  })
})
