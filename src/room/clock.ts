import type { PollState } from '../polls/phase.ts'

/** No clock runs longer: the time of day may have been set while the server was down. */
const MAX_CLOCK_MS = 3600_000

/** Tells how much time is left by a monotonic clock: a poll must go on undisturbed when the time of day is set. */
export interface Clock {
  /** Milliseconds until a poll's clock runs out, or would if it went on, 0 once it has; undefined without a clock. */
  left: (poll: string, state: PollState) => number | undefined
}

export function createClock(): Clock {
  /** By poll: the time of day at which its clock runs out, and the same moment by `performance.now()`. */
  const deadlines = new Map<string, { endsAt: number, at: number }>()
  return {
    left(poll, { endsAt, paused }) {
      if (paused !== undefined)
        return paused
      if (endsAt === undefined)
        return undefined
      let deadline = deadlines.get(poll)
      if (deadline?.endsAt !== endsAt) {
        deadline = { endsAt, at: performance.now() + Math.min(MAX_CLOCK_MS, Math.max(0, endsAt - Date.now())) }
        deadlines.set(poll, deadline)
      }
      return Math.max(0, Math.round(deadline.at - performance.now()))
    },
  }
}
