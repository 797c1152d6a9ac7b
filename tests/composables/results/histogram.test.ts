import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOf } from '../../../composables/results/flag.ts'
import { HISTOGRAM, layOutHistogram } from '../../../composables/results/histogram.ts'
import { estimatePoll, estimatesOf, SLACK, SPACE } from './polls.ts'

/** The words of the median beside a reference: the line they belong to, the pen's strokes, and from where to where they run. */
function medianBeside(median: number, reference: [number, number]) {
  const poll = estimatePoll()
  const drawing = layOutHistogram(poll, estimatesOf(poll, [0, median, 100]), reference, SPACE)
  const [left, right] = drawing.median ? spanOf(drawing.median, HISTOGRAM.size) : []
  return { line: drawing.median?.x ?? Number.NaN, strokes: reference.map(it => it / 100 * SPACE.width), left: left ?? Number.NaN, right: right ?? Number.NaN, text: drawing.median?.text }
}

describe('the words of the median', () => {
  it('are centred on their line where the pen leaves them alone', () => {
    const { line, left, right } = medianBeside(30, [80, 80])
    expect((left + right) / 2).toBeCloseTo(line, 6)
  })

  it.each<[where: string, median: number, reference: [number, number]]>([
    ['a stroke at their right', 46, [55, 55]],
    ['a stroke just right of the line', 46, [47, 47]],
    ['a stroke on the line', 46, [46, 46]],
    ['a stroke left of the line where there is no room after it', 91, [88, 88]],
    ['a box that begins in them', 46, [55, 80]],
    ['a box whose both ends are in them', 46, [42, 55]],
  ])('end before %s', (_, median, reference) => {
    const { right, strokes } = medianBeside(median, reference)
    expect(right).toBeCloseTo((strokes[0] ?? 0) - 8, 6)
  })

  it.each<[where: string, median: number, reference: [number, number]]>([
    ['a stroke at their left', 55, [46, 46]],
    ['a stroke just left of the line', 55, [54, 54]],
    ['a stroke right of the line where there is no room before it', 8, [12, 12]],
  ])('start after %s', (_, median, reference) => {
    const { left, strokes } = medianBeside(median, reference)
    expect(left).toBeCloseTo((strokes[1] ?? 0) + 8, 6)
  })

  it('are crossed by no stroke, stay in the picture, and are as near to their line as they can be', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 60, noNaN: true }), (median, from, wide) => {
      const { line, left, right, strokes } = medianBeside(median, [from, Math.min(100, from + wide)])
      expect([left, right].every(it => it >= -SLACK && it <= SPACE.width + SLACK)).toBe(true)
      const isClear = (start: number) => strokes.every(it => it <= start - 8 + SLACK || it >= start + right - left + 8 - SLACK)
      expect(isClear(left)).toBe(true)
      const away = (start: number) => Math.max(0, start - line, line - start - (right - left))
      const nearer = Array.from({ length: Math.floor(SPACE.width - right + left) }, (_, it) => it).filter(it => isClear(it) && away(it) < away(left) - SLACK)
      expect(nearer).toEqual([])
    }))
  })

  it('are fewer where all of them fit nowhere', () => {
    expect(medianBeside(50, [30, 66])).toMatchObject({ text: 'half the room below 50%' })
    expect(medianBeside(50, [33, 67])).toMatchObject({ text: 'half below 50%' })
  })
})
