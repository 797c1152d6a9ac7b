import type { RoomSnapshot, RoomState } from '../polls/protocol.ts'
import type { Random } from '../polls/random.ts'
import type { BallotRecord, BallotRecords } from './ballots.ts'
import type { Phone } from './phone.ts'
import { roundOf } from '../polls/round.ts'
import { isKept } from './ballots.ts'

/** The first state of a connection brings the phone's own ballot, the others do not. */
export type ReceivedState = RoomState & Partial<Pick<RoomSnapshot, 'mine'>>

export interface VerifierOptions {
  phone: Phone
  records: BallotRecords
  random: Random
  onChange: () => void
}

export interface Verifier {
  /**
   * Compares what the room says it has of the phone with what it has acknowledged.
   *
   * @param asked when the room was asked, by `performance.now()`
   */
  compare: (state: ReceivedState, asked: number) => void
  /** Asks the room once, and compares. Rejects when it does not answer. */
  verifyBallots: () => Promise<void>
  /** Verifies once voting is over, while the room can still be asked about the round. */
  follow: (state: RoomState) => void
  /** Acknowledged ballots that the room no longer knew when it was asked. */
  lost: () => number
  stop: () => void
}

const TIMEOUT_MS = 5000
/** After the end of a round, so that not all phones ask at once. */
const VERIFY_WITHIN_MS = 1500

/** Finds out whether the room still has what it has acknowledged to one phone. */
export function createVerifier({ phone, records, random, onChange }: VerifierOptions): Verifier {
  const lost = new Set<BallotRecord>()
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  function recordOf(state: RoomState): BallotRecord | undefined {
    const round = roundOf(state)
    return round && records.find(round)
  }

  function compare(state: ReceivedState, asked: number) {
    const record = recordOf(state)
    if (!record || state.mine === undefined)
      return
    const hasIt = isKept(record, state.mine, asked)
    if (hasIt === false)
      lost.add(record)
    if (hasIt)
      record.confirmed = true
  }

  async function verifyBallots() {
    const asked = performance.now()
    const response = await phone.fetch('/api/room', { signal: AbortSignal.timeout(TIMEOUT_MS) })
    compare(await response.json() as RoomSnapshot, asked)
  }

  return {
    compare,
    verifyBallots,
    follow(state) {
      const record = state.phase === 'open' ? undefined : recordOf(state)
      if (isStopped || timer || !record || record.acked < 0 || record.confirmed)
        return
      timer = setTimeout(() => {
        timer = undefined
        verifyBallots().then(onChange, () => {})
      }, random.next() * VERIFY_WITHIN_MS)
    },
    lost: () => lost.size,
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
