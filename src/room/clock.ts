import type { PollState } from '../polls/phase.ts'

/** No clock runs longer, whatever the time of day did while the server was away. */
const LONGEST_MS = 3600_000

/**
 * How much time is left, by a clock that nobody sets: the time of day may jump, a running poll must not.
 */
export interface Clock {
  /** Milliseconds until a poll's clock runs out, 0 for one that has; undefined where none runs. */
  left: (poll: string, state: PollState) => number | undefined
}

export function createClock(): Clock {
  const deadlines = new Map<string, { endsAt: number, at: number }>()
  return {
    left(poll, { endsAt }) {
      if (endsAt === undefined)
        return undefined
      let known = deadlines.get(poll)
      if (known?.endsAt !== endsAt) {
        known = { endsAt, at: performance.now() + Math.min(LONGEST_MS, Math.max(0, endsAt - Date.now())) }
        deadlines.set(poll, known)
      }
      return Math.max(0, Math.round(known.at - performance.now()))
    },
  }
}
