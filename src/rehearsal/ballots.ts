import type { Answer, RoomState } from '../polls/protocol.ts'
import { isDeepStrictEqual } from 'node:util'

/** What one phone gave and got in one round of one poll. */
export interface BallotRecord {
  session: string
  poll: string
  round: number
  /** Every answer that it sent, in order. */
  sent: Answer[]
  /** Index of the last one that the room acknowledged; −1 for none. */
  acked: number
  /** When that was, by `performance.now()`. */
  ackedAt: number
  /** Whether the room has shown since then that it has it. */
  confirmed: boolean
}

export type RoundName = Pick<BallotRecord, 'session' | 'poll' | 'round'>

export const roundKey = ({ session, poll, round }: RoundName): string => `${session}/${poll}/${round}`

export interface BallotRecords {
  /** Of a round; begun where there is none. */
  of: (name: RoundName) => BallotRecord
  /** @param key of `roundKey` */
  known: (key: string) => BallotRecord | undefined
  all: () => BallotRecord[]
}

export function createRecords(): BallotRecords {
  const records = new Map<string, BallotRecord>()
  return {
    of(name) {
      const before = records.get(roundKey(name))
      if (before)
        return before
      const { session, poll, round } = name
      const begun: BallotRecord = { session, poll, round, sent: [], acked: -1, ackedAt: 0, confirmed: false }
      records.set(roundKey(name), begun)
      return begun
    },
    known: key => records.get(key),
    all: () => [...records.values()],
  }
}

/** The round that the state shows, if it shows one. */
export function roundOf({ session, poll, round }: RoomState): RoundName | undefined {
  return poll ? { session, poll: poll.id, round } : undefined
}

/**
 * Whether the room still has what it acknowledged: it must know the last acknowledged answer or one that was sent
 * later.
 *
 * @param record what the phone knows
 * @param mine what the room says it has of the phone
 * @param asked when the room was asked
 * @returns undefined where that cannot be told: nothing was acknowledged, or only after the room was asked
 */
export function isKept(
  { sent, acked, ackedAt }: BallotRecord,
  mine: Answer | null,
  asked: number,
): boolean | undefined {
  return acked >= 0 && ackedAt < asked ? sent.slice(acked).some(answer => isDeepStrictEqual(answer, mine)) : undefined
}
