import type { PollKind, StagePoll } from './protocol.ts'
import { hasSpotlight } from './entries/onScreen.ts'
import { isTalking } from './sharedRules.ts'
import { tallyOfKind } from './tallyOfKind.ts'

/**
 * The line over a question, which tells the room whether it can vote.
 *
 * @param kind of the poll
 * @param pollState undefined until the room has answered, and without a room
 */
export function formatKicker(
  kind: PollKind,
  pollState: Pick<StagePoll, 'phase' | 'round' | 'endsIn' | 'tally'> | undefined,
): string {
  if (pollState && isTalking(pollState))
    return 'Between two votes'
  if (hasSpotlight(tallyOfKind(pollState, 'questions')))
    return 'Asked by the room'
  // Phones use the same word.
  const what = kind === 'questions' ? 'Questions are' : 'Voting is'
  switch (pollState?.phase) {
    case 'open': return `${what} open`
    case 'closed': return `${what} closed`
    case 'revealed': return 'Your answers'
    case 'solved': return 'Your answers, and the record'
    default: return 'Your turn'
  }
}

/** What people type to join: the address without its scheme. */
export function addressOf(joinUrl: string | undefined): string | undefined {
  return joinUrl?.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

/**
 * What the room is to do between two votes.
 *
 * @param seconds left to talk
 */
export function formatTalkPrompt(seconds: number): string {
  return seconds > 0 ? 'Talk with your neighbour' : 'Time to vote again'
}
