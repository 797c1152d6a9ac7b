import type { PublicPoll } from '../polls/protocol.ts'
import type { Person } from './people.ts'
import { rehearsalOf } from '../polls/kinds/rehearsal.ts'
import { createRandom } from '../polls/random.ts'

/** Deviation of the logarithm: the slow tenth takes twice as long as the middle. */
const SPREAD = 0.5
const LONGEST_MS = 90_000

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
  const { medianMs, maxTurns, againShare = doubt } = rehearsalOf(poll.kind)
  if (turn >= maxTurns || !random.chance(turn === 0 ? zeal : againShare))
    return undefined
  return Math.min(LONGEST_MS, random.logNormal(medianMs * slowness, SPREAD))
}
