import type { RoomState } from './protocol.ts'

/** What a ballot is for: every round of a poll is a vote of its own. */
export interface RoundId {
  session: string
  poll: string
  round: number
}

export const roundKey = ({ session, poll, round }: RoundId): string => `${session}/${poll}/${round}`

/** The round that the state shows, if it shows one. */
export function roundOf({ session, poll, round }: RoomState): RoundId | undefined {
  return poll ? { session, poll: poll.id, round } : undefined
}
