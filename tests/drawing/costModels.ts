import type { Figure } from '../../src/content/evidenceSchema.ts'
import type { Known, Model } from '../../src/drawing/costModelPresets.ts'
import fc from 'fast-check'
import { inRoot } from '../../src/cli/paths.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { ASSUMPTION_IDS } from '../../src/drawing/costModel.ts'
import { COST_FIGURES, COST_PEERS, modelOf, peersOf } from '../../src/drawing/costModelPresets.ts'
import { seriesOf } from './charts/support/smallSeries.ts'

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
const SMALL: Record<keyof typeof COST_FIGURES, Figure> = {
  headline: figure(4, 'usd-million'),
  hours: figure(2000, 'thousand'),
  stageHours: figure(100_000, 'count', { sources: ['stage_paper'] }),
  rent: figure(2, 'usd'),
  people: figure(100, 'count', { high: 200, status: 'estimated', sources: ['visit'] }),
  fleet: figure(1, 'usd-billion', { high: 1.44, status: 'disputed', sources: ['analyst'] }),
  peopleShare: figure(30, 'percent', { high: 60 }),
}
export const SMALL_BY_ID = Object.fromEntries(
  Object.entries(COST_FIGURES).map(([role, id]) => [id, SMALL[role as keyof typeof COST_FIGURES]]),
)

/** What the widest bill's assumptions are, in a ledger whose statuses are those of `SMALL`. */
export const WORDS_OF_WIDEST = [
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

/** @throws {Error} when the cost model asks for a figure that it has not announced in COST_FIGURES */
export function smallModel(peers: readonly Known[] = []): Model {
  return modelOf((id) => {
    const found = SMALL_BY_ID[id]
    if (!found)
      throw new Error(`The small ledger has no figure ${id}.`)
    return found
  }, peers)
}

/** The small one, and that of the ledger where it has all that a cost model needs: a story may do without. */
export function costModels(): [whose: string, model: Model][] {
  const { figures, series } = readLedger(inRoot('evidence'))
  const peers = series[COST_PEERS]
  const isThere = peers?.kind === 'points' && Object.values(COST_FIGURES).every(id => figures[id])
  return [
    ['a small ledger', smallModel(SMALL_PEERS)],
    ...(isThere ? [['the ledger', modelOf(id => figures[id] as Figure, peersOf(peers))] as [string, Model]] : []),
  ]
}

/** Sliders anywhere. */
export function anySettings({ assumptions }: Model) {
  return fc.record(
    Object.fromEntries(ASSUMPTION_IDS.map(id => [id, fc.constantFrom(...assumptions[id].stops)])) as Record<
      (typeof ASSUMPTION_IDS)[number],
      fc.Arbitrary<number>
    >,
  )
}
