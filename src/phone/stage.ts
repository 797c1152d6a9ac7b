import type { RoomState } from '../polls/protocol.ts'
import { isKnownKind } from '../polls/phoneWords.ts'
import { isTalking, isWaiting } from '../polls/sharedRules.ts'

/**
 * What a phone has to show: `waiting` for a question, `talking` between two votes, `open` for votes, `over` with or
 * without results, its `card`, or a kind of question that this page is too old for.
 */
export type Stage = 'joining' | 'waiting' | 'talking' | 'open' | 'over' | 'card' | 'unknown'

/** Whether the second part of the page has come; `gone` where the room has another version of it. */
export type PartState = 'coming' | 'here' | 'gone'

/** Kinds that have their forms in the first part of the page. */
export const FIRST_KINDS = ['choice', 'scale', 'estimate', 'words'] as const
export type FirstKind = typeof FIRST_KINDS[number]

export const isFirstKind = (kind: string): kind is FirstKind => FIRST_KINDS.includes(kind as FirstKind)

/** @param room undefined until the room has answered */
export function stageOf(room: RoomState | undefined, part: PartState = 'here'): Stage {
  if (!room)
    return 'joining'
  const { poll, phase } = room
  if (room.cards)
    return 'card'
  if (!poll || isWaiting(room))
    return 'waiting'
  const isOutOfReach = phase === 'open' && part === 'gone' && !isFirstKind(poll.kind)
  if (!isKnownKind(poll.kind) || isOutOfReach)
    return 'unknown'
  return isTalking(room) ? 'talking' : phase === 'open' ? 'open' : 'over'
}
