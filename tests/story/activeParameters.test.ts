import { describe, expect, it } from 'vitest'
import { layOutParameters, modelFromFigures, modelsFromSeries } from '../../src/drawing/activeParameters.ts'
import { figureOf, seriesOf } from './support/storyLedger.ts'

const SLIDE = { width: 864, height: 366 }

describe('the models of the ledger', () => {
  const parameters = seriesOf('parameters')

  it.each<[label: string, stored: string, used: string, share: string]>([
    ['Llama 3.1 405B', '405bn stored', 'all used per token', '100%'],
    ['DeepSeek-V3 and R1', '671bn stored', '37bn used per token', '5.5%'],
    ['DeepSeek-V4-Pro', '1.6tn stored', '49bn used per token', '3.1%'],
  ])('has the words of %s', (label, stored, used, share) => {
    const { models } = layOutParameters(modelsFromSeries('parameters', parameters, [label, 'DeepSeek-V2']), SLIDE)
    expect(models[0]).toMatchObject({ label, stored, used, share, status: 'reported' })
  })

  it('keeps the order of the pick, and takes all without one', () => {
    const labels = parameters.kind === 'points' ? parameters.points.map(point => point.label) : []
    expect(labels.length).toBeGreaterThan(1)
    const reversed = labels.toReversed()
    expect(modelsFromSeries('parameters', parameters).map(({ label }) => label)).toEqual(labels)
    expect(modelsFromSeries('parameters', parameters, reversed).map(({ label }) => label)).toEqual(reversed)
  })

  it('reads figures in whatever unit they are written', () => {
    expect(modelFromFigures('V4', figureOf('v4-pro-params-total'), figureOf('v4-pro-params-active'))).toEqual({
      label: 'V4',
      stored: 1600,
      used: 49,
      status: 'reported',
    })
  })

  it('knows a model no better than the less known of its figures', () => {
    const guess = { ...figureOf('v3-params-active'), status: 'estimated' as const }
    expect(modelFromFigures('V3', figureOf('v3-params-total'), guess).status).toBe('estimated')
    expect(modelFromFigures('V3', guess, figureOf('v3-params-total')).status).toBe('estimated')
  })

  it.each(['two-weeks', 'training-compute'])('are not in the series %s', (id) => {
    expect(() => modelsFromSeries(id, seriesOf(id))).toThrow(
      `ActiveParameters ${id}: the series needs the measures total and active in evidence/series.yaml.`,
    )
  })
})
