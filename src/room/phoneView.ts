import type { Poll } from '../polls/pollsFile.ts'
import type {
  Answer,
  MoreEntries,
  Phase,
  PublicPoll,
  RoomSnapshot,
  RoomState,
  ShownPoll,
  Solution,
  Tally,
} from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import { forRoom } from '../polls/entries/onScreen.ts'
import { questionsDefinition } from '../polls/kinds/questions/schema.ts'
import { checkAnswer } from '../polls/kinds/rules.ts'
import { CARDS } from '../polls/phase.ts'
import { hasAnswer, publicPoll, solutionOf } from '../polls/pollsFile.ts'
import { areResultsShown, isWaiting } from '../polls/sharedRules.ts'

/** What phones are told of the hall itself. */
export interface Hall {
  title?: string | undefined
  /** Phones connected now. */
  countPhones: () => number
  /** Whether phones may react now. */
  takesReactions: () => boolean
}

/** Whether everybody may see the tally of a poll in this phase. */
export const areResultsVisible = (poll: Pick<Poll, 'live'>, phase: Phase): boolean =>
  areResultsShown(phase) || (poll.live && phase !== 'idle')

/**
 * The state that all phones share: the current poll, and of its results what `readVisibleResults` allows. While there
 * is no question, how many are here, or that each phone shows its card.
 */
export async function readRoomState(session: LiveSession, hall: Hall): Promise<RoomState> {
  const { title, countPhones, takesReactions } = hall
  const { name, polls, state: { seq, current } } = session
  const poll = current === null ? undefined : polls.get(current)
  const { phase, round } = poll ? session.pollState(poll.id) : { phase: 'idle' as const, round: 0 }
  const ask = boardAskedAnytime(session)
  const state: RoomState = {
    seq,
    session: name,
    ...(title !== undefined && { title }),
    poll: poll ? pollShownIn(poll, phase) : null,
    phase,
    round,
    ...ask && { ask },
    // Read before the store is asked, so that the clock belongs to the same state as the phase.
    ...(poll && readTimeLeft(session, poll.id)),
    ...(current === CARDS && { cards: true }),
  }
  return {
    ...state,
    ...(isWaiting(state) && { here: countPhones() }),
    ...(takesReactions() && { reactions: true as const }),
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
  const { poll, round, ask } = shared
  const mine = poll ? await readOwnAnswer(session, poll, round, voter) : null
  return { ...shared, mine, ...ask && { mineAsked: await readOwnAnswer(session, ask.poll, ask.round, voter) } }
}

/** What a voter has said, if it is an answer still: polls.yaml may have been edited before the room started again. */
async function readOwnAnswer(
  { name, store }: LiveSession,
  poll: PublicPoll,
  round: number,
  voter: string,
): Promise<Answer | null> {
  const answer = await store.ballotOf({ session: name, poll: poll.id, round }, voter)
  const read = answer === null ? undefined : checkAnswer(poll, answer)
  return read && 'answer' in read ? read.answer : null
}

/** The board that takes questions now although phones do not show it. */
function boardAskedAnytime({ polls, pollState, state: { current } }: LiveSession): RoomState['ask'] {
  const board = [...polls.values()].find(poll => poll.kind === 'questions' && poll.anytime)
  if (board?.kind !== 'questions')
    return undefined
  const { phase, round } = pollState(board.id)
  const isShown = board.id === current && phase !== 'idle'
  return isShown ? undefined : { poll: questionsDefinition.publicPoll(board), round }
}

/** What phones may see of the entries of their poll, beyond those that its tally lists; undefined for nothing. */
export async function readMoreEntries(
  session: LiveSession,
  poll: Poll,
  count: number,
): Promise<MoreEntries | undefined> {
  const { phase, round } = session.pollState(poll.id)
  if (poll.id !== session.state.current || !areResultsVisible(poll, phase))
    return undefined
  const { tally, entries } = await session.counts.of(poll, round)
  return entries && 'entries' in tally
    ? { round, entries: forRoom(entries, count, tally.entries.length) }
    : undefined
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
  if (!areResultsVisible(poll, phase))
    return {}
  return { tally: (await counts.of(poll)).tally, ...phase === 'solved' && solutionOf(poll) }
}

/** The clock as it goes over the wire: absent where none runs. */
export function readTimeLeft(session: LiveSession, pollId: string): { endsIn?: number, paused?: true } {
  const endsIn = session.msLeft(pollId)
  const isPaused = session.pollState(pollId).paused !== undefined
  return endsIn === undefined ? {} : { endsIn, ...isPaused && { paused: true } }
}
