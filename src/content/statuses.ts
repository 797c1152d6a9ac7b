import type { Status } from './evidenceSchema.ts'

const BEST_FIRST: readonly Status[] = ['reported', 'estimated', 'disputed', 'unknown']

/**
 * How well is known what is made of several numbers: no better than the least known of them; reported where there are
 * none.
 */
export function leastKnown(statuses: readonly Status[]): Status {
  return BEST_FIRST[Math.max(0, ...statuses.map(status => BEST_FIRST.indexOf(status)))] ?? 'unknown'
}
