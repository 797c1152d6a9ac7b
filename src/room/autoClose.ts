import type { PollState, SessionState } from '../polls/phase.ts'
import type { LiveSession } from './liveSession.ts'
import { advance } from '../polls/phase.ts'

/** A ballot that a phone sent in the last second of the clock may arrive so much later and still count. */
const GRACE_MS = 1000

export interface AutoCloseOptions {
  /** Takes over the state after the close, and tells everybody. */
  publish: (next: SessionState) => Promise<unknown>
  /** Told when the store did not take the close, or it could not be published; the close is tried again. */
  onFailure: (error: unknown) => void
}

/** Closes the open poll when its clock has run out. */
export interface AutoClose {
  /** Sets the timer anew; to be called whenever the session's state has changed. */
  schedule: () => void
  stop: () => void
}

export function createAutoClose(session: LiveSession, { publish, onFailure }: AutoCloseOptions): AutoClose {
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  function schedule(): void {
    clearTimeout(timer)
    for (const [pollId, pollState] of session.state.polls) {
      const isRunning = pollState.phase === 'open' && pollState.endsAt !== undefined
      const msLeft = isRunning ? session.msLeft(pollId) : undefined
      if (stopped || !session.polls.has(pollId) || msLeft === undefined)
        continue
      timer = setTimeout(close, msLeft + GRACE_MS, pollId, pollState.endsAt)
      timer.unref()
    }
  }

  function close(pollId: string, endsAt: number | undefined): void {
    // The presenter may have closed the poll or changed its clock at the last moment.
    const isDue = (pollState: PollState | undefined) => pollState?.phase === 'open' && pollState.endsAt === endsAt
    session.store
      .change(session.name, now => (isDue(now.polls.get(pollId)) ? advance(now, pollId, 'close') : now))
      .then(publish)
      .catch((error) => {
        onFailure(error)
        // No request waits for this close, so nobody else would try it again.
        schedule()
      })
  }

  return {
    schedule,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
