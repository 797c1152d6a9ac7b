import type { Link } from '../polls/eventStream.ts'
import type { PublicPoll, RoomState } from '../polls/protocol.ts'
import type { BallotStatus } from './useBallot.ts'
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

/**
 * The text in the phone's footer, one or two sentences, which a screen reader hears at every change. It never claims
 * more than is known.
 */
export function formatStatus({ room, status, hasEarlier, link, hasEnded }: Situation): string {
  const stage = stageOf(room)
  if (!room)
    return link === 'offline' ? 'The room cannot be reached. Check the Wi-Fi; this page keeps trying.' : 'One moment…'
  if (status === 'sending')
    return link === 'live' ? 'Sending your answer…' : 'Offline. Your answer is kept here and sent later.'
  if (hasEnded)
    return 'Nothing was heard from the room for some minutes. It is probably over; if not, this page comes back.'
  return (link === 'offline' ? 'Offline, trying again… ' : '') + {
    joining: '',
    waiting: 'The next question will appear here by itself.',
    talking: 'Ask somebody who chose otherwise why. You vote again in a moment.',
    unknown: 'This page is older than the question: reload it.',
    open: formatOpen(room, status, link),
    over: formatOver(room, status, hasEarlier),
  }[stage]
}

function formatOpen({ poll, round }: RoomState, status: BallotStatus, link: Link): string {
  if (status === 'refused')
    return 'The room did not take this answer: reload the page.'
  if (link === 'offline')
    return status === 'counted' ? 'Your answer was counted.' : 'You can answer meanwhile.'
  if (status === 'counted') {
    return poll?.kind === 'questions'
      ? 'Counted. Ask or support more.'
      : 'Counted. You can change it until voting closes.'
  }
  return (round > 1 ? 'A new vote. ' : '') + (poll ? sayPrompt(poll) : '')
}

function formatOver({ poll, phase }: RoomState, status: BallotStatus, hasEarlier: boolean): string {
  if (status === 'late') {
    return hasEarlier
      ? 'Voting closed before your change arrived. Your earlier answer was counted.'
      : 'Voting closed before your answer arrived, so it was not counted.'
  }
  if (status === 'refused')
    return 'The room did not take your answer, so it was not counted.'
  if (poll?.kind === 'questions')
    return 'The board is closed.'
  return (
    (phase === 'revealed' ? 'The results are in.' : 'Voting is closed.')
    + (status === 'counted' ? ' Your answer was counted.' : '')
  )
}

function sayPrompt(poll: PublicPoll): string {
  switch (poll.kind) {
    case 'choice': return poll.several ? 'Choose any number, then send.' : 'Choose your answer.'
    case 'scale': return poll.confidence ? 'Choose a number, and say how sure you are.' : 'Choose a number.'
    case 'estimate': return 'Enter a number or move the slider, then send.'
    case 'words': return 'Write, then send.'
    case 'rank': return 'Tap them in your order, then send.'
    case 'questions': return 'Ask, or support what others ask.'
  }
}
