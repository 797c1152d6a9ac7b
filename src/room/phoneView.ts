import type { Poll } from '../polls/pollsFile.ts'
import type { Phase, RoomSnapshot, RoomState, Solution, Tally } from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import { publicPoll, solutionOf } from '../polls/pollsFile.ts'
import { areResultsShown } from '../polls/sharedRules.ts'

/** The state that all phones share: the current poll, and of its results what `readVisibleResults` allows. */
export async function readRoomState(session: LiveSession): Promise<RoomState> {
  const { name, polls, state: { seq, current } } = session
  const poll = current === null ? undefined : polls.get(current)
  if (!poll)
    return { seq, session: name, poll: null, phase: 'idle', round: 0 }
  const { phase, round } = session.pollState(poll.id)
  return {
    seq,
    session: name,
    poll: publicPoll(poll),
    phase,
    round,
    // Read before the store is asked, so that the clock belongs to the same state as the phase.
    ...readTimeLeft(session, poll.id),
    ...await readVisibleResults(session, poll, phase),
  }
}

/** The shared state together with the voter's own ballot in it. */
export async function readSnapshot(session: LiveSession, voter: string): Promise<RoomSnapshot> {
  const shared = await readRoomState(session)
  const mine = shared.poll
    ? await session.store.ballotOf({ session: session.name, poll: shared.poll.id, round: shared.round }, voter)
    : null
  return { ...shared, mine }
}

/**
 * What everybody may see of a poll's results in a phase: the tally from the reveal on, or with `live: true` from the
 * opening on, and the solution once it was asked for.
 */
export async function readVisibleResults(
  { counts }: LiveSession,
  poll: Poll,
  phase: Phase,
): Promise<{ tally?: Tally } & Solution> {
  if (!areResultsShown(phase) && !(poll.live && phase !== 'idle'))
    return {}
  return { tally: (await counts.of(poll)).tally, ...phase === 'solved' && solutionOf(poll) }
}

/** The clock as it goes over the wire: absent where none runs. */
export function readTimeLeft(session: LiveSession, pollId: string): { endsIn?: number } {
  const endsIn = session.msLeft(pollId)
  return endsIn === undefined ? {} : { endsIn }
}
