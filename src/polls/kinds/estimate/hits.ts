import type { EstimatePoll, EstimateTally } from './answer.ts'

/** How close to the record an estimate is a hit: as a share of it, or in points where it is a percentage itself. */
const [NEAR_SHARE, NEAR_POINTS] = [0.1, 5]
/** Rounding errors are no misses. */
const SLACK = 1e-9

type InUnit = Pick<EstimatePoll, 'unit'>

const isPercentage = ({ unit }: InUnit) => unit === 'percent' || unit === 'percent-change'

/** How close is close, in words. Ten per cent of a percentage would be taken for ten points. */
export function formatTolerance(poll: InUnit): string {
  return isPercentage(poll) ? `${NEAR_POINTS} points` : `${NEAR_SHARE * 100}%`
}

/** Whether an estimate is close to the record, or within its range. */
export function isHit(poll: InUnit, [low, high]: [number, number], value: number): boolean {
  const near = (end: number) => (isPercentage(poll) ? NEAR_POINTS : Math.abs(end) * NEAR_SHARE) + Math.abs(end) * SLACK
  return value >= low - near(low) && value <= high + near(high)
}

/** How many people came close to the record. */
export function hitsOf(poll: InUnit, { values }: Pick<EstimateTally, 'values'>, record: [number, number]): number {
  return values.reduce((sum, [value, people]) => sum + (isHit(poll, record, value) ? people : 0), 0)
}
