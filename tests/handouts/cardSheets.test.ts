import type { CardBox, Mark } from '../../src/handouts/cardSheets.ts'
import { describe, expect, it } from 'vitest'
import { boxOf, cutMarks, sheetKindOf, sheetMargin, sheetSize, sheetsOf } from '../../src/handouts/cardSheets.ts'

const COUNTS = [4, 6, 8] as const
const COLUMNS = { 4: 2, 6: 2, 8: 4 } as const
const indexes = (perSheet: number) => Array.from({ length: perSheet }, (_, i) => i)
const right = ({ left, width }: CardBox) => left + width
const bottom = ({ top, height }: CardBox) => top + height
const inOrder = (marks: Mark[]) =>
  marks.map(mark => [mark.x1, mark.y1, mark.x2, mark.y2].map(n => n.toFixed(3)).join(' ')).sort()

describe.each(COUNTS)('%i cards a sheet', (perSheet) => {
  const size = sheetSize(perSheet)
  const isUpright = sheetKindOf(perSheet) === 'upright'
  /** The same place seen from behind, after the sheet was turned over its long edge. */
  const turnedBox = (box: CardBox): CardBox =>
    isUpright ? { ...box, left: size.width - right(box) } : { ...box, top: size.height - bottom(box) }
  const turnedMark = ({ x1, x2, y1, y2 }: Mark): Mark =>
    isUpright
      ? { x1: size.width - x2, x2: size.width - x1, y1, y2 }
      : { x1, x2, y1: size.height - y2, y2: size.height - y1 }
  const fronts = indexes(perSheet).map(index => boxOf(index, 'front', perSheet))

  it('lie row by row', () => {
    const rows = Map.groupBy(fronts, box => box.top)
    expect([...rows.values()].map(row => row.length)).toEqual(
      indexes(perSheet / COLUMNS[perSheet]).map(() => COLUMNS[perSheet]),
    )
    expect([...fronts].sort((a, b) => a.top - b.top || a.left - b.left)).toEqual(fronts)
  })

  it('have each back behind its front', () => {
    expect(indexes(perSheet).map(index => boxOf(index, 'back', perSheet))).toEqual(fronts.map(turnedBox))
  })

  it('touch and do not overlap', () => {
    expect(fronts.reduce((sum, front) => sum + front.width * front.height, 0)).toBeCloseTo(
      (Math.max(...fronts.map(right)) - Math.min(...fronts.map(front => front.left)))
      * (Math.max(...fronts.map(bottom)) - Math.min(...fronts.map(front => front.top))),
    )
  })

  it('have a mark at both ends of each cut, off the cards', () => {
    const marks = cutMarks(perSheet)
    for (const box of fronts) {
      for (const x of [box.left, right(box)])
        expect(marks.filter(mark => mark.x1 === x && mark.x2 === x)).toHaveLength(2)
      for (const y of [box.top, bottom(box)])
        expect(marks.filter(mark => mark.y1 === y && mark.y2 === y)).toHaveLength(2)
    }
    const [first, last] = [fronts[0] as CardBox, fronts.at(-1) as CardBox]
    const isOutside = ({ x1, x2, y1, y2 }: Mark) =>
      x2 < first.left || x1 > right(last) || y2 < first.top || y1 > bottom(last)
    expect(marks.filter(mark => !isOutside(mark))).toEqual([])
    expect(marks.every(mark => mark.x1 >= 0 && mark.y1 >= 0 && mark.x2 <= size.width && mark.y2 <= size.height)).toBe(
      true,
    )
  })

  it('have their marks at the same places on both sides', () => {
    const marks = cutMarks(perSheet)
    expect(inOrder(marks.map(turnedMark))).toEqual(inOrder(marks))
  })
})

describe('sheetsOf', () => {
  it.each([
    [0, []],
    [3, [[0, 1, 2]]],
    [4, [[0, 1, 2, 3]]],
    [9, [[0, 1, 2, 3], [4, 5, 6, 7], [8]]],
  ])('splits %i cards into sheets of four', (count, sheets) => {
    expect(sheetsOf(indexes(count), 4)).toEqual(sheets)
  })
})

describe('sheetMargin', () => {
  it.each([
    ['a4', 4, 210, 297],
    ['letter', 4, 215.9, 279.4],
    ['a4', 6, 210, 297],
    ['a4', 8, 297, 210],
    ['letter', 8, 279.4, 215.9],
  ] as const)('leaves %s just more room than a sheet of %i needs', (paper, perSheet, width, height) => {
    const size = sheetSize(perSheet)
    const [vertical = 0, horizontal = 0] = sheetMargin(paper, perSheet)
      .split(' ')
      .map(part => Number.parseFloat(part))
    expect(height - 2 * vertical - size.height).toBeCloseTo(0.2, 1)
    expect(width - 2 * horizontal - size.width).toBeCloseTo(0.2, 1)
  })
})
