import type { PollKind, StagePoll } from './protocol.ts'
import { isTalking } from './sharedRules.ts'

/**
 * The line under the number of people that tells the room whether it can vote. Empty once results are shown, and while
 * neighbours talk: then `formatTalkPrompt` stands beside the clock.
 *
 * @param kind of the poll
 * @param pollState undefined until the room has answered
 */
export function formatJoinStatus(
  kind: PollKind,
  pollState: Pick<StagePoll, 'phase' | 'round' | 'endsIn'> | undefined,
): string {
  if (pollState && isTalking(pollState))
    return ''
  // Phones use the same word.
  const what = kind === 'questions' ? 'The board' : 'Voting'
  switch (pollState?.phase) {
    case 'idle': return 'Scan to join'
    case 'open': return `${what} is open`
    case 'closed': return `${what} is closed`
    default: return ''
  }
}

/**
 * What the room is to do between two votes.
 *
 * @param seconds left to talk
 */
export function formatTalkPrompt(seconds: number): string {
  return seconds > 0 ? 'Talk with your neighbour' : 'Time to vote again'
}
