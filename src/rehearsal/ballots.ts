import type { Answer } from '../polls/protocol.ts'
import type { RoundId } from '../polls/round.ts'
import { isDeepStrictEqual } from 'node:util'
import { roundKey } from '../polls/round.ts'

/** What one phone gave and got in one round of one poll. */
export interface BallotRecord extends RoundId {
  /** Every answer that it sent, in order. */
  sent: Answer[]
  /** Index of the last one that the room acknowledged; −1 for none. */
  acked: number
  /** When that was, by `performance.now()`. */
  ackedAt: number
  /** Whether the room has shown since then that it has it. */
  confirmed: boolean
}

/** The records of one phone, by round. */
export interface BallotRecords {
  /** Begins one where there is none. */
  ensure: (round: RoundId) => BallotRecord
  find: (round: RoundId) => BallotRecord | undefined
  all: () => BallotRecord[]
}

export function createRecords(): BallotRecords {
  const records = new Map<string, BallotRecord>()
  return {
    ensure({ session, poll, round }) {
      const key = roundKey({ session, poll, round })
      const record = records.get(key) ?? { session, poll, round, sent: [], acked: -1, ackedAt: 0, confirmed: false }
      records.set(key, record)
      return record
    },
    find: round => records.get(roundKey(round)),
    all: () => [...records.values()],
  }
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
