import type { RoomState } from './protocol.ts'

/** Names one vote: each round of a poll is counted by itself. */
export interface RoundId {
  session: string
  poll: string
  round: number
}

/** A round as one string, to compare and store by. */
export const roundKey = ({ session, poll, round }: RoundId): string => `${session}/${poll}/${round}`

/** The round that a room is in; undefined while no poll is shown. */
export function roundOf({ session, poll, round }: RoomState): RoundId | undefined {
  return poll ? { session, poll: poll.id, round } : undefined
}
