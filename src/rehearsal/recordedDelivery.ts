import type { LocalBallot } from '../polls/delivery.ts'
import type { Answer, RoomSnapshot } from '../polls/protocol.ts'
import type { Random } from '../polls/random.ts'
import type { BallotRecord } from './ballots.ts'
import type { Phone } from './phone.ts'
import { createDelivery } from '../polls/delivery.ts'

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

export interface RecordedDelivery {
  outcomes: Readonly<Outcomes>
  /** The record whose latest answer is not acknowledged yet, if any. */
  pending: () => BallotRecord | undefined
  /** Sends an answer to that round; it takes the place of one that is still on its way. */
  send: (record: BallotRecord, answer: Answer) => void
  /** The network is gone, with whatever was on it; what is pending waits. */
  pause: () => void
  /** The network is there: tries at once. */
  resume: () => void
  /** As `pause`, for good: nothing is tried any more. */
  stop: () => void
}

export interface RecordedDeliveryOptions {
  phone: Phone
  random: Random
  onChange: () => void
  /** Called with the state of the room that comes with a ballot that was too late. */
  onRoom: (room: RoomSnapshot) => void
}

interface Parcel extends LocalBallot {
  record: BallotRecord
  /** Index of the answer in `record.sent`. */
  index: number
  requests: number
  /** When its first request was made, or the network came back, by `performance.now()`. */
  begun: number
}

/** A reason given saves making an error each time. */
const OUT_OF_REACH = 'out of reach'

/** Delivers ballots as the phone page does, on a phone's own network, and keeps account of them. */
export function createRecordedDelivery(options: RecordedDeliveryOptions): RecordedDelivery {
  const { phone, random, onChange, onRoom } = options
  const outcomes: Outcomes = { sent: 0, acknowledged: 0, late: 0, refused: 0, retried: 0, slowest: 0 }
  let network = new AbortController()
  let isStopped = false

  const delivery = createDelivery<Parcel>({
    random: random.next,
    async fetch(path, init, parcel) {
      // Without an answer there is no next try.
      if (isStopped)
        return new Promise(() => {})
      network.signal.throwIfAborted()
      if (parcel.requests++ > 0)
        outcomes.retried++
      return phone.fetch(path, { ...init, signal: AbortSignal.any([init.signal, network.signal]) })
    },
    onSettled(parcel, outcome, { room }) {
      if (outcome === 'counted')
        acknowledge(parcel, outcomes)
      else if (!delivery.pending(parcel))
        outcomes[outcome]++
      onChange()
      if (room)
        onRoom(room)
    },
  })

  const pause = () => network.abort(OUT_OF_REACH)

  return {
    outcomes,
    pending: () => delivery.all().at(-1)?.record,
    send(record, answer) {
      const { session, poll, round } = record
      const index = record.sent.push(answer) - 1
      outcomes.sent++
      delivery.send({ session, poll, round, answer, record, index, requests: 0, begun: performance.now() })
      onChange()
    },
    pause,
    resume() {
      if (network.signal.aborted) {
        for (const parcel of delivery.all())
          parcel.begun = performance.now()
        network = new AbortController()
      }
      delivery.retryNow()
    },
    stop() {
      isStopped = true
      pause()
    },
  }
}

function acknowledge({ record, index, begun }: Parcel, outcomes: Outcomes): void {
  record.acked = index
  record.ackedAt = performance.now()
  record.confirmed = false
  outcomes.acknowledged++
  outcomes.slowest = Math.max(outcomes.slowest, record.ackedAt - begun)
}
