import type { Unit } from './evidenceSchema.ts'

/**
 * What a training bill is made of: GPU hours, dollars per GPU hour, other runs as a share of this one, people, months,
 * dollars per person and month, price of the machines in dollars, and the share of that price charged to this model. In
 * a file without the schema (`costModelFile.ts`), which must not get into the browser.
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
