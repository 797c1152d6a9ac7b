import type { Poll } from '../../polls/pollsFile.ts'
import type { DeckPoll, Entry, StagePoll, Tally } from '../../polls/protocol.ts'
import type { RoundReport } from '../model.ts'
import type { Grouping } from './votes.ts'
import { deckPoll } from '../../polls/pollsFile.ts'

/** A counted round with everything that decides what may be told of it. */
export interface CountedRound<P = Poll, T = Tally> {
  poll: P
  round: number
  /** Of at least five people. */
  tally: T
  /** Every text with its state, of a kind that takes free text. */
  entries: Entry[]
  /** How answers are told together, in every round; of a kind in which voters give one answer. */
  grouping: Grouping
}

/** What a kind tells of a round; the people are told by the caller. */
export type Telling = Omit<RoundReport, 'round' | 'people'>

/** The state of a poll whose results and answer are shown, as the wall's pictures want it. */
export function shownState(
  poll: { id: string },
  round: number,
  tally: Tally,
  more: Partial<StagePoll> = {},
): StagePoll {
  return { id: poll.id, phase: 'solved', round, answered: tally.people, tally, ...more }
}

/**
 * A poll for the wall's pictures.
 *
 * @param poll as it was asked
 * @param changes where answers are told together
 */
export const drawnPoll = (poll: Poll, changes: object = {}): DeckPoll =>
  ({ ...deckPoll(poll), ...changes }) as DeckPoll

/** Without how many were on paper: those may be few. */
export function withoutPaper<T extends Tally>({ paper: _, ...tally }: T): Omit<T, 'paper'> {
  return tally
}
