import type { Phase, RoomState } from '../polls/protocol.ts'
import type { RoundId } from '../polls/round.ts'
import type { Attendee } from './attendee.ts'
import type { Outcomes } from './recordedDelivery.ts'
import type { Whereabouts } from './roomLink.ts'
import { roundKey, roundOf } from '../polls/round.ts'

/** How many people of an audience are where, and what became of their ballots. */
export interface Counts extends Outcomes {
  people: number
  /** People who have arrived. */
  joined: number
  /** Of those: with a live stream, out of reach, and without an answer from the room. */
  live: number
  away: number
  offline: number
  /**
   * When the oldest event stream began, of the people who are not away, by `performance.now()`; 0 where somebody never
   * had one.
   */
  oldestStream: number
  /** What the room shows, as far as phones have heard. */
  poll: { id: string, phase: Phase, round: number } | undefined
  /**
   * In the round of that poll: people with an acknowledged answer and none on its way, and people with one on its way.
   */
  counted: number
  sending: number
  /** Acknowledged ballots that the room no longer knew when a phone came back or verified them. */
  lost: number
}

export function countAudience(attendees: Attendee[]): Counts {
  const { out, ...here } = countPlaces(attendees)
  const state = latestState(attendees)
  return {
    people: attendees.length,
    joined: attendees.length - out,
    ...here,
    poll: state?.poll ? { id: state.poll.id, phase: state.phase, round: state.round } : undefined,
    ...countVotes(attendees, state && roundOf(state)),
    ...sumOutcomes(attendees),
    lost: sum(attendees, attendee => attendee.lost()),
  }
}

function countPlaces(attendees: Attendee[]): Record<Whereabouts | 'oldestStream', number> {
  const places = { out: 0, away: 0, offline: 0, live: 0 }
  let oldestStream = Infinity
  for (const attendee of attendees) {
    const where = attendee.whereabouts()
    places[where]++
    if (where !== 'out' && where !== 'away')
      oldestStream = Math.min(oldestStream, attendee.liveSince())
  }
  return { ...places, oldestStream }
}

/** The state of the room as the best informed phone has it. */
function latestState(attendees: Attendee[]): RoomState | undefined {
  return attendees
    .map(attendee => attendee.state())
    .reduce((latest, state) => (state?.seq ?? -1) > (latest?.seq ?? -1) ? state : latest, undefined)
}

function countVotes(attendees: Attendee[], round: RoundId | undefined): Pick<Counts, 'counted' | 'sending'> {
  const votes = { counted: 0, sending: 0 }
  for (const { records, pending } of attendees) {
    const record = round && records.find(round)
    if (record && pending() === record)
      votes.sending++
    else if (record && record.acked >= 0)
      votes.counted++
  }
  return votes
}

function sumOutcomes(attendees: Attendee[]): Outcomes {
  const of = (key: keyof Outcomes) => sum(attendees, attendee => attendee.outcomes[key])
  return {
    sent: of('sent'),
    acknowledged: of('acknowledged'),
    late: of('late'),
    refused: of('refused'),
    retried: of('retried'),
    slowest: Math.max(0, ...attendees.map(attendee => attendee.outcomes.slowest)),
  }
}

function sum<T>(list: T[], numberOf: (value: T) => number): number {
  return list.reduce((total, value) => total + numberOf(value), 0)
}

/** What became of the last acknowledged ballots of all people, over all rounds. */
export interface Account {
  ballots: number
  rounds: number
  /** Those that the room has shown since it acknowledged them. Of a round that is over it shows none. */
  confirmed: number
  lost: number
}

export function accountOf(attendees: Attendee[]): Account {
  const ballots = attendees.flatMap(attendee => attendee.records.all()).filter(record => record.acked >= 0)
  return {
    ballots: ballots.length,
    rounds: new Set(ballots.map(roundKey)).size,
    confirmed: ballots.filter(ballot => ballot.confirmed).length,
    lost: sum(attendees, attendee => attendee.lost()),
  }
}
