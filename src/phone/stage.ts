import type { RoomState } from '../polls/protocol.ts'
import { isKnownKind } from '../polls/phoneWords.ts'
import { isTalking, isWaiting } from '../polls/sharedRules.ts'

/**
 * What a phone has to show: `waiting` for a question, `talking` between two votes, `open` for votes, `over` with or
 * without results, or a kind of question that this page is too old for.
 */
export type Stage = 'joining' | 'waiting' | 'talking' | 'open' | 'over' | 'unknown'

/** @param room undefined until the room has answered */
export function stageOf(room: RoomState | undefined): Stage {
  if (!room)
    return 'joining'
  const { poll, phase } = room
  if (!poll || isWaiting(room))
    return 'waiting'
  if (!isKnownKind(poll.kind))
    return 'unknown'
  return isTalking(room) ? 'talking' : phase === 'open' ? 'open' : 'over'
}
