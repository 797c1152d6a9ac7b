import type { Link } from '../../composables/eventStream.ts'
import type { Phase } from '../protocol.ts'
import type { BallotStatus } from './useBallot.ts'

export interface Situation {
  phase: Phase
  /** Whether a poll is on screen. */
  asked: boolean
  status: BallotStatus
  /** Whether an earlier answer of this round counts. */
  earlier: boolean
  link: Link
  /** Whether the room has answered at least once. */
  joined: boolean
}

/** The one sentence under the question, which a screen reader hears at every change. It never claims more than is known. */
export function sayStatus({ phase, asked, status, earlier, link, joined }: Situation): string {
  if (!joined)
    return link === 'offline' ? 'The room cannot be reached. Check the Wi-Fi; this page keeps trying.' : 'One moment…'
  if (!asked)
    return 'The next question will appear here by itself.'
  if (status === 'sending')
    return link === 'live' ? 'Sending your answer…' : 'No connection. Your answer is kept here and sent as soon as it returns.'
  if (status === 'late')
    return earlier ? 'Voting closed before your change arrived. Your earlier answer was counted.' : 'Voting closed before your answer arrived, so it was not counted.'
  if (status === 'refused')
    return 'The room did not take this answer. Reload the page and try again.'
  if (status === 'counted')
    return phase === 'open' ? 'Counted. You can change it until voting closes.' : 'Voting is closed. Your answer was counted.'
  return phase === 'open' ? 'Tap an answer.' : 'Voting is closed.'
}
