import type { EstimateDefinition } from '../../../src/polls/kinds/estimate/schema.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelSpan } from '../../../src/drawing/polls/axisLabel.ts'
import { valueAt } from '../../../src/polls/kinds/estimate/axis.ts'
import { HISTOGRAM, layOutHistogram } from '../../../src/polls/kinds/estimate/histogram.ts'
import { formatPeople } from '../../../src/polls/people.ts'
import { anyAxis, anyPlace } from '../support/axes.ts'
import { estimatePoll, estimatesOf, SLACK, SPACE } from '../support/drawnPolls.ts'

/**
 * The words of the median beside a reference: the line they belong to, the pen's strokes, and from where to where they
 * run.
 */
function medianBeside(median: number, reference: [number, number]) {
  const poll = estimatePoll()
  const drawing = layOutHistogram(poll, estimatesOf(poll, [0, median, 100]), reference, SPACE)
  const [left, right] = drawing.median ? labelSpan(drawing.median, HISTOGRAM.size) : []
  return {
    line: drawing.median?.x ?? Number.NaN,
    strokes: reference.map(amount => (amount / 100) * SPACE.width),
    left: left ?? Number.NaN,
    right: right ?? Number.NaN,
    text: drawing.median?.text,
  }
}

describe('the label of the median', () => {
  it('is centred on its line without a reference nearby', () => {
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
  ])('ends before %s', (_, median, reference) => {
    const { right, strokes } = medianBeside(median, reference)
    expect(right).toBeCloseTo((strokes[0] ?? 0) - 8, 6)
  })

  it.each<[where: string, median: number, reference: [number, number]]>([
    ['a stroke at their left', 55, [46, 46]],
    ['a stroke just left of the line', 55, [54, 54]],
    ['a stroke right of the line where there is no room before it', 8, [12, 12]],
  ])('starts after %s', (_, median, reference) => {
    const { left, strokes } = medianBeside(median, reference)
    expect(left).toBeCloseTo((strokes[1] ?? 0) + 8, 6)
  })

  it('is crossed by no stroke, stays in the picture, and is as near to its line as possible', () => {
    fc.assert(
      fc.property(
        anyPlace.map(value => value * 100),
        anyPlace.map(value => value * 100),
        anyPlace.map(value => value * 60),
        (median, from, wide) => {
          const { line, left, right, strokes } = medianBeside(median, [from, Math.min(100, from + wide)])
          expect([left, right].every(value => value >= -SLACK && value <= SPACE.width + SLACK)).toBe(true)
          const isClear = (start: number) =>
            strokes.every(stroke => stroke <= start - 8 + SLACK || stroke >= start + right - left + 8 - SLACK)
          expect(isClear(left)).toBe(true)
          const away = (start: number) => Math.max(0, start - line, line - start - (right - left))
          const nearer = Array.from({ length: Math.floor(SPACE.width - right + left) }, (_, value) => value).filter(
            value => isClear(value) && away(value) < away(left) - SLACK,
          )
          expect(nearer).toEqual([])
        },
      ),
    )
  })

  it('is shortened where it fits nowhere', () => {
    expect(medianBeside(50, [27, 69])).toMatchObject({ text: 'half the room below 50%' })
    expect(medianBeside(50, [33, 67])).toMatchObject({ text: 'half below 50%' })
  })
})

/** A drawing of estimates at these places of an axis, 0 to 1. */
function drawnOf(poll: EstimateDefinition, places: number[], reference?: [number, number], space = SPACE) {
  const tally = estimatesOf(poll, places.map(place => valueAt(poll, place)))
  return { tally, drawing: layOutHistogram(poll, tally, reference, space) }
}

