import { createRandom } from '../polls/random.ts'

/** Somebody in the audience. Times are milliseconds at the pace of a real hall. */
export interface Person {
  seed: number
  /** Counts from 0. */
  index: number
  /** How long after the start they have the page open. */
  arrives: number
  /** Times the usual time to think. */
  slowness: number
  /** Share of polls that they answer. */
  zeal: number
  /** Chance that they think again after an answer. */
  doubt: number
  /** Mean time between two losses of the network. */
  holds: number
}

/** Median time from the QR code on the screen to the page on the phone; most people need less than a minute. */
const MEDIAN_ARRIVAL_MS = 12_000
const MAX_ARRIVAL_MS = 90_000
/** Some phones lose the network often, for their place in the hall or because they are locked; the others seldom. */
const [FLAKY_SHARE, FLAKY_MS, STEADY_MS] = [0.3, 90_000, 600_000]
const MEDIAN_ABSENCE_MS = 5000
const MAX_ABSENCE_MS = 60_000

/** The same person for the same seed and index, however many others come. */
export function personOf(seed: number, index: number): Person {
  const random = createRandom(seed, 'person', index)
  return {
    seed,
    index,
    arrives: Math.min(MAX_ARRIVAL_MS, random.logNormal(MEDIAN_ARRIVAL_MS, 0.7)),
    slowness: random.logNormal(1, 0.3),
    zeal: 0.85 + 0.15 * random.next(),
    doubt: 0.3 * random.next(),
    holds: random.chance(FLAKY_SHARE) ? FLAKY_MS : STEADY_MS,
  }
}

/**
 * When somebody drops out for the nth time and for how long: a locked phone, a lift, a dead spot.
 *
 * @param n counts from 0
 */
export function absenceOf({ seed, index, holds }: Person, n: number): { after: number, lasts: number } {
  const random = createRandom(seed, 'absence', index, n)
  return { after: random.wait(holds), lasts: Math.min(MAX_ABSENCE_MS, random.logNormal(MEDIAN_ABSENCE_MS, 0.8)) }
}
