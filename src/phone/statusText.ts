import type { Link } from '../polls/eventStream.ts'
import type { RoomState } from '../polls/protocol.ts'
import type { Stage } from './stage.ts'
import type { BallotStatus } from './useBallot.ts'
import { phoneTextOf } from '../polls/kinds/phoneText.ts'
import { stageOf } from './stage.ts'

export interface Situation {
  /** Undefined until the room has answered. */
  room: RoomState | undefined
  status: BallotStatus
  /** Whether an answer of this round counts, even where a change of it is pending or has failed. */
  hasEarlier: boolean
  link: Link
  /** Whether nothing was heard from the room for so long that it is probably over. */
  hasEnded: boolean
}

/** What is said of a stage in which nothing can be answered. */
const STAGE_TEXTS: Record<Exclude<Stage, 'open' | 'over'>, string> = {
  joining: '',
  waiting: 'The next question will appear here by itself.',
  talking: 'Ask somebody who chose otherwise why. You vote again in a moment.',
  unknown: 'This page is older than the question: reload it.',
}

/**
 * The text in the phone's footer, one or two sentences, which a screen reader hears at every change. It never claims
 * more than is known.
 */
export function formatStatus({ room, status, hasEarlier, link, hasEnded }: Situation): string {
  if (!room)
    return link === 'offline' ? 'The room cannot be reached. Check the Wi-Fi; this page keeps trying.' : 'One moment…'
  if (status === 'sending')
    return link === 'live' ? 'Sending your answer…' : 'Offline. Your answer is kept here and sent later.'
  if (hasEnded)
    return 'Nothing was heard from the room for some minutes. It is probably over; if not, this page comes back.'
  const stage = stageOf(room)
  const text = stage === 'open'
    ? formatOpen(room, status, link)
    : stage === 'over' ? formatOver(room, status, hasEarlier) : STAGE_TEXTS[stage]
  return (link === 'offline' ? 'Offline, trying again… ' : '') + text
}

function formatOpen({ poll, round }: RoomState, status: BallotStatus, link: Link): string {
  if (status === 'refused')
    return 'The room did not take this answer: reload the page.'
  if (link === 'offline')
    return status === 'counted' ? 'Your answer was counted.' : 'You can answer meanwhile.'
  if (!poll)
    return ''
  const { counted, prompt } = phoneTextOf(poll.kind)
  if (status === 'counted')
    return counted ?? 'Counted. You can change it until voting closes.'
  return (round > 1 ? 'A new vote. ' : '') + prompt(poll)
}

function formatOver({ poll, phase }: RoomState, status: BallotStatus, hasEarlier: boolean): string {
  if (status === 'late') {
    return hasEarlier
      ? 'Voting closed before your change arrived. Your earlier answer was counted.'
      : 'Voting closed before your answer arrived, so it was not counted.'
  }
  if (status === 'refused')
    return 'The room did not take your answer, so it was not counted.'
  const closed = poll && phoneTextOf(poll.kind).closed
  if (closed)
    return closed
  return (
    (phase === 'solved' ? 'Here is the answer.' : phase === 'revealed' ? 'The results are in.' : 'Voting is closed.')
    + (status === 'counted' ? ' Your answer was counted.' : '')
  )
}
