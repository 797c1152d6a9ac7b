import type { Link } from '../polls/eventStream.ts'
import type { Said } from '../polls/phoneWords.ts'
import type { Answer, RoomState } from '../polls/protocol.ts'
import type { BallotStatus } from './useBallot.ts'
import { kindWords, STATUS } from '../polls/phoneWords.ts'
import { stageOf } from './stage.ts'

export interface Situation {
  /** Undefined until the room has answered. */
  room: RoomState | undefined
  status: BallotStatus
  /** The answer of this round that is on screen: it counts, or is on its way. */
  answer: Answer | undefined
  /** Whether the form holds, or held when voting closed, something that was never sent. */
  hasUnsent: boolean
  /** Whether the answer has been on its way for longer than a good network takes. */
  isSlow: boolean
  link: Link
  /** Whether nothing was heard from the room for so long that it is probably over. */
  hasEnded: boolean
}

export interface StatusText {
  head: string
  more: string
  /** `counted` only where the room has the answer on disk; `kept` where only this phone has it. */
  mood: 'plain' | 'counted' | 'kept' | 'lost'
}

/** Whether an answer is on this phone only, and will be for a while. */
export function isKept({ status, link, isSlow }: Pick<Situation, 'status' | 'link' | 'isSlow'>): boolean {
  return status === 'sending' && (isSlow || link !== 'live')
}

/**
 * What the bar at the foot says, which a screen reader hears at every change. It is the only voice on what has become
 * of an answer, and never claims more than is known.
 */
export function formatStatus(situation: Situation): StatusText {
  const { room, status, link, hasEnded } = situation
  if (!room)
    return say(link === 'offline' ? STATUS.unreachable : STATUS.oneMoment)
  if (status === 'sending')
    return isKept(situation) ? say(STATUS.kept, 'kept') : say(STATUS.sending)
  if (hasEnded)
    return say(STATUS.silent)
  const stage = stageOf(room)
  const text = stage === 'open'
    ? formatOpen(room, situation)
    : stage === 'over'
      ? formatOver(room, situation)
      : say(stage === 'joining' ? STATUS.oneMoment : STATUS[stage])
  return link === 'offline' && stage !== 'open' ? { ...text, more: STATUS.tryingAgain } : text
}

function say([head, more = '']: readonly string[] | Said, mood: StatusText['mood'] = 'plain'): StatusText {
  return { head: head ?? '', more, mood }
}

function formatOpen({ poll, round }: RoomState, { status, answer, hasUnsent, link }: Situation): StatusText {
  if (status === 'refused')
    return say(STATUS.refused, 'lost')
  if (!poll)
    return say([''])
  const words = kindWords(poll.kind)
  if (status === 'counted' && answer !== undefined) {
    const more = link === 'offline'
      ? STATUS.tryingAgain
      : hasUnsent ? words.unsent ?? STATUS.unsent : words.change(poll, answer)
    return say([`${STATUS.counted} ${words.said(poll, answer)}`.trim(), more], 'counted')
  }
  if (link === 'offline')
    return say(STATUS.offline)
  const [head, more] = words.prompt(poll)
  return say([round > 1 ? `${STATUS.again} ${head}` : head, more ?? ''])
}

function formatOver({ poll, phase }: RoomState, { status, answer, hasUnsent }: Situation): StatusText {
  if (status === 'late')
    return say(answer === undefined ? STATUS.late : STATUS.changeLate, 'lost')
  if (status === 'refused')
    return say(STATUS.refused, 'lost')
  const words = poll && kindWords(poll.kind)
  const head = words?.closed ?? STATUS[phase === 'solved' || phase === 'revealed' ? phase : 'closed']
  if (hasUnsent)
    return say([head, words?.lost ?? STATUS.lost], 'lost')
  return say([head, words?.closed ? '' : status === 'counted' ? STATUS.wasCounted : STATUS.noAnswer])
}
