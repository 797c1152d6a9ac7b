import type { PollState, SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { Store } from '../polls/store.ts'
import type { Counts } from './counts.ts'
import { INITIAL_POLL_STATE } from '../polls/phase.ts'
import { createClock } from './clock.ts'
import { createCounts } from './counts.ts'

/** The running session in memory: the state that the store wrote last, its clocks and its counted rounds. */
export interface LiveSession {
  name: string
  store: Store
  /** By id, in the order of the polls file. */
  polls: Map<string, Poll>
  readonly state: SessionState
  counts: Counts
  pollState: (pollId: string) => PollState
  /** Milliseconds left on a poll's clock, 0 once it has run out; undefined where none runs. */
  msLeft: (pollId: string) => number | undefined
  /** Takes over a state that the store returned, unless a newer one is known, and forgets what was counted before. */
  adopt: (next: SessionState) => void
}

/** Reads a session from the store; one that the store does not know begins empty. */
export async function openLiveSession(store: Store, polls: Poll[], name: string): Promise<LiveSession> {
  let state = await store.session(name)
  const clock = createClock()
  const pollState = (pollId: string): PollState => state.polls.get(pollId) ?? INITIAL_POLL_STATE
  const counts = createCounts(store, name, pollState)

  return {
    name,
    store,
    polls: new Map(polls.map(poll => [poll.id, poll])),
    get state() {
      return state
    },
    counts,
    pollState,
    msLeft: pollId => clock.left(pollId, pollState(pollId)),
    adopt(next) {
      // Answers of a store across a network may overtake each other.
      if (next.seq > state.seq)
        state = next
      counts.clear()
    },
  }
}
