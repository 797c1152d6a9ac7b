import type { Link } from '../polls/eventStream.ts'
import type { Answer, RoomState } from '../polls/protocol.ts'
import type { Said } from '../polls/words/words.ts'
import type { PartState } from './stage.ts'
import type { BallotStatus } from './useBallot.ts'
import { ASK, kindWords, STATUS } from '../polls/phoneWords.ts'
import { isFirstKind, stageOf } from './stage.ts'

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
  part: PartState
  link: Link
  /** Whether nothing was heard from the room for so long that it is probably over. */
  hasEnded: boolean
  /** Whether the browser keeps cookies, without which no answer counts. */
  hasCookies: boolean
  /** Whether the slide stands beside this page, so that there is nowhere else to look. */
  isBesideSlide: boolean
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
  const stage = stageOf(room, situation.part)
  if (stage === 'waiting' && situation.isBesideSlide)
    return say(link === 'offline' ? [STATUS.tryingAgain] : [STATUS.waiting[1] ?? ''])
  const text = stage === 'open'
    ? formatOpen(room, situation)
    : stage === 'over'
      ? formatOver(room, situation)
      : say(stage === 'joining' ? STATUS.oneMoment : STATUS[stage])
  return link === 'offline' && stage !== 'open' ? { ...text, more: STATUS.tryingAgain } : text
}

/** What the bar says while somebody asks aside: only what has become of the question. */
export function formatAside(situation: Situation): StatusText {
  const { status, answer, hasCookies } = situation
  if (status === 'sending')
    return isKept(situation) ? say(STATUS.kept, 'kept') : say(STATUS.sending)
  if (status === 'refused' || status === 'late')
    return sayRefused(hasCookies)
  const hasAsked = typeof answer === 'object' && 'ask' in answer && answer.ask.length > 0
  return hasAsked ? say([STATUS.counted, ASK.counted], 'counted') : say(ASK.prompt)
}

function say([head, more = '']: readonly string[] | Said, mood: StatusText['mood'] = 'plain'): StatusText {
  return { head: head ?? '', more, mood }
}

/** Two sentences; after an ideographic full stop there is no space. */
const inRow = (first: string, then: string) => `${first}${first.endsWith('。') ? '' : ' '}${then}`.trim()

function sayRefused(hasCookies: boolean): StatusText {
  return say(hasCookies ? STATUS.refused : [STATUS.refused[0], STATUS.noCookies], 'lost')
}

function formatOpen({ poll, round }: RoomState, situation: Situation): StatusText {
  const { status, answer, hasUnsent, part, link, hasCookies } = situation
  if (status === 'refused')
    return sayRefused(hasCookies)
  if (!poll)
    return say([''])
  const words = kindWords(poll.kind)
  if (status === 'counted' && answer !== undefined) {
    const more = link === 'offline'
      ? STATUS.tryingAgain
      : hasUnsent ? words.unsent ?? STATUS.unsent : words.change(poll, answer)
    return say([inRow(STATUS.counted, words.said(poll, answer)), more], 'counted')
  }
  const hasForm = part === 'here' || isFirstKind(poll.kind)
  if (link === 'offline')
    return say(hasForm ? STATUS.offline : STATUS.unreachable)
  if (!hasForm)
    return say(STATUS.oneMoment)
  const [head, more] = words.prompt(poll)
  return say([round > 1 ? inRow(STATUS.again, head) : head, more ?? ''])
}

function formatOver(
  { poll, phase }: RoomState,
  { status, answer, hasUnsent, hasCookies }: Situation,
): StatusText {
  if (status === 'late')
    return say(answer === undefined ? STATUS.late : STATUS.changeLate, 'lost')
  if (status === 'refused')
    return sayRefused(hasCookies)
  const words = poll && kindWords(poll.kind)
  const head = words?.closed ?? STATUS[phase === 'solved' || phase === 'revealed' ? phase : 'closed']
  if (hasUnsent) {
    // Words and questions count one by one; of all else a change that was not sent leaves the answer before it.
    const isKeptWhole = status === 'counted' && poll?.kind !== 'words' && poll?.kind !== 'questions'
    return say([head, isKeptWhole ? STATUS.changeLate[1] ?? '' : words?.lost ?? STATUS.lost], 'lost')
  }
  return say([head, words?.closed ? '' : status === 'counted' ? STATUS.wasCounted : STATUS.noAnswer])
}
