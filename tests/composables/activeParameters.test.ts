import type { ModelParameters } from '../../composables/activeParameters.ts'
import type { Figure } from '../../composables/evidenceSchema.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutParameters, modelOf, modelsOf } from '../../composables/activeParameters.ts'
import { readLedger } from '../../composables/ledger.ts'
import { inRoot } from '../../scripts/paths.ts'

const { series, figures } = readLedger(inRoot('evidence'))
const SLIDE = { width: 864, height: 366 }
const area = ({ width, height }: { width: number, height: number }) => width * height

function seriesOf(id: string) {
  const found = series[id]
  if (!found)
    throw new Error(`The ledger has no series ${id}.`)
  return found
}

function figureOf(id: string): Figure {
  const found = figures[id]
  if (!found)
    throw new Error(`The ledger has no figure ${id}.`)
  return found
}

const model = (stored: number, used: number, label = `Model ${stored}`): ModelParameters => ({ label, stored, used, status: 'reported' })

describe('layOutParameters', () => {
  const models = fc.array(fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 100 })), { minLength: 2, maxLength: 4 })
    .map(its => its.map(([stored, percent], i) => model(stored, stored * percent / 100, `Model ${i}`)))

  it('draws areas on one scale, inside the picture and apart from each other', () => {
    fc.assert(fc.property(models, (given) => {
      const picture = layOutParameters(given, SLIDE)
      const perBillion = area(picture.models[0]?.storedSquare ?? { width: 0, height: 0 }) / (given[0]?.stored ?? 1)
      picture.models.forEach(({ storedSquare, usedSquare, column }, i) => {
        const { stored = 0, used = 0 } = given[i] ?? {}
        expect(area(storedSquare) / stored).toBeCloseTo(perBillion, 6)
        expect(area(usedSquare) / used).toBeCloseTo(perBillion, 6)
        expect(storedSquare.width).toBeCloseTo(storedSquare.height, 9)
        // The used square lies in the lower left corner of the stored one.
        expect([usedSquare.x, usedSquare.y + usedSquare.height]).toEqual([storedSquare.x, expect.closeTo(storedSquare.y + storedSquare.height, 6)])
        expect(column.x).toBeGreaterThanOrEqual(0)
        expect(column.x + column.width).toBeLessThanOrEqual(SLIDE.width + 0.01)
        expect(column.y).toBeGreaterThanOrEqual(-0.01)
        expect(column.y + column.height).toBeLessThanOrEqual(picture.height + 0.01)
        const before = picture.models[i - 1]?.column
        expect(before ? column.x - before.x - before.width : 26).toBeGreaterThanOrEqual(25.99)
      })
      expect(picture.height).toBeLessThanOrEqual(SLIDE.height + 0.01)
    }), { numRuns: 100 })
  })

  it('draws as large as the width or the height allows', () => {
    const tall = layOutParameters([model(100, 10), model(50, 10)], SLIDE)
    expect(tall.height).toBeCloseTo(SLIDE.height, 6)
    const wide = layOutParameters([model(100, 10), model(100, 10), model(100, 10), model(100, 10)], { ...SLIDE, height: 900 })
    const last = wide.models.at(-1)?.column
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(SLIDE.width, 1)
  })

  it.each<[what: string, given: ModelParameters[], message: RegExp]>([
    ['one model', [model(10, 1)], /^ActiveParameters: 1 models are named; name two, three or four\.$/],
    ['five models', [1, 2, 3, 4, 5].map(it => model(10 * it, 1)), /^ActiveParameters: 5 models are named; name two, three or four\.$/],
    ['more used than stored', [model(10, 11, 'A'), model(10, 1)], /^ActiveParameters: A uses 11bn of 10bn parameters; mend the figures in evidence\/claims\.yaml\.$/],
    ['none used', [model(10, 0, 'A'), model(10, 1)], /^ActiveParameters: A uses 0bn/],
    ['labels that fill the slide', [model(10, 1, 'A model with a name that nobody could ever remember in full'), model(20, 1, 'A model with a name that nobody could ever remember in part')], /^ActiveParameters: the words of 2 models do not fit; name fewer or shorten their labels\.$/],
  ])('refuses %s', (_, given, message) => {
    expect(() => layOutParameters(given, SLIDE)).toThrow(message)
  })

  it('refuses a height without room for squares', () => {
    expect(() => layOutParameters([model(10, 1), model(20, 1)], { ...SLIDE, height: 118 })).toThrow('ActiveParameters: a height of 118 leaves no room for squares; give it more than 118.')
  })
})

describe('the models of the ledger', () => {
  const parameters = seriesOf('parameters')

  it.each<[label: string, stored: string, used: string, share: string]>([
    ['Llama 3.1 405B', '405bn stored', 'all used per token', '100%'],
    ['DeepSeek-V3 and R1', '671bn stored', '37bn used per token', '5.5%'],
    ['DeepSeek-V4-Pro', '1.6tn stored', '49bn used per token', '3.1%'],
  ])('has the words of %s', (label, stored, used, share) => {
    const { models } = layOutParameters(modelsOf('parameters', parameters, [label, 'DeepSeek-V2']), SLIDE)
    expect(models[0]).toMatchObject({ label, stored, used, share, status: 'reported' })
  })

  it('keeps the order of the pick, and takes all without one', () => {
    const labels = parameters.kind === 'points' ? parameters.points.map(it => it.label) : []
    expect(modelsOf('parameters', parameters).map(it => it.label)).toEqual(labels)
    expect(modelsOf('parameters', parameters, labels.toReversed()).map(it => it.label)).toEqual(labels.toReversed())
  })

  it('reads figures in whatever unit they are written', () => {
    expect(modelOf('V4', figureOf('v4-pro-params-total'), figureOf('v4-pro-params-active'))).toEqual(model(1600, 49, 'V4'))
  })

  it('knows a model no better than the less known of its figures', () => {
    const guess = { ...figureOf('v3-params-active'), status: 'estimated' as const }
    expect(modelOf('V3', figureOf('v3-params-total'), guess).status).toBe('estimated')
    expect(modelOf('V3', guess, figureOf('v3-params-total')).status).toBe('estimated')
    expect(modelOf('V3', guess, { ...guess, status: 'disputed' }).status).toBe('disputed')
    expect(layOutParameters([{ ...model(20, 10), status: 'estimated' }, model(20, 10)], SLIDE).models.map(it => it.stored)).toEqual(['20bn stored, estimated', '20bn stored'])
  })

  it('refuses a label that is not there', () => {
    expect(() => modelsOf('parameters', parameters, ['GPT-9'])).toThrow('ActiveParameters parameters: there is no model "GPT-9" with total and active; take a label of evidence/series.yaml.')
  })

  it.each(['two-weeks', 'training-compute'])('refuses the series %s', (id) => {
    expect(() => modelsOf(id, seriesOf(id))).toThrow(`ActiveParameters ${id}: the series needs the measures total and active in evidence/series.yaml.`)
  })
})
