import type { RoomCalibration } from '../polls/calibration.ts'
import type { AddedByPresenter, Count } from '../polls/counting.ts'
import type { SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { AnswerCount, Attendance, Move, SessionInfo, Store, StoredBallot } from '../polls/store.ts'
import { countOf } from '../polls/counting.ts'
import { INITIAL_POLL_STATE, lastRound } from '../polls/phase.ts'
import { withAdhocPolls } from '../room/adhocPolls.ts'
import { readCalibration } from '../room/calibrations.ts'

/** A round with everything that was counted of it. Nothing of this may be printed as it is. */
export interface ReadRound {
  round: number
  answers: AnswerCount[]
  added: AddedByPresenter
  count: Count
}

export interface ReadPoll {
  poll: Poll
  /** Those that anybody answered, in their order. */
  rounds: ReadRound[]
  /** Ballots from phones, oldest first. */
  ballots: StoredBallot[]
  /** From the poll that it is paired with, each in its last answered round. */
  moves: Move[]
}

/** A session as the store has it. */
export interface ReadSession {
  info: SessionInfo
  attendance: Attendance[]
  ballots: StoredBallot[]
  /** In the order in which they were asked; those that nobody answered at the end. */
  polls: ReadPoll[]
  /** Undefined where too few people have said how sure they are. */
  calibration: RoomCalibration | undefined
}

/**
 * Reads everything of a session that a report is made of.
 *
 * @param store that has it
 * @param written the polls of polls.yaml; those that were typed during the talk are added
 * @param info of the session
 */
export async function readSession(store: Store, written: Poll[], info: SessionInfo): Promise<ReadSession> {
  const [state, ballots, attendance] = await Promise.all([
    store.session(info.name),
    store.ballots(info.name),
    store.attendance(info.name),
  ])
  const polls = withAdhocPolls(written, state)
  const rounds = new Map(await Promise.all(polls.map(async poll =>
    [poll.id, await readRounds(store, info.name, poll, state)] as const)))
  const lastKey = (poll: string) => ({ session: info.name, poll, round: rounds.get(poll)?.at(-1)?.round ?? 1 })
  const read = await Promise.all(polls.map(async (poll): Promise<ReadPoll> => ({
    poll,
    rounds: rounds.get(poll.id) ?? [],
    ballots: ballots.filter(ballot => ballot.poll === poll.id),
    moves: 'pair' in poll && poll.pair ? await store.moves(lastKey(poll.pair), lastKey(poll.id)) : [],
  })))
  const calibration = await readCalibration(store, info.name, polls, state)
  return { info, attendance, ballots, polls: inOrderAsked(read), calibration }
}

async function readRounds(store: Store, session: string, poll: Poll, state: SessionState): Promise<ReadRound[]> {
  const pollState = state.polls.get(poll.id) ?? INITIAL_POLL_STATE
  const rounds = await Promise.all(Array.from({ length: lastRound(pollState) }, async (_, i): Promise<ReadRound> => {
    const [round, added] = [i + 1, pollState.edits?.[i + 1] ?? {}]
    const answers = await store.answers({ session, poll: poll.id, round })
    return { round, answers, added, count: countOf(poll, answers, added) }
  }))
  return rounds.filter(({ count }) => count.tally.people > 0)
}

/**
 * By their first ballot. A board that takes questions at any time has its first one early and its slide late, and votes
 * from paper alone have no time: both stand where the file has them, after what comes before them there.
 */
function inOrderAsked(polls: ReadPoll[]): ReadPoll[] {
  let latest = 0
  const placed = polls.map((read) => {
    const isAnytime = 'anytime' in read.poll && read.poll.anytime
    const at = isAnytime ? undefined : read.ballots[0]?.at
    latest = Math.max(latest, at ?? 0)
    return { read, at: read.rounds.length === 0 ? Infinity : at ?? latest }
  })
  return placed.sort((a, b) => a.at - b.at || 0).map(({ read }) => read)
}
