import type { QuizScores, RoomCalibration } from '../polls/calibration.ts'
import type { SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { Answer, Curve, Moves, Phase, PollKind, PollOption, Solution, Tally } from '../polls/protocol.ts'
import type { Store } from '../polls/store.ts'
import { stringify } from 'csv-stringify/sync'
import { tallyOf } from '../polls/counting.ts'
import { exportCells } from '../polls/kinds/rules.ts'
import { movesOf } from '../polls/moves.ts'
import { INITIAL_POLL_STATE } from '../polls/phase.ts'
import { solutionOf } from '../polls/pollsFile.ts'
import { withAdhocPolls } from './adhocPolls.ts'
import { readCalibration } from './calibrations.ts'

/** The results of one poll, round by round. */
export interface PollResults extends Solution {
  id: string
  kind: PollKind
  question: string
  /** Of a poll that was typed during the talk: no file has them. */
  options?: PollOption[]
  phase: Phase
  /** The current round. */
  round: number
  rounds: { round: number, tally: Tally }[]
  /** From its pair to this poll, each in its last answered round; absent for fewer than five voters. */
  moves?: Moves
}

/** Everything of a session, for export. Voters are pseudonyms that no other session shares. */
export interface Results {
  /** Version of this format. */
  version: 1
  session: string
  /** When the session's first poll was touched; null for an empty one. */
  began: string | null
  polls: PollResults[]
  /** How often people were right when they were sure; absent for fewer than five people. */
  calibration?: CalibrationResults
  /** One for each voter, poll and round, oldest first; then those from paper, whose voter is `paper`. */
  ballots: { poll: string, round: number, voter: string, answer: Answer, at: string | null }[]
}

/** The quizzes that asked how sure, each in the last round whose answer was shown. */
export interface CalibrationResults {
  /** Who have said at least once how sure they are. */
  people: number
  quizzes: QuizScores[]
  /** All of them together; absent where there are too few. */
  curve?: Curve
}

/**
 * Reads everything of a session from its store.
 *
 * @param store where it is kept
 * @param written the polls of polls.yaml; those that were typed during the talk are added
 * @param session its name
 */
export async function collectResults(store: Store, written: Poll[], session: string): Promise<Results> {
  const [state, sessions, ballots] = await Promise.all([
    store.session(session),
    store.sessions(),
    store.ballots(session),
  ])
  const polls = withAdhocPolls(written, state)
  const began = sessions.find(({ name }) => name === session)?.began
  const [calibration, ...results] = await Promise.all([
    readCalibration(store, session, polls, state),
    ...polls.map(poll => readPollResults(store, session, poll, state)),
  ])
  return {
    version: 1,
    session,
    began: began === undefined ? null : formatIsoTime(began),
    polls: await withMoves(results, polls, store, session),
    ...calibration && { calibration: exportOf(calibration) },
    ballots: [
      ...ballots.map(({ poll, round, voter, answer, at }) => ({ poll, round, voter, answer, at: formatIsoTime(at) })),
      ...paperBallots(state),
    ],
  }
}

/** Without the cards, which belong to their phones. */
function exportOf({ people, quizzes, curve }: RoomCalibration): CalibrationResults {
  return { people, quizzes, ...curve && { curve } }
}

async function readPollResults(
  store: Store,
  session: string,
  poll: Poll,
  { polls }: SessionState,
): Promise<PollResults> {
  const { phase, round: current, edits = {}, asked } = polls.get(poll.id) ?? INITIAL_POLL_STATE
  const rounds = await Promise.all(
    Array.from({ length: current }, async (_, i) => {
      const round = i + 1
      return { round, tally: tallyOf(poll, await store.answers({ session, poll: poll.id, round }), edits[round]) }
    }),
  )
  const { id, kind, question } = poll
  const options = asked && 'options' in poll ? { options: poll.options } : {}
  return { id, kind, question, ...options, phase, round: current, ...solutionOf(poll), rounds }
}

/** Adds to each paired poll how voters moved to it from its pair. */
function withMoves(results: PollResults[], polls: Poll[], store: Store, session: string): Promise<PollResults[]> {
  // A round that was begun and that nobody answered does not replace the one before.
  const lastAnswered = (id: string) => ({
    session,
    poll: id,
    round: results.find(result => result.id === id)?.rounds.findLast(({ tally }) => tally.people > 0)?.round ?? 1,
  })
  return Promise.all(results.map(async (result, i) => {
    const poll = polls[i]
    if (!poll || !('pair' in poll) || !poll.pair)
      return result
    const moves = movesOf(await store.moves(lastAnswered(poll.pair), lastAnswered(poll.id)))
    return moves ? { ...result, moves } : result
  }))
}

/** Ballots from paper, each as many times as people gave it. */
function paperBallots({ polls }: SessionState): Results['ballots'] {
  return [...polls].flatMap(([poll, { edits = {} }]) =>
    Object.entries(edits).flatMap(([round, { paper = [] }]) =>
      paper.flatMap(({ answer, people }) =>
        Array.from({ length: people }, () => ({ poll, round: Number(round), voter: 'paper', answer, at: null })),
      ),
    ),
  )
}

function formatIsoTime(ms: number): string {
  return new Date(ms).toISOString()
}

const COLUMNS = ['session', 'poll', 'round', 'voter', 'answer', 'sure', 'counted_at']

/** The results as CSV, one row a ballot. What people wrote cannot act as a formula in a spreadsheet. */
export function toCsv({ session, polls, ballots }: Results): string {
  const kinds = new Map(polls.map(({ id, kind }) => [id, kind]))
  const rows = ballots.map(({ poll, round, voter, answer, at }) => [
    session,
    poll,
    round,
    voter,
    ...exportCells(kinds.get(poll), answer),
    at ?? '',
  ])
  return stringify([COLUMNS, ...rows], { record_delimiter: 'windows', escape_formulas: true })
}
