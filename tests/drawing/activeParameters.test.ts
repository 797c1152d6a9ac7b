import type { Figure, Series } from '../../src/content/evidenceSchema.ts'
import type { ModelParameters } from '../../src/drawing/activeParameters.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutParameters, modelFromFigures, modelsFromSeries } from '../../src/drawing/activeParameters.ts'
import { seriesOf } from './charts/support/smallSeries.ts'

const SLIDE = { width: 864, height: 366 }
const area = ({ width, height }: { width: number, height: number }) => width * height

const model = (stored: number, used: number, label = `Model ${stored}`): ModelParameters => ({
  label,
  stored,
  used,
  status: 'reported',
})

describe('layOutParameters', () => {
  const models = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 100 })), {
      minLength: 2,
      maxLength: 4,
    })
    .map(its => its.map(([stored, percent], i) => model(stored, (stored * percent) / 100, `Model ${i}`)))

  it('draws areas on one scale, inside the picture and apart from each other', () => {
    fc.assert(
      fc.property(models, (given) => {
        const picture = layOutParameters(given, SLIDE)
        const perBillion = area(picture.models[0]?.storedSquare ?? { width: 0, height: 0 }) / (given[0]?.stored ?? 1)
        picture.models.forEach(({ storedSquare, usedSquare, column }, i) => {
          const { stored = 0, used = 0 } = given[i] ?? {}
          expect(area(storedSquare) / stored).toBeCloseTo(perBillion, 6)
          expect(area(usedSquare) / used).toBeCloseTo(perBillion, 6)
          expect(storedSquare.width).toBeCloseTo(storedSquare.height, 9)
          // The used square lies in the lower left corner of the stored one.
          expect([usedSquare.x, usedSquare.y + usedSquare.height]).toEqual([
            storedSquare.x,
            expect.closeTo(storedSquare.y + storedSquare.height, 6),
          ])
          expect(column.x).toBeGreaterThanOrEqual(0)
          expect(column.x + column.width).toBeLessThanOrEqual(SLIDE.width + 0.01)
          expect(column.y).toBeGreaterThanOrEqual(-0.01)
          expect(column.y + column.height).toBeLessThanOrEqual(picture.height + 0.01)
          const before = picture.models[i - 1]?.column
          expect(before ? column.x - before.x - before.width : 26).toBeGreaterThanOrEqual(25.99)
        })
        expect(picture.height).toBeLessThanOrEqual(SLIDE.height + 0.01)
      }),
      { numRuns: 100 },
    )
  })

  it('draws squares as large as the width or the height allows', () => {
    const tall = layOutParameters([model(100, 10), model(50, 10)], SLIDE)
    expect(tall.height).toBeCloseTo(SLIDE.height, 6)
    const wide = layOutParameters([model(100, 10), model(100, 10), model(100, 10), model(100, 10)], {
      ...SLIDE,
      height: 900,
    })
    const last = wide.models.at(-1)?.column
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(SLIDE.width, 1)
  })

  it.each<[what: string, given: ModelParameters[], message: RegExp]>([
    ['one model', [model(10, 1)], /^ActiveParameters: 1 models are named; name two, three or four\.$/],
    [
      'five models',
      [1, 2, 3, 4, 5].map(value => model(10 * value, 1)),
      /^ActiveParameters: 5 models are named; name two, three or four\.$/,
    ],
    [
      'more used than stored',
      [model(10, 11, 'A'), model(10, 1)],
      /^ActiveParameters: A uses 11bn of 10bn parameters; mend the figures in evidence\/claims\.yaml\.$/,
    ],
    ['none used', [model(10, 0, 'A'), model(10, 1)], /^ActiveParameters: A uses 0bn/],
    [
      'labels that fill the slide',
      [
        model(10, 1, 'A model with a name that nobody could ever remember in full'),
        model(20, 1, 'A model with a name that nobody could ever remember in part'),
      ],
      /^ActiveParameters: the words of 2 models do not fit; name fewer or shorten their labels\.$/,
    ],
  ])('refuses %s', (_, given, message) => {
    expect(() => layOutParameters(given, SLIDE)).toThrow(message)
  })

  it('refuses a height without room for squares', () => {
    expect(() => layOutParameters([model(10, 1), model(20, 1)], { ...SLIDE, height: 118 })).toThrow(
      'ActiveParameters: a height of 118 leaves no room for squares; give it more than 138.',
    )
  })
})

