import type { Answer, BallotReceipt, BallotRequest, ErrorBody, RoomSnapshot } from '../polls/protocol.ts'
import type { BallotRecord } from './ballots.ts'
import type { Phone, Reply } from './phone.ts'
import type { Random } from './random.ts'
import { ballotPath } from '../polls/protocol.ts'

/** What became of the ballots of one phone. */
export interface Outcomes {
  sent: number
  acknowledged: number
  /** Voting had closed, or the round was over. */
  late: number
  /** The room will never take them. */
  refused: number
  /** Requests beyond the first for one ballot. */
  retried: number
  /** Milliseconds from the first request to the acknowledgement, the longest; without time out of reach. */
  slowest: number
}

export interface Delivery {
  outcomes: Readonly<Outcomes>
  /** The ballot on its way, if any. */
  pending: () => BallotRecord | undefined
  /** Sends an answer to that round; it takes the place of one that is still on its way. */
  send: (record: BallotRecord, answer: Answer) => void
  /** The network is gone, with whatever was on it; what is pending waits. */
  hold: () => void
  /** The network is there: tries at once. */
  release: () => void
}

export interface DeliveryOptions {
  phone: Phone
  random: Random
  onChange: () => void
  /** With a ballot that came too late: where the room stands. */
  onRoom: (room: RoomSnapshot) => void
}

interface Parcel {
  record: BallotRecord
  /** In `record.sent`. */
  index: number
  tries: number
  begun: number
  /** By the phone's clock. */
  given: number
}

/** As in the phone page, milliseconds. */
const [FIRST_WAIT_MS, MAX_WAIT_MS, TIMEOUT_MS] = [300, 3000, 8000]

/** A reason given saves making an error each time. */
const OVER = 'over'

/**
 * Keeps an answer until the room acknowledges it, one request at a time, as the phone page does
 * (`src/phone/useBallot.ts`).
 */
export function createDelivery({ phone, random, onChange, onRoom }: DeliveryOptions): Delivery {
  const outcomes: Outcomes = { sent: 0, acknowledged: 0, late: 0, refused: 0, retried: 0, slowest: 0 }
  let pending: Parcel | undefined
  let request: AbortController | undefined
  let timer: NodeJS.Timeout | undefined
  let failures = 0
  let lastGiven = 0
  let held = false

  async function deliver() {
    clearTimeout(timer)
    if (request || held || !pending)
      return
    const parcel = pending
    const { session, poll, round, sent } = parcel.record
    const body: BallotRequest = { session, round, answer: sent[parcel.index] as Answer, given: parcel.given }
    if (parcel.tries++ > 0)
      outcomes.retried++
    const mine = request = new AbortController()
    const patience = setTimeout(() => mine.abort(OVER), TIMEOUT_MS)
    let response: Reply | undefined
    let answer: Partial<BallotReceipt & ErrorBody> | undefined
    try {
      response = await phone.ask(ballotPath(poll), {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        signal: mine.signal,
      })
      answer = await response.json() as Partial<BallotReceipt & ErrorBody>
    }
    catch {
      // It may have arrived all the same. Sending it again is safe, it replaces itself.
    }
    clearTimeout(patience)
    request = undefined
    settle(parcel, response, answer)
  }

  function settle(parcel: Parcel, response: Reply | undefined, body: Partial<BallotReceipt & ErrorBody> | undefined) {
    // A network's own page can say 200 too: only the receipt means that the ballot is on disk.
    const counted = response?.ok === true && body?.counted === true
    const again = !response || (response.ok && !counted) || response.status === 429 || response.status >= 500
    if (counted)
      acknowledge(parcel)
    if (again || parcel !== pending) {
      const asked = (Number(response?.header('retry-after')) || 0) * 1000
      const wait = again ? Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++) * (0.5 + random.next() / 2) : 0
      timer = setTimeout(deliver, Math.max(wait, asked))
    }
    else {
      failures = 0
      pending = undefined
      if (!counted)
        outcomes[response.status === 409 ? 'late' : 'refused']++
    }
    onChange()
    if (body?.room)
      onRoom(body.room)
  }

  function acknowledge({ record, index, begun }: Parcel) {
    record.acked = index
    record.ackedAt = performance.now()
    record.confirmed = false
    outcomes.acknowledged++
    outcomes.slowest = Math.max(outcomes.slowest, record.ackedAt - begun)
  }

  return {
    outcomes,
    pending: () => pending?.record,
    send(record, answer) {
      const index = record.sent.push(answer) - 1
      lastGiven = Math.max(Date.now(), lastGiven + 1)
      pending = { record, index, tries: 0, begun: performance.now(), given: lastGiven }
      outcomes.sent++
      onChange()
      void deliver()
    },
    hold() {
      held = true
      clearTimeout(timer)
      request?.abort(OVER)
    },
    release() {
      failures = 0
      if (held && pending)
        pending.begun = performance.now()
      held = false
      void deliver()
    },
  }
}
