import type { Unit } from './evidenceSchema.ts'

/**
 * What a training bill is made of: GPU hours, dollars a GPU hour, other runs as a share of this one, people, months,
 * dollars a month each, price of the machines in dollars, the share of that price charged to this model. Apart from
 * the schema (`costModelFile.ts`), which must not reach the browser.
 */
export const ASSUMPTION_IDS = ['hours', 'rent', 'failed', 'people', 'months', 'pay', 'fleet', 'share'] as const
export type AssumptionId = typeof ASSUMPTION_IDS[number]

/** The unit in which the ledger's figure for an assumption is used. A percentage becomes a fraction of one. */
export const ASSUMPTION_UNITS: Readonly<Record<AssumptionId, Unit>> = {
  hours: 'count',
  rent: 'usd',
  failed: 'percent',
  people: 'count',
  months: 'months',
  pay: 'usd',
  fleet: 'usd',
  share: 'percent',
}
