import type { PollKind, PublicPoll } from '../polls/protocol.ts'
import type { Person } from './people.ts'
import { createRandom } from '../polls/random.ts'

/** Milliseconds in which half of a room has an answer, by what there is to do. */
const MEDIAN_MS: Record<PollKind, number> = {
  choice: 7000,
  scale: 6000,
  estimate: 9000,
  words: 12_000,
  rank: 15_000,
  questions: 20_000,
}
/** Deviation of the logarithm: the slow tenth takes twice as long as the middle. */
const SPREAD = 0.5
const LONGEST_MS = 90_000
/** Answers of one person in one round, all told; a board is looked at now and again. */
const [MOST_TURNS, MOST_VISITS] = [3, 5]
const VISIT_SHARE = 0.7

/**
 * How long somebody thinks before an answer: log-normal, as response times are (R. D. Luce, "Response Times", 1986).
 *
 * @param person who
 * @param poll what is asked
 * @param round counts from 1
 * @param turn answers that they have given in this round
 * @returns milliseconds at the pace of a real hall; undefined when they leave it at that
 */
export function thinkingTime(
  { seed, index, slowness, zeal, doubt }: Person,
  poll: PublicPoll,
  round: number,
  turn: number,
): number | undefined {
  const random = createRandom(seed, 'thinking', index, poll.id, round, turn)
  const again = poll.kind === 'questions' ? VISIT_SHARE : doubt
  if (turn >= (poll.kind === 'questions' ? MOST_VISITS : MOST_TURNS) || !random.chance(turn === 0 ? zeal : again))
    return undefined
  return Math.min(LONGEST_MS, random.logNormal(MEDIAN_MS[poll.kind] * slowness, SPREAD))
}
