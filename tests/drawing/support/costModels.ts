import type { CostModelContent } from '../../../src/content/costModelFile.ts'
import type { Figure } from '../../../src/content/evidenceSchema.ts'
import type { AssumptionValues, CostModel, LedgerValue } from '../../../src/drawing/costModelPresets.ts'
import fc from 'fast-check'
import { inRoot } from '../../../src/cli/paths.ts'
import { readCostModel } from '../../../src/content/costModelFile.ts'
import { readLedger } from '../../../src/content/ledger.ts'
import { buildCostModel, byAssumption, peersOf } from '../../../src/drawing/costModelPresets.ts'
import { seriesOf } from '../charts/support/smallSeries.ts'

const figure = (value: number, unit: Figure['unit'], more: Partial<Figure> = {}): Figure => ({
  label: 'a figure',
  value,
  unit,
  status: 'reported',
  sources: ['paper'],
  asOf: '2026-11',
  ...more,
})

/** Two million hours at two dollars, a later stage of a hundred thousand, and what is known of people and machines. */
const SMALL: Record<string, Figure> = {
  'run-cost': figure(4, 'usd-million'),
  'run-hours': figure(2000, 'thousand'),
  'stage-hours': figure(100_000, 'count', { sources: ['stage_paper'] }),
  'rent': figure(2, 'usd'),
  'staff': figure(100, 'count', { high: 200, status: 'estimated', sources: ['visit'] }),
  'fleet': figure(1, 'usd-billion', { high: 1.44, status: 'disputed', sources: ['analyst'] }),
  'staff-share': figure(30, 'percent', { high: 60 }),
}

export const SMALL_CONTENT: CostModelContent = {
  headline: 'run-cost',
  peopleShare: 'staff-share',
  peers: 'models',
  presets: [
    {
      id: 'published',
      name: 'As published',
      says: 'one run',
      assumptions: {
        hours: 'run-hours',
        rent: 'rent',
        failed: 0,
        people: 0,
        months: 12,
        pay: 20_000,
        fleet: 'fleet',
        share: 0,
      },
    },
    { id: 'r1', name: 'The stage', says: 'on top', assumptions: { hours: 'stage-hours' } },
    { id: 'both', name: 'Run and stage', says: 'both', assumptions: { hours: ['run-hours', 'stage-hours'] } },
    { id: 'wide', name: 'Everything', says: 'all', assumptions: { failed: 1, people: 'staff', share: 0.03 } },
  ],
  spreads: { failed: 2, months: 1.5, pay: 1.5, share: 2 },
}

/** What the widest bill's assumptions are, in a ledger whose statuses are those of `SMALL`. */
export const STATUSES_OF_WIDEST = [
  ['hours', 'reported'],
  ['rent', 'reported'],
  ['failed', 'guess'],
  ['people', 'estimated'],
  ['months', 'guess'],
  ['pay', 'guess'],
  ['fleet', 'disputed'],
  ['share', 'guess'],
] as const

/** Two other models, and the one that the bill is of. */
export const SMALL_PEERS = peersOf(seriesOf([
  { label: 'Own', value: 2, emphasis: true },
  { label: 'Large', value: 30.84 },
  { label: 'Middling', value: 4.3 },
], { unit: 'million' }))

/** @throws {Error} when the cost model asks for a figure that its content does not name */
export function smallModel(peers: readonly LedgerValue[] = []): CostModel {
  return buildCostModel(SMALL_CONTENT, (id) => {
    const found = SMALL[id]
    if (!found)
      throw new Error(`The small ledger has no figure ${id}.`)
    return found
  }, peers)
}

/** The small one, and that of the deck where it has one: a story may do without. */
export function costModels(): [whose: string, model: CostModel][] {
  const ledger = readLedger(inRoot('evidence'))
  const content = readCostModel(inRoot('evidence'), ledger)
  const small: [string, CostModel] = ['a small ledger', smallModel(SMALL_PEERS)]
  if (!content)
    return [small]
  const peers = ledger.series[content.peers]
  if (!peers)
    throw new Error(`The ledger has no series ${content.peers}.`)
  return [small, ['the ledger', buildCostModel(content, id => ledger.figures[id] as Figure, peersOf(peers))]]
}

/** The values of a model's presets by their ids, of which the tests know these. */
export function presetValues({ presets }: CostModel): Record<'published' | 'r1' | 'both' | 'wide', AssumptionValues> {
  const all = Object.fromEntries(presets.map(({ id, values }) => [id, values]))
  const valuesOf = (id: string) => {
    const values = all[id]
    if (!values)
      throw new Error(`The cost model has no preset ${id}.`)
    return values
  }
  return { published: valuesOf('published'), r1: valuesOf('r1'), both: valuesOf('both'), wide: valuesOf('wide') }
}

/** The values of the preset that assumes most, which stands last. */
export function widestValues({ presets }: CostModel): AssumptionValues {
  return (presets.at(-1) ?? presets[0]).values
}

/** Sliders anywhere. */
export function anySettings({ assumptions }: CostModel): fc.Arbitrary<AssumptionValues> {
  return fc.record(byAssumption(id => fc.constantFrom(...assumptions[id].stops)))
}
