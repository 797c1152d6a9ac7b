import type { RoomState } from './protocol.ts'

/** Names one vote: each round of a poll is counted by itself. */
export interface RoundId {
  session: string
  poll: string
  round: number
}

/** A round as one string, to compare and store by. */
export const roundKey = ({ session, poll, round }: RoundId): string => `${session}/${poll}/${round}`

/** The round of the board that takes questions at any time, while another poll or none is shown. */
export function askedRound({ session, ask }: RoomState): RoundId | undefined {
  return ask && { session, poll: ask.poll.id, round: ask.round }
}

/** The round that a room is in; undefined while no poll is shown. */
export function roundOf({ session, poll, round }: RoomState): RoundId | undefined {
  return poll ? { session, poll: poll.id, round } : undefined
}