describe('the models of a series', () => {
  const parameters = seriesOf([
    { label: 'Dense', values: { total: 400, active: 400 } },
    { label: 'Sparse', values: { total: 670, active: 37 } },
    { label: 'Larger', values: { total: 1600, active: 50 }, status: 'estimated' },
  ], { unit: 'billion', measures: { total: 'stored', active: 'used' } })

  it.each<[label: string, stored: string, used: string, share: string, status: string]>([
    ['Dense', '400bn stored', 'all used per token', '100%', 'reported'],
    ['Sparse', '670bn stored', '37bn used per token', '5.5%', 'reported'],
    ['Larger', '1.6tn stored, estimated', '50bn used per token', '3.1%', 'estimated'],
  ])('are labelled as in the ledger: %s', (label, stored, used, share, status) => {
    const other = label === 'Dense' ? 'Sparse' : 'Dense'
    const { models } = layOutParameters(modelsFromSeries('parameters', parameters, [label, other]), SLIDE)
    expect(models[0]).toMatchObject({ label, stored, used, share, status })
  })

  it('keep the order of the pick, and are all without one', () => {
    const labels = parameters.points.map(point => point.label)
    expect(modelsFromSeries('parameters', parameters).map(model => model.label)).toEqual(labels)
    const reversed = labels.toReversed()
    expect(modelsFromSeries('parameters', parameters, reversed).map(model => model.label)).toEqual(reversed)
  })

  it('refuse a label that the series lacks', () => {
    expect(() => modelsFromSeries('parameters', parameters, ['GPT-9'])).toThrow(
      'ActiveParameters parameters: there is no model "GPT-9" with total and active; '
      + 'take a label of evidence/series.yaml.',
    )
  })

  it.each<[what: string, series: Series]>([
    [
      'of events',
      { kind: 'events', title: 'Rules', message: 'They changed.', sources: ['paper'], asOf: '2026-11', events: [] },
    ],
    ['of one measure', seriesOf([{ value: 1 }, { value: 2 }])],
  ])('are refused from a series %s', (_, series) => {
    expect(() => modelsFromSeries('rules', series)).toThrow(
      'ActiveParameters rules: the series needs the measures total and active in evidence/series.yaml.',
    )
  })
})

describe('a model of two figures', () => {
  const figure = (value: number, unit: Figure['unit'], status: Figure['status'] = 'reported'): Figure => ({
    label: 'parameters',
    value,
    unit,
    status,
    sources: ['paper'],
    asOf: '2026-11',
  })

  it('reads them in whatever unit they are written', () => {
    expect(modelFromFigures('V4', figure(1.6, 'trillion'), figure(49, 'billion'))).toEqual(model(1600, 49, 'V4'))
  })

  it('has the less known status of the two', () => {
    const [total, guess] = [figure(671, 'billion'), figure(37, 'billion', 'estimated')]
    expect(modelFromFigures('V3', total, guess).status).toBe('estimated')
    expect(modelFromFigures('V3', guess, total).status).toBe('estimated')
    expect(modelFromFigures('V3', guess, { ...guess, status: 'disputed' }).status).toBe('disputed')
    expect(
      layOutParameters([{ ...model(20, 10), status: 'estimated' }, model(20, 10)], SLIDE).models.map(
        item => item.stored,
      ),
    ).toEqual(['20bn stored, estimated', '20bn stored'])
  })
})
