import type { AssumptionId } from '../../src/drawing/costModel.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSUMPTION_IDS, billOf } from '../../src/drawing/costModel.ts'
import { AXIS } from '../../src/drawing/costModelChart.ts'
import { PRESET_IDS, spanOf } from '../../src/drawing/costModelPresets.ts'
import { viewOf, wordOf } from '../../src/drawing/costModelView.ts'
import { anySettings, costModels, smallModel, WORDS_OF_WIDEST } from './costModels.ts'

describe('the presets, from a small ledger', () => {
  const model = smallModel()
  const { presets } = model

  it.each([
    ['published', 4_000_000],
    ['r1', 200_000],
    ['both', 4_200_000],
  ] as const)('%s comes to exactly $%d', (preset, usd) => {
    expect(viewOf(model, presets[preset]).total).toEqual({ low: usd, high: usd })
  })

  it('has the headline of the ledger', () => {
    expect(model.headline).toBe(4_000_000)
  })

  it.each(['published', 'r1', 'both'] as const)('%s leaves all but the run out, and is reported', (preset) => {
    expect(viewOf(model, presets[preset])).toMatchObject({
      status: 'reported',
      guesses: [],
      leftOut: ['other runs', 'people', 'machines'],
      peopleShare: undefined,
    })
  })

  it('says what is guessed in the widest one, and where the rest is from', () => {
    const wide = viewOf(model, presets.wide)
    expect(wide).toMatchObject({ status: 'unknown', guesses: ['other runs', 'months', 'pay', 'share'], leftOut: [] })
    expect(wide.sources.flat().toSorted()).toEqual(['analyst', 'paper', 'paper', 'visit'])
    expect(viewOf(model, presets.both).sources.flat()).toEqual(['paper', 'stage_paper', 'paper'])
  })
})

describe('an assumption from a small ledger', () => {
  const { assumptions, presets } = smallModel()

  it.each([
    ['people', [100, 200]],
    ['fleet', [1e9, 1.44e9]],
  ] as const)('%s spans what the ledger says, no more', (id, span) => {
    const { low, high } = spanOf(assumptions[id], presets.wide[id])
    expect([low, high].map(value => Number(value.toPrecision(12)))).toEqual(span)
  })

  it.each(WORDS_OF_WIDEST)('%s is %s in the widest bill', (id, word) => {
    expect(wordOf(assumptions[id], presets.wide[id])).toBe(word)
  })

  it('is left out at zero, and a guess off the ledger’s stops', () => {
    expect(wordOf(assumptions.people, 0)).toBe('left out')
    expect(wordOf(assumptions.hours, 3e6)).toBe('guess')
  })
})

describe.each(costModels())('the cost model of %s', (_, model) => {
  const { assumptions, presets } = model

  it('has the widest bill around the headline', () => {
    const wide = viewOf(model, presets.wide)
    expect(wide.total.low).toBeGreaterThan(model.headline)
    expect(wide.total.high).toBeGreaterThan(2 * wide.total.low)
  })

  it('gives people no share of a bill without machines', () => {
    expect(viewOf(model, presets.wide).peopleShare).toBeGreaterThan(0)
    expect(viewOf(model, { ...presets.wide, share: 0 }).peopleShare).toBeUndefined()
    expect(viewOf(model, { ...presets.wide, people: 0 }).peopleShare).toBeUndefined()
  })

  it.each(PRESET_IDS)('has %s on stops of the sliders', (preset) => {
    for (const id of ASSUMPTION_IDS)
      expect(assumptions[id].stops, id).toContain(presets[preset][id])
  })

  it('raises both ends of the bill with each step of a slider', () => {
    fc.assert(fc.property(anySettings(model), fc.constantFrom(...ASSUMPTION_IDS), (middles, id) => {
      const { stops } = assumptions[id]
      const totals = stops.map(stop => viewOf(model, { ...middles, [id]: stop }).total)
      totals.slice(1).forEach(({ low, high }, i) => {
        expect(low).toBeGreaterThanOrEqual(totals[i]?.low ?? Number.NaN)
        expect(high).toBeGreaterThanOrEqual(totals[i]?.high ?? Number.NaN)
      })
    }))
  })

  it('stays on the axis', () => {
    const topOf = (id: AssumptionId) => spanOf(assumptions[id], assumptions[id].stops.at(-1) ?? 0)
    const most = Object.fromEntries(ASSUMPTION_IDS.map(id => [id, topOf(id)])) as Parameters<typeof billOf>[0]
    expect(billOf(most).total.high).toBeLessThanOrEqual(AXIS[1])
    expect(topOf('share').high).toBeLessThanOrEqual(1)
  })

  it('reads as numbers at any setting', () => {
    fc.assert(fc.property(anySettings(model), (middles) => {
      const { read, against, peopleShare = 0 } = viewOf(model, middles)
      expect(`${read.text} ${read.words} ${against.text} ${peopleShare}`).not.toMatch(/NaN|Infinity|undefined/)
    }))
  })
})
