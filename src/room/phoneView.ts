import type { Poll } from '../polls/pollsFile.ts'
import type { Phase, RoomSnapshot, RoomState, ShownPoll, Solution, Tally } from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import { hasAnswer, publicPoll, solutionOf } from '../polls/pollsFile.ts'
import { areResultsShown, isWaiting } from '../polls/sharedRules.ts'

/** What phones are told of the hall itself. */
export interface Hall {
  title?: string | undefined
  /** Phones connected now. */
  countPhones: () => number
}

/**
 * The state that all phones share: the current poll, and of its results what `readVisibleResults` allows. While there
 * is no question, how many are here.
 */
export async function readRoomState(session: LiveSession, { title, countPhones }: Hall): Promise<RoomState> {
  const { name, polls, state: { seq, current } } = session
  const poll = current === null ? undefined : polls.get(current)
  const { phase, round } = poll ? session.pollState(poll.id) : { phase: 'idle' as const, round: 0 }
  const state: RoomState = {
    seq,
    session: name,
    ...(title !== undefined && { title }),
    poll: poll ? pollShownIn(poll, phase) : null,
    phase,
    round,
    // Read before the store is asked, so that the clock belongs to the same state as the phase.
    ...(poll && readTimeLeft(session, poll.id)),
  }
  return {
    ...state,
    ...(isWaiting(state) && { here: countPhones() }),
    ...(poll && await readVisibleResults(session, poll, phase)),
  }
}

/** From the reveal on a phone knows that an answer is to come: until then no option has a colour, as on the wall. */
function pollShownIn(poll: Poll, phase: Phase): ShownPoll {
  const shown = publicPoll(poll)
  return areResultsShown(phase) && hasAnswer(poll) ? { ...shown, hasAnswer: true } : shown
}

/** The shared state together with the voter's own ballot in it. */
export async function readSnapshot(session: LiveSession, voter: string, hall: Hall): Promise<RoomSnapshot> {
  const shared = await readRoomState(session, hall)
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
