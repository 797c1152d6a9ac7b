import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readCostModel } from '../../src/content/costModelFile.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { assumptionSpan, buildCostModel, peersOf } from '../../src/drawing/costModelPresets.ts'
import {
  assumptionStatus,
  formatAssumption,
  peerBills,
  viewBill,
} from '../../src/drawing/costModelView.ts'
import { costModels, presetValues, STATUSES_OF_WIDEST } from '../drawing/support/costModels.ts'
import { figureOf, seriesOf } from './support/storyLedger.ts'

const content = readCostModel(inRoot('evidence'), readLedger(inRoot('evidence')))
if (!content)
  throw new Error('This story has a cost model, and evidence/cost-model.yaml is missing.')
const others = peersOf(seriesOf(content.peers))
const model = buildCostModel(content, figureOf)
const { assumptions } = model
const presets = presetValues(model)

it('is among the models of the tests of any ledger', () => {
  expect(costModels().map(([whose]) => whose)).toContain('the ledger')
})

describe('the presets, from the ledger', () => {
  it.each([
    ['published', 5_576_000],
    ['r1', 294_672],
    ['both', 5_870_672],
  ] as const)('%s comes to exactly $%d', (preset, usd) => {
    expect(viewBill(model, presets[preset]).total).toEqual({ low: usd, high: usd })
  })

  it('has the sums that the ledger has', () => {
    expect(model.headline).toBe(figureOf('v3-run-cost').value * 1e6)
    expect(viewBill(model, presets.published).total.low).toBe(model.headline)
    expect(viewBill(model, presets.r1).total.low).toBe(figureOf('r1-stage-cost').value)
  })

  it.each(['published', 'r1', 'both'] as const)('%s leaves all but the run out, and is reported', (preset) => {
    expect(viewBill(model, presets[preset])).toMatchObject({
      status: 'reported',
      guesses: [],
      leftOut: ['other runs', 'people', 'idle machines'],
      peopleShare: undefined,
    })
  })

  it('has the widest one around the others, and says what in it is guessed', () => {
    const wide = viewBill(model, presets.wide)
    expect(wide.total.low).toBeGreaterThan(model.headline)
    expect(wide.total.high).toBeGreaterThan(2 * wide.total.low)
    expect(wide).toMatchObject({
      status: 'estimated',
      guesses: ['other runs', 'months', 'pay', 'idle share of the fleet'],
      leftOut: [],
    })
  })

  it('guesses so that people and hardware get shares as in Epoch’s study', () => {
    const { value: low, high } = figureOf('dev-staff-share')
    const hardware = figureOf('dev-hardware-share')
    const { peopleShare = 0 } = viewBill(model, presets.wide)
    expect(peopleShare).toBeGreaterThanOrEqual(low)
    expect(peopleShare).toBeLessThanOrEqual(high ?? low)
    expect(100 - peopleShare).toBeGreaterThanOrEqual(hardware.value)
    expect(100 - peopleShare).toBeLessThanOrEqual(hardware.high ?? 0)
  })
})

describe('an assumption', () => {
  it.each([
    ['people', 'deepseek-staff', 1],
    ['fleet', 'fleet-capex', 1e9],
  ] as const)('%s spans what the ledger says, no more', (id, figure, unit) => {
    const { value, high = value } = figureOf(figure)
    const { low, high: top } = assumptionSpan(assumptions[id], presets.wide[id])
    expect([low / unit, top / unit].map(number => Number(number.toFixed(9)))).toEqual([value, high])
  })

  it.each(STATUSES_OF_WIDEST)('%s is %s in the widest bill', (id, status) => {
    expect(assumptionStatus(assumptions[id], presets.wide[id])).toBe(status)
  })

  it.each([
    ['hours', '2.788M', '2.788 million GPU hours'],
    ['rent', '$2', '2 dollars a GPU hour'],
    ['failed', '50–200%', '50 to 200 percent of the run'],
    ['people', '130–160', '130 to 160 people'],
    ['pay', '$13–30K', '13 to 30 thousand dollars a month each'],
    ['fleet', '$1.3–1.6bn', '1.3 to 1.6 billion dollars'],
    ['share', '1.5–6%', '1.5 to 6 percent of the fleet'],
  ] as const)('%s reads %s', (id, text, spoken) => {
    expect(formatAssumption(assumptions[id], presets.wide[id])).toEqual({ text, spoken })
  })
})

describe('the models beside it', () => {
  it('bills their hours at the rent of the room', () => {
    const llama = peerBills(others, 2).find(peerBill => peerBill.label === 'Llama 3.1 405B')
    expect(llama).toEqual({
      label: 'Llama 3.1 405B',
      text: '$61.68M',
      span: { low: 61_680_000, high: 61_680_000 },
      status: 'reported',
    })
    expect(peerBills(others, 3).find(peerBill => peerBill.label === 'Llama 3.1 405B')?.span.low).toBe(30_840_000 * 3)
  })

  it('does not hold the model itself', () => {
    expect(others.map(other => other.label)).not.toContain('DeepSeek-V3')
  })
})
