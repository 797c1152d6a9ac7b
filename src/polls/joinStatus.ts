import type { PollKind, StagePoll } from './protocol.ts'
import { isTalking } from './sharedRules.ts'

/**
 * What the room is told to do under the counts, in one line. With the results in sight there is nothing to say,
 * and while people talk the clock says it.
 *
 * @param standing undefined until the room is heard
 */
export function doorWords(kind: PollKind, standing: Pick<StagePoll, 'phase' | 'round' | 'endsIn'> | undefined): string {
  if (standing && isTalking(standing))
    return ''
  // A board is no vote; the phones say the same.
  const what = kind === 'questions' ? 'The board' : 'Voting'
  switch (standing?.phase) {
    case 'idle': return 'Scan to join'
    case 'open': return `${what} is open`
    case 'closed': return `${what} is closed`
    default: return ''
  }
}

/** What the room does between two votes, with so many seconds left. */
export function talkWords(seconds: number): string {
  return seconds > 0 ? 'Talk with your neighbour' : 'Time to vote again'
}
