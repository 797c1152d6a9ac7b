import type { Status } from './evidenceSchema.ts'

const BEST_FIRST: readonly Status[] = ['reported', 'estimated', 'disputed', 'unknown']

/**
 * The status of a number that is made of several: that of the least known of them. Reported if there are none.
 */
export function leastKnown(statuses: readonly Status[]): Status {
  return BEST_FIRST[Math.max(0, ...statuses.map(status => BEST_FIRST.indexOf(status)))] ?? 'unknown'
}