describe('the bars of a histogram', () => {
  it.each<[what: string, values: number[], filled: [bin: number, count: number][]]>([
    ['of nobody have no height', [], []],
    ['of one person are one', [46], [[11, 1]]],
    ['stand in one step where all agree', Array.from<number>({ length: 500 }).fill(46), [[11, 500]]],
    ['begin and end where the axis does', [0, 100], [[0, 1], [23, 1]]],
  ])('%s', (_, values, filled) => {
    const { bars } = layOutHistogram(estimatePoll(), estimatesOf(estimatePoll(), values), undefined, SPACE)
    expect(bars.flatMap(({ count, height }, i) => height > 0 ? [[i, count]] : [])).toEqual(filled)
  })

  it('are as high as their counts, side by side, with the tallest up to the labels', () => {
    fc.assert(fc.property(anyAxis, fc.array(anyPlace, { minLength: 1, maxLength: 200 }), (poll, places) => {
      const { drawing: { bars, top, base }, tally } = drawnOf(poll, places)
      const most = Math.max(...bars.map(bar => bar.count))
      expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(tally.people)
      for (const [i, { x, y, width, height, count }] of bars.entries()) {
        expect(height).toBeCloseTo(count / most * (base - top), 6)
        expect(y + height).toBeCloseTo(base, 6)
        expect(x).toBeGreaterThanOrEqual(i === 0 ? 0 : (bars[i - 1]?.x ?? 0) + width)
        expect(x + width).toBeLessThanOrEqual(SPACE.width)
      }
    }))
  })

  it('are there before the results, without any height', () => {
    const { bars, ticks, median, middle, counted, record } = layOutHistogram(
      estimatePoll(),
      undefined,
      undefined,
      SPACE,
    )
    expect(bars.map(bar => bar.height)).toEqual(Array.from<number>({ length: 24 }).fill(0))
    expect(ticks.length).toBe(6)
    expect([median, middle, counted, record]).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('the labels of a histogram', () => {
  it.each<[people: number, middle: string | undefined]>([
    [0, undefined],
    [1, undefined],
    [3, undefined],
    [4, 'middle half of the room: 25% to 75%'],
    [5, 'middle half of the room: 25% to 75%'],
  ])('of %d people name the middle half only where it identifies nobody', (people, middle) => {
    const places
      = people === 4 ? [0.1, 0.3, 0.7, 0.9] : Array.from({ length: people }, (_, i) => i / Math.max(1, people - 1))
    expect(drawnOf(estimatePoll(), places).drawing.middle?.text).toBe(middle)
  })

  it('stay in the picture', () => {
    fc.assert(
      fc.property(
        anyAxis,
        fc.array(anyPlace, { minLength: 1, maxLength: 40 }),
        anyPlace,
        anyPlace,
        (poll, places, a, b) => {
          const {
            drawing: { median, middle, record, counted },
          } = drawnOf(poll, places, [valueAt(poll, Math.min(a, b)), valueAt(poll, Math.max(a, b))])
          const flags = [
            [median, HISTOGRAM.size],
            [middle, HISTOGRAM.size],
            [record, HISTOGRAM.recordSize],
          ] as const
          const spans = [
            ...flags.flatMap(([flag, size]) => (flag ? [labelSpan(flag, size)] : [])),
            ...(counted ? [labelSpan(counted, HISTOGRAM.size)] : []),
          ]
          expect(spans.filter(([left, right]) => left < -SLACK || right > SPACE.width + SLACK)).toEqual([])
          expect(middle && middle.x + middle.width > SPACE.width + SLACK).toBeFalsy()
        },
      ),
    )
  })

  it('put the count over one of the tallest bars, clear of bars and lines', () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { minLength: 1, maxLength: 60 }), anyPlace, (places, at) => {
        const {
          drawing: { counted, bars, median },
        } = drawnOf(estimatePoll(), places, [at * 100, at * 100])
        if (!counted)
          return
        const [left, right] = labelSpan(counted, HISTOGRAM.size)
        expect(
          bars.filter(bar => bar.count > 0 && bar.x < right && bar.x + bar.width > left && bar.y < counted.y),
        ).toEqual([])
        const most = Math.max(...bars.map(bar => bar.count))
        expect(
          bars.some(
            bar =>
              formatPeople(bar.count) === counted.text
              && bar.y === counted.y + 6
              && bar.count >= most / 2
              && bar.x <= right + 4
              && bar.x + bar.width >= left - 4,
          ),
        ).toBe(true)
        expect(
          [median?.x, at * SPACE.width].filter(
            value => value !== undefined && value > left - 8 + SLACK && value < right + 8 - SLACK,
          ),
        ).toEqual([])
      }),
    )
  })

  it('count the tallest bar even where the median runs through it', () => {
    const { drawing: { counted, median } } = drawnOf(estimatePoll(), [0.1, 0.46, 0.47, 0.47, 0.9])
    expect(counted).toMatchObject({ text: '3 people', textX: (median?.x ?? 0) + 8, anchor: 'start' })
  })

  it('count no bar where lines leave the tallest no room', () => {
    const places = [...Array.from<number>({ length: 9 }).fill(0.5), 0.05]
    expect(drawnOf(estimatePoll(), places).drawing.counted?.text).toBe('9 people')
    expect(drawnOf(estimatePoll(), places, [48, 55]).drawing.counted).toBeUndefined()
  })

  it('put a reference outside the axis at its end', () => {
    const { record } = layOutHistogram(estimatePoll(), undefined, [120, 120], SPACE)
    expect(record).toMatchObject({ x: SPACE.width, isRange: false, text: 'the record: 120%' })
  })

  it.each<[what: string, reference: [number, number], isRange: boolean]>([
    ['a stroke for a number', [55, 55], false],
    ['a stroke for a range too narrow to draw', [55, 55.5], false],
    ['a box for a narrow range', [50, 52], true],
    ['a box for a wide one', [40, 60], true],
  ])('draw %s', (_, reference, isRange) => {
    expect(layOutHistogram(estimatePoll(), undefined, reference, SPACE).record?.isRange).toBe(isRange)
  })
})
