import type { Phase } from '../polls/protocol.ts'
import type { Attendee } from './attendee.ts'
import type { Outcomes } from './delivery.ts'
import { roundKey, roundOf } from './ballots.ts'

/** Where an audience stands. */
export interface Counts extends Outcomes {
  people: number
  /** People who have arrived. */
  joined: number
  /** Of those: with a live stream, out of reach, and without an answer from the room. */
  live: number
  away: number
  offline: number
  /**
   * Of the people who are not away, the one who has been told nothing new for longest: when their last stream began, by
   * `performance.now()`.
   */
  oldestStream: number
  /** What the room shows, as far as phones have heard. */
  poll: { id: string, phase: Phase, round: number } | undefined
  /**
   * In the round of that poll: people with an acknowledged answer and none on its way, and people with one on its way.
   */
  counted: number
  sending: number
  /** Acknowledged ballots that the room no longer knew when a phone came back or looked. */
  lost: number
}

export function countsOf(all: Attendee[]): Counts {
  const places = { out: 0, away: 0, offline: 0, live: 0 }
  const outcomes: Outcomes = { sent: 0, acknowledged: 0, late: 0, refused: 0, retried: 0, slowest: 0 }
  let [lost, oldestStream, newest] = [0, Infinity, all[0]]
  for (const attendee of all) {
    const where = attendee.whereabouts()
    places[where]++
    if (where !== 'out' && where !== 'away')
      oldestStream = Math.min(oldestStream, attendee.liveSince())
    if ((attendee.state()?.seq ?? -1) > (newest?.state()?.seq ?? -1))
      newest = attendee
    lost += attendee.lost()
    for (const key of ['sent', 'acknowledged', 'late', 'refused', 'retried'] as const)
      outcomes[key] += attendee.outcomes[key]
    outcomes.slowest = Math.max(outcomes.slowest, attendee.outcomes.slowest)
  }

  const state = newest?.state()
  const name = state && roundOf(state)
  const key = name && roundKey(name)
  let [counted, sending] = [0, 0]
  for (const { records, pending } of key ? all : []) {
    const record = key && records.known(key)
    if (record && pending() === record)
      sending++
    else if (record && record.acked >= 0)
      counted++
  }
  const poll = state?.poll ? { id: state.poll.id, phase: state.phase, round: state.round } : undefined
  const { out, ...here } = places
  return {
    people: all.length,
    joined: all.length - out,
    ...here,
    oldestStream,
    poll,
    counted,
    sending,
    ...outcomes,
    lost,
  }
}

/** What became of the last acknowledged ballots of all people, over all rounds. */
export interface Account {
  ballots: number
  rounds: number
  /** Those that the room has shown since it acknowledged them. Of a round that is over it shows none. */
  confirmed: number
  lost: number
}

export function accountOf(all: Attendee[]): Account {
  const ballots = all.flatMap(attendee => attendee.records.all()).filter(record => record.acked >= 0)
  return {
    ballots: ballots.length,
    rounds: new Set(ballots.map(roundKey)).size,
    confirmed: ballots.filter(ballot => ballot.confirmed).length,
    lost: all.reduce((sum, attendee) => sum + attendee.lost(), 0),
  }
}
