import type { Figure } from '../../composables/evidenceSchema.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSUMPTION_IDS, billOf } from '../../composables/costModel.ts'
import { AXIS } from '../../composables/costModelChart.ts'
import { modelOf, PRESET_IDS, spanOf } from '../../composables/costModelPresets.ts'
import { viewOf, wordOf } from '../../composables/costModelView.ts'
import { readLedger } from '../../composables/ledger.ts'
import { inRoot } from '../../scripts/paths.ts'

const { figures } = readLedger(inRoot('evidence'))

function figureOf(id: string): Figure {
  const figure = figures[id]
  if (!figure)
    throw new Error(`The ledger has no figure ${id}.`)
  return figure
}
const model = modelOf(figureOf)
const { assumptions, presets } = model
const anySettings = fc.record(Object.fromEntries(ASSUMPTION_IDS.map(id => [id, fc.constantFrom(...assumptions[id].stops)])) as Record<typeof ASSUMPTION_IDS[number], fc.Arbitrary<number>>)

describe('the presets, from the ledger', () => {
  it.each([
    ['published', 5_576_000],
    ['r1', 294_672],
    ['both', 5_870_672],
  ] as const)('%s comes to exactly $%d', (preset, usd) => {
    expect(viewOf(model, presets[preset]).total).toEqual({ low: usd, high: usd })
  })

  it('has the sums that the ledger has', () => {
    expect(model.headline).toBe(figureOf('v3-run-cost').value * 1e6)
    expect(viewOf(model, presets.published).total.low).toBe(model.headline)
    expect(viewOf(model, presets.r1).total.low).toBe(figureOf('r1-stage-cost').value)
  })

  it.each(['published', 'r1', 'both'] as const)('%s leaves all but the run out, and is reported', (preset) => {
    expect(viewOf(model, presets[preset])).toMatchObject({ status: 'reported', guesses: [], leftOut: ['other runs', 'people', 'machines'], peopleShare: undefined })
  })

  it('has the widest one around the others, and says what in it is guessed', () => {
    const wide = viewOf(model, presets.wide)
    expect(wide.total.low).toBeGreaterThan(model.headline)
    expect(wide.total.high).toBeGreaterThan(2 * wide.total.low)
    expect(wide).toMatchObject({ status: 'unknown', guesses: ['other runs', 'months', 'pay', 'share'], leftOut: [] })
    expect(wide.sources.flat()).toEqual(expect.arrayContaining(['v3_paper', 'travel', 'semianalysis']))
  })

  it('guesses so that people and hardware get shares as in Epoch’s study', () => {
    const { value: low, high } = figureOf('dev-staff-share')
    const hardware = figureOf('dev-hardware-share')
    const { peopleShare = 0 } = viewOf(model, presets.wide)
    expect(peopleShare).toBeGreaterThanOrEqual(low)
    expect(peopleShare).toBeLessThanOrEqual(high ?? low)
    expect(100 - peopleShare).toBeGreaterThanOrEqual(hardware.value)
    expect(100 - peopleShare).toBeLessThanOrEqual(hardware.high ?? 0)
  })

  it('gives people no share of a bill without machines', () => {
    expect(viewOf(model, { ...presets.wide, share: 0 }).peopleShare).toBeUndefined()
    expect(viewOf(model, { ...presets.wide, people: 0 }).peopleShare).toBeUndefined()
  })

  it.each(PRESET_IDS)('%s stands on stops of the sliders', (preset) => {
    for (const id of ASSUMPTION_IDS)
      expect(assumptions[id].stops, id).toContain(presets[preset][id])
  })
})

describe('an assumption', () => {
  it.each([
    ['people', 'deepseek-staff', 1],
    ['fleet', 'fleet-capex', 1e9],
  ] as const)('%s spans what the ledger says, no more', (id, figure, unit) => {
    const { value, high = value } = figureOf(figure)
    const { low, high: top } = spanOf(assumptions[id], presets.wide[id])
    expect([low / unit, top / unit].map(it => Number(it.toFixed(9)))).toEqual([value, high])
  })

  it.each([
    ['hours', 'reported'],
    ['rent', 'reported'],
    ['failed', 'guess'],
    ['people', 'estimated'],
    ['months', 'guess'],
    ['pay', 'guess'],
    ['fleet', 'disputed'],
    ['share', 'guess'],
  ] as const)('%s is %s in the widest bill', (id, word) => {
    expect(wordOf(assumptions[id], presets.wide[id])).toBe(word)
  })

  it('is left out at zero, and a guess off the ledger’s stops', () => {
    expect(wordOf(assumptions.people, 0)).toBe('left out')
    expect(wordOf(assumptions.hours, 3e6)).toBe('guess')
  })

  it('raises both ends of the bill with each step of its slider', () => {
    fc.assert(fc.property(anySettings, fc.constantFrom(...ASSUMPTION_IDS), (middles, id) => {
      const { stops } = assumptions[id]
      const totals = stops.map(it => viewOf(model, { ...middles, [id]: it }).total)
      totals.slice(1).forEach(({ low, high }, i) => {
        expect(low).toBeGreaterThanOrEqual(totals[i]?.low ?? Number.NaN)
        expect(high).toBeGreaterThanOrEqual(totals[i]?.high ?? Number.NaN)
      })
    }))
  })
})

describe('any setting of the sliders', () => {
  it('stays on the axis', () => {
    const most = Object.fromEntries(ASSUMPTION_IDS.map(id => [id, spanOf(assumptions[id], assumptions[id].stops.at(-1) ?? 0)]))
    expect(billOf(most as Parameters<typeof billOf>[0]).total.high).toBeLessThanOrEqual(AXIS[1])
    expect(spanOf(assumptions.share, assumptions.share.stops.at(-1) ?? 0).high).toBeLessThanOrEqual(1)
  })

  it('reads as numbers', () => {
    fc.assert(fc.property(anySettings, (middles) => {
      const { read, against, peopleShare = 0 } = viewOf(model, middles)
      expect(`${read.text} ${read.words} ${against.text} ${peopleShare}`).not.toMatch(/NaN|Infinity|undefined/)
    }))
  })
})
