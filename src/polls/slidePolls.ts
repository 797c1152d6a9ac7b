import type { DeckPoll, StagePoll } from './protocol.ts'
import { areResultsShown, isTalking } from './sharedRules.ts'
import { stepOfClick } from './steps.ts'

/** A slide has room for so many polls: side by side, each keeps half of it. */
export const MAX_POLLS_ON_SLIDE = 2

/**
 * Ids of the polls that a slide asks, in turn. Its frontmatter names one, as in `poll: bill`, or several, as in
 * `poll: [bill, dow]`.
 *
 * @param frontmatter of the slide, as it is written
 * @param frontmatter.poll one id, or a list
 */
export function pollIdsOf({ poll }: { poll?: unknown }): string[] {
  return [poll ?? []].flat().map(String)
}

/** The states of polls as far as they are known, by id. */
type States = Readonly<Record<string, StagePoll | undefined>>

/**
 * The poll on a slide that keys and clicks act on: the first one for which a click has something left to do, else the
 * last.
 *
 * @param polls on the slide, in their order
 * @param states of them
 * @param pairs ids of polls whose answers are compared with a later poll
 */
export function pollInTurn(polls: DeckPoll[], states: States, pairs: ReadonlySet<string>): DeckPoll | undefined {
  return polls.find(poll => !isFinished(poll, states[poll.id], pairs)) ?? polls.at(-1)
}

/**
 * The polls of a slide that are seen at this moment: one while they run in turn, all of them side by side once the
 * results of each are shown. Results stay until the next poll opens.
 *
 * @param polls on the slide, in their order
 * @param states of them
 * @param pairs ids of polls whose answers are compared with a later poll
 */
export function pollsInSight(polls: DeckPoll[], states: States, pairs: ReadonlySet<string>): DeckPoll[] {
  if (polls.every(({ id }) => areResultsShown(states[id]?.phase)))
    return polls
  const inTurn = pollInTurn(polls, states, pairs)
  const before = inTurn && polls[polls.indexOf(inTurn) - 1]
  const isBefore = before && areResultsShown(states[before.id]?.phase) && isUntouched(states[inTurn.id])
  return isBefore ? [before] : inTurn ? [inTurn] : []
}

function isUntouched(state: StagePoll | undefined): boolean {
  return state?.phase === 'idle' && !isTalking(state)
}

function isFinished(poll: DeckPoll, state: StagePoll | undefined, pairs: ReadonlySet<string>): boolean {
  return state !== undefined && state.phase !== 'open' && stepOfClick(poll, state, pairs) === undefined
}
