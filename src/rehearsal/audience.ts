import type { Answer } from '../polls/protocol.ts'
import type { RoundId } from '../polls/round.ts'
import type { Attendee } from './attendee.ts'
import type { Account, Counts } from './counts.ts'
import { createAttendee } from './attendee.ts'
import { accountOf, countAudience } from './counts.ts'
import { personOf } from './people.ts'

export interface AudienceOptions {
  /** Address of a running room, without a path. */
  url: string
  people: number
  /** The same one brings the same people, who give the same answers. */
  seed: number
  /**
   * How long everything takes that people do: 0.1 is ten times as fast. What the network does stays as it is.
   * @default 1
   */
  pace?: number
  /** Called after changes, at most once a turn of the event loop. */
  onChange?: () => void
}

/** A ballot that the room has acknowledged. */
export interface Acknowledged extends RoundId {
  /** Of the phone. */
  cookie: string
  answer: Answer
  /**
   * What the phone has sent since, or sends from now on, in the same round: any of it may have taken the answer's
   * place.
   */
  later: () => Answer[]
}

export interface Audience {
  counts: () => Counts
  account: () => Account
  /** The last acknowledged ballot of each person in each round. */
  acknowledged: () => Acknowledged[]
  /**
   * Resolves once the counts fit.
   *
   * @throws {Error} with the counts, when they do not in time
   */
  until: (fits: (counts: Counts) => boolean, withinMs: number) => Promise<void>
  /**
   * Lets every phone that is there compare what it has with what the room knows of it, for `account()`.
   *
   * @returns people to whom the room answered
   */
  verifyBallots: () => Promise<number>
  /** Everybody goes home. What was acknowledged stays known here. */
  close: () => void
}

/** Phones that ask the room at the same time. */
const VERIFY_AT_ONCE = 50

/** Plays an audience against a running room: as its phones would, and by no other way. */
export function createAudience({ url, people, seed, pace = 1, onChange = () => {} }: AudienceOptions): Audience {
  const listeners = new Set<() => unknown>([onChange])
  let notification: NodeJS.Immediate | undefined
  const notify = () => {
    notification ??= setImmediate(() => {
      notification = undefined
      listeners.forEach(listener => listener())
    })
  }
  const attendees = Array.from({ length: people }, (_, i) =>
    createAttendee(personOf(seed, i), { url, pace, onChange: notify }))
  const counts = () => countAudience(attendees)

  return {
    counts,
    account: () => accountOf(attendees),
    acknowledged: () => attendees.flatMap(acknowledgedOf),

    async until(fits, withinMs) {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const check = () => fits(counts()) && resolve()
      const timer = setTimeout(
        () => reject(new Error(`The audience did not get there within ${withinMs} ms: ${JSON.stringify(counts())}`)),
        withinMs,
      )
      listeners.add(check)
      check()
      await promise.finally(() => {
        clearTimeout(timer)
        listeners.delete(check)
      })
    },

    async verifyBallots() {
      const queue = attendees.filter(attendee => attendee.cookie() !== '')
      let answered = 0
      await Promise.all(Array.from({ length: VERIFY_AT_ONCE }, async () => {
        for (let next = queue.pop(); next; next = queue.pop())
          await next.verifyBallots().then(() => answered++, () => {})
      }))
      return answered
    },

    close: () => attendees.forEach(attendee => attendee.leave()),
  }
}

function acknowledgedOf({ cookie, records }: Attendee): Acknowledged[] {
  return records.all().flatMap(({ session, poll, round, sent, acked }) => {
    const answer = sent[acked]
    return answer === undefined
      ? []
      : [{ cookie: cookie(), session, poll, round, answer, later: () => sent.slice(acked + 1) }]
  })
}
