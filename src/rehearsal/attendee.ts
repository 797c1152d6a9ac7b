import type { BallotRecord, BallotRecords } from './ballots.ts'
import type { Person } from './people.ts'
import type { Outcomes } from './recordedDelivery.ts'
import type { Whereabouts } from './roomLink.ts'
import type { ReceivedState } from './verifier.ts'
import { createRandom } from '../polls/random.ts'
import { createRecords } from './ballots.ts'
import { createPhone } from './phone.ts'
import { followPresence } from './presence.ts'
import { createRecordedDelivery } from './recordedDelivery.ts'
import { createRoomLink } from './roomLink.ts'
import { createVerifier } from './verifier.ts'
import { createVoter } from './voter.ts'

/** Somebody with a phone. */
export interface Attendee {
  whereabouts: () => Whereabouts
  /** When events last began to come on a connection, by `performance.now()`; 0 for never. */
  liveSince: () => number
  /** The room's state as the phone has it. */
  state: () => ReceivedState | undefined
  records: BallotRecords
  outcomes: Readonly<Outcomes>
  pending: () => BallotRecord | undefined
  /** Acknowledged ballots that the room no longer knew when it was asked. */
  lost: () => number
  cookie: () => string
  /** Asks the room once what it has of this phone, and compares. Rejects when it does not answer. */
  verifyBallots: () => Promise<void>
  /** Puts the phone away for good. */
  leave: () => void
}

export interface AttendeeOptions {
  url: string
  /** Times are multiplied by it; those of the network are not. */
  pace: number
  onChange: () => void
}

/** A person who comes with a phone, votes on it, and is out of reach now and again. */
export function createAttendee(person: Person, { url, pace, onChange }: AttendeeOptions): Attendee {
  const phone = createPhone(url)
  const random = createRandom(person.seed, 'network', person.index)
  const records = createRecords()
  let state: ReceivedState | undefined

  const verifier = createVerifier({ phone, records, random, onChange })
  const delivery = createRecordedDelivery({ phone, random, onChange, onRoom: room => take(room, false) })
  const voter = createVoter({
    person,
    pace,
    onAnswer: (round, answer) => delivery.send(records.ensure(round), answer),
  })

  function take(next: ReceivedState, first: boolean, asked = 0) {
    // A late ballot's answer and the stream's events may overtake each other: the higher number is the newer state.
    if (!first && state && next.seq < state.seq)
      return
    state = next
    if (first)
      verifier.compare(next, asked)
    voter.follow(next)
    verifier.follow(next)
    onChange()
  }

  const link = createRoomLink({ phone, random, onData: take, onLive: delivery.resume, onChange })
  const stopPresence = followPresence({
    person,
    pace,
    onArrive: link.join,
    onAway() {
      delivery.pause()
      link.close()
    },
    onReturn: link.open,
  })

  return {
    whereabouts: link.whereabouts,
    liveSince: link.liveSince,
    state: () => state,
    records,
    outcomes: delivery.outcomes,
    pending: delivery.pending,
    lost: verifier.lost,
    cookie: phone.cookie,
    verifyBallots: verifier.verifyBallots,
    leave() {
      stopPresence()
      voter.stop()
      verifier.stop()
      delivery.stop()
      link.close()
    },
  }
}
