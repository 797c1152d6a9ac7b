import type { AssumptionId } from '../../src/content/costAssumptions.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSUMPTION_IDS } from '../../src/content/costAssumptions.ts'
import { computeBill } from '../../src/drawing/costModel.ts'
import { AXIS } from '../../src/drawing/costModelChart.ts'
import { assumptionSpan, byAssumption, presetOf } from '../../src/drawing/costModelPresets.ts'
import { assumptionStatus, viewBill } from '../../src/drawing/costModelView.ts'
import {
  anySettings,
  costModels,
  presetValues,
  smallModel,
  STATUSES_OF_WIDEST,
  widestValues,
} from './support/costModels.ts'

describe('the presets, from a small ledger', () => {
  const model = smallModel()
  const presets = presetValues(model)

  it.each([
    ['published', 4_000_000],
    ['r1', 200_000],
    ['both', 4_200_000],
  ] as const)('%s comes to exactly $%d', (preset, usd) => {
    expect(viewBill(model, presets[preset]).total).toEqual({ low: usd, high: usd })
  })

  it('has the headline of the ledger', () => {
    expect(model.headline).toBe(4_000_000)
  })

  it.each(['published', 'r1', 'both'] as const)('%s bills the run alone, with status reported', (preset) => {
    expect(viewBill(model, presets[preset])).toMatchObject({
      status: 'reported',
      guesses: [],
      leftOut: ['other runs', 'people', 'idle machines'],
      peopleShare: undefined,
    })
  })

  it('names the guesses of the widest preset, which make it an estimate', () => {
    const wide = viewBill(model, presets.wide)
    expect(wide).toMatchObject({
      status: 'estimated',
      guesses: ['other runs', 'months', 'pay', 'idle share of the fleet'],
      leftOut: [],
      run: '2M GPU hours at $2 an hour',
    })
  })
})

describe('presetOf', () => {
  const model = smallModel()

  it('finds the preset of an id, without one the first', () => {
    expect([presetOf(model, 'wide').id, presetOf(model).id]).toEqual(['wide', 'published'])
  })

  it('refuses an id that no preset has', () => {
    expect(() => presetOf(model, 'narrow')).toThrow(
      'CostModel: there is no preset "narrow" in evidence/cost-model.yaml; name one of published, r1, both, wide.',
    )
  })
})

describe('an assumption from a small ledger', () => {
  const model = smallModel()
  const { assumptions } = model
  const presets = presetValues(model)

  it.each([
    ['people', [100, 200]],
    ['fleet', [1e9, 1.44e9]],
  ] as const)('%s spans what the ledger says, no more', (id, span) => {
    const { low, high } = assumptionSpan(assumptions[id], presets.wide[id])
    expect([low, high].map(value => Number(value.toPrecision(12)))).toEqual(span)
  })

  it.each(STATUSES_OF_WIDEST)('%s is %s in the widest bill', (id, status) => {
    expect(assumptionStatus(assumptions[id], presets.wide[id])).toBe(status)
  })

  it('is left out at zero, and a guess off the ledger’s stops', () => {
    expect(assumptionStatus(assumptions.people, 0)).toBe('left out')
    expect(assumptionStatus(assumptions.hours, 3e6)).toBe('guess')
  })
})

describe.each(costModels())('the cost model of %s', (_, model) => {
  const { assumptions, presets } = model
  const widest = widestValues(model)

  it('spans the headline with the widest bill', () => {
    const wide = viewBill(model, widest)
    expect(wide.total.low).toBeGreaterThan(model.headline)
    expect(wide.total.high).toBeGreaterThan(2 * wide.total.low)
  })

  it('gives people no share of a bill without machines', () => {
    expect(viewBill(model, widest).peopleShare).toBeGreaterThan(0)
    expect(viewBill(model, { ...widest, share: 0 }).peopleShare).toBeUndefined()
    expect(viewBill(model, { ...widest, people: 0 }).peopleShare).toBeUndefined()
  })

  it.each(presets)('has $id on stops of the sliders', ({ values }) => {
    for (const id of ASSUMPTION_IDS)
      expect(assumptions[id].stops, id).toContain(values[id])
  })

  it('raises both ends of the bill with each step of a slider', () => {
    fc.assert(fc.property(anySettings(model), fc.constantFrom(...ASSUMPTION_IDS), (values, id) => {
      const { stops } = assumptions[id]
      const totals = stops.map(stop => viewBill(model, { ...values, [id]: stop }).total)
      totals.slice(1).forEach(({ low, high }, i) => {
        expect(low).toBeGreaterThanOrEqual(totals[i]?.low ?? Number.NaN)
        expect(high).toBeGreaterThanOrEqual(totals[i]?.high ?? Number.NaN)
      })
    }))
  })

  it('keeps every bill on the axis', () => {
    const topOf = (id: AssumptionId) => assumptionSpan(assumptions[id], assumptions[id].stops.at(-1) ?? 0)
    expect(computeBill(byAssumption(topOf)).total.high).toBeLessThanOrEqual(AXIS[1])
    expect(topOf('share').high).toBeLessThanOrEqual(1)
  })

  it('formats every setting as numbers', () => {
    fc.assert(fc.property(anySettings(model), (values) => {
      const { sum, against, peopleShare = 0 } = viewBill(model, values)
      expect(`${sum.text} ${sum.spoken} ${against.text} ${peopleShare}`).not.toMatch(/NaN|Infinity|undefined/)
    }))
  })
})
