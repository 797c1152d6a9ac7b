import type { PollState, SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { Store } from '../polls/store.ts'
import type { Calibrations } from './calibrations.ts'
import type { Counts } from './counts.ts'
import { INITIAL_POLL_STATE } from '../polls/phase.ts'
import { withAdhocPolls } from './adhocPolls.ts'
import { createCalibrations } from './calibrations.ts'
import { createClock } from './clock.ts'
import { createCounts } from './counts.ts'

/** The running session in memory: the state that the store wrote last, its clocks and its counted rounds. */
export interface LiveSession {
  name: string
  store: Store
  /** By id, in the order of the polls file; then those that were typed during the talk. The same object for good. */
  polls: Map<string, Poll>
  /** Exchanges the polls, and forgets what was counted before. */
  setPolls: (polls: Iterable<Poll>) => void
  readonly state: SessionState
  counts: Counts
  calibrations: Calibrations
  pollState: (pollId: string) => PollState
  /** Milliseconds left on a poll's clock, 0 once it has run out; undefined where none runs. */
  msLeft: (pollId: string) => number | undefined
  /** To be called when a ballot was counted in that round. */
  counted: (pollId: string, round: number) => void
  /** Takes over a state that the store returned, unless a newer one is known, and forgets what was counted before. */
  adopt: (next: SessionState) => void
}

/** Reads a session from the store; one that the store does not know begins empty. */
export async function openLiveSession(store: Store, polls: Poll[], name: string): Promise<LiveSession> {
  let state = await store.session(name)
  const clock = createClock()
  const pollState = (pollId: string): PollState => state.polls.get(pollId) ?? INITIAL_POLL_STATE
  const counts = createCounts(store, name, pollState)
  const byId = new Map(withAdhocPolls(polls, state).map(poll => [poll.id, poll]))
  const calibrations = createCalibrations(store, name, () => byId.values(), () => state)

  return {
    name,
    store,
    polls: byId,
    setPolls(next) {
      const all = withAdhocPolls(next, state)
      byId.clear()
      for (const poll of all)
        byId.set(poll.id, poll)
      counts.clear()
    },
    get state() {
      return state
    },
    counts,
    calibrations,
    pollState,
    msLeft: pollId => clock.left(pollId, pollState(pollId)),
    counted(pollId, round) {
      counts.changed(pollId, round)
      calibrations.changed(pollId, round)
    },
    adopt(next) {
      // Answers of a store across a network may overtake each other.
      if (next.seq > state.seq)
        state = next
      for (const poll of withAdhocPolls(byId.values(), state))
        byId.set(poll.id, poll)
      counts.clear()
    },
  }
}
