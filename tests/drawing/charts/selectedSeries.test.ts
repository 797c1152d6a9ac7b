import type { Series, Status } from '../../../src/content/evidenceSchema.ts'
import type { SmallPoint } from './support/smallSeries.ts'
import { describe, expect, it } from 'vitest'
import { captionOf, selectSeries, toneOf } from '../../../src/drawing/charts/selectedSeries.ts'
import { seriesOf } from './support/smallSeries.ts'

const tests = seriesOf([
  { label: 'AIME', values: { r1: 79.8, o1: 79.2 } },
  { label: 'MATH', values: { r1: 97.3 } },
  { label: 'MMLU', values: { r1: 90.8, o1: 91.8 } },
], { measures: { r1: 'DeepSeek-R1', o1: 'OpenAI o1' } })

describe('selectSeries', () => {
  it('selects everything by default', () => {
    const { id, order, points } = selectSeries('tests', tests)
    expect({ id, order, labels: points.map(point => point.label) }).toEqual({
      id: 'tests',
      order: ['r1', 'o1'],
      labels: ['AIME', 'MATH', 'MMLU'],
    })
  })

  it('keeps the order of the ledger for points and the order asked for of measures', () => {
    const { order, points } = selectSeries('tests', tests, { pick: ['MMLU', 'AIME'], measures: ['o1', 'r1'] })
    expect({ order, labels: points.map(point => point.label) }).toEqual({
      order: ['o1', 'r1'],
      labels: ['AIME', 'MMLU'],
    })
  })

  it('leaves out points without a value of the measures', () => {
    const { points } = selectSeries('tests', tests, { measures: ['o1'] })
    expect(points.map(point => point.label)).toEqual(['AIME', 'MMLU'])
  })

  it.each<[choice: Parameters<typeof selectSeries>[2], sentence: string]>([
    [{ pick: ['AIME', 'GPQA'] }, 'Series tests has no point "GPQA"; pick among AIME, MATH, MMLU.'],
    [{ measures: ['r2'] }, 'Series tests has no measure "r2"; name some of r1, o1.'],
    [{ measures: ['toString'] }, 'Series tests has no measure "toString"; name some of r1, o1.'],
    [{ pick: ['MATH'], measures: ['o1'] }, 'Series tests has no point with a value of o1; pick others.'],
    [{ pick: [] }, 'Series tests has no point with a value of r1 or o1; pick others.'],
  ])('says in one sentence what is wrong with %j', (choice, sentence) => {
    expect(() => selectSeries('tests', tests, choice)).toThrow(new Error(sentence))
  })

  it('refuses a list of events', () => {
    const list: Series = { kind: 'events', title: 'A', message: 'B', sources: ['paper'], asOf: '2026', events: [] }
    expect(() => selectSeries('fortnight', list)).toThrow(
      'Series fortnight is a list of events, which <SeriesChart> cannot draw; name a series of points.',
    )
  })
})

describe('the order of points', () => {
  const labels = (points: SmallPoint[], more: Parameters<typeof seriesOf>[1] = {}) =>
    selectSeries('x', seriesOf(points, { givenOrder: undefined, ...more })).points.map(point => point.label)

  it.each<[what: string, points: SmallPoint[], order: string[]]>([
    [
      'is that of their values',
      [{ label: 'a', value: 2 }, { label: 'b', value: 9 }, { label: 'c', value: [3, 4] }],
      ['b', 'c', 'a'],
    ],
    [
      'begins with the greatest fall where falls are greater',
      [{ label: 'a', value: 3 }, { label: 'b', value: -17 }, { label: 'c', value: -9 }],
      ['b', 'c', 'a'],
    ],
    [
      'has what is unknown at its end',
      [{ label: 'a', status: 'unknown', word: 'not published' }, { label: 'b', value: 1 }, { label: 'c', value: 2 }],
      ['c', 'b', 'a'],
    ],
    [
      'is that of the ledger where they have dates',
      [{ label: 'a', value: 2, date: '2024' }, { label: 'b', value: 9, date: '2025' }],
      ['a', 'b'],
    ],
  ])('%s', (_, points, order) => {
    expect(labels(points)).toEqual(order)
  })

  it('is that of the ledger where it gives a reason', () => {
    expect(labels([{ label: 'a', value: 2 }, { label: 'b', value: 9 }], { givenOrder: 'As trained.' })).toEqual([
      'a',
      'b',
    ])
  })

  it('of two measures is how far the first is ahead', () => {
    const measures = { r1: 'R1', o1: 'o1' }
    const points = [
      { label: 'behind', values: { r1: 90, o1: 95 } },
      { label: 'ahead', values: { r1: 50, o1: 40 } },
      { label: 'level', values: { r1: 70, o1: 70 } },
    ]
    expect(labels(points, { measures })).toEqual(['ahead', 'level', 'behind'])
  })
})

describe('toneOf', () => {
  it.each<[what: string, emphasis: boolean[], statuses: Status[], tones: string[]]>([
    ['nothing emphasised: all in colour', [false, false], ['reported', 'reported'], ['lens', 'lens']],
    ['one emphasised: the others quieter', [false, true], ['reported', 'reported'], ['neutral', 'lens']],
    ['statuses differ: the pattern tells, all in colour', [false, true], ['reported', 'estimated'], ['lens', 'lens']],
  ])('%s', (_, emphasis, statuses, tones) => {
    const series = selectSeries(
      'x',
      seriesOf(emphasis.map((emphasis, i) => ({ value: 1, emphasis, status: statuses[i] ?? 'reported' }))),
    )
    expect(series.points.map(point => toneOf(series, point, 'value'))).toEqual(tones)
  })

  it('has the first measure in colour', () => {
    const series = selectSeries('tests', tests, { measures: ['o1', 'r1'] })
    expect(series.points.slice(0, 1).map(point => [toneOf(series, point, 'r1'), toneOf(series, point, 'o1')])).toEqual([
      ['neutral', 'lens'],
    ])
  })
})

describe('a subject', () => {
  it('has all its measures in colour', () => {
    const series = selectSeries('tests', { ...tests, subject: ['o1', 'r1'] })
    const [point] = series.points
    expect(series.order.map(measure => point && toneOf(series, point, measure))).toEqual(['lens', 'lens'])
  })
})

describe('captionOf', () => {
  it.each<[of: string | undefined, statuses: Status[], caption: string | undefined]>([
    [undefined, ['reported', 'reported'], undefined],
    ['GPU hours', ['reported', 'reported'], 'GPU hours'],
    ['share of users', ['estimated', 'estimated'], 'Share of users, estimated'],
    ['share of users', ['disputed', 'disputed'], 'Share of users'],
    [undefined, ['estimated', 'estimated'], 'Estimated'],
    [undefined, ['reported', 'estimated'], undefined],
  ])('of %s, statuses %j', (of, statuses, caption) => {
    expect(
      captionOf(
        selectSeries(
          'x',
          seriesOf(
            statuses.map(status => ({ value: 1, status })),
            { ...of && { of }, status: statuses[0] === 'estimated' ? 'estimated' : 'reported' },
          ),
        ),
      ),
    ).toBe(caption)
  })
})
