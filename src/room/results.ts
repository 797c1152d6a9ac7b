import type { SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { Answer, Moves, Phase, PollKind, Solution, Tally } from '../polls/protocol.ts'
import type { Store } from '../polls/store.ts'
import { stringify } from 'csv-stringify/sync'
import { tallyOf } from '../polls/counting.ts'
import { exportCells } from '../polls/kinds/rules.ts'
import { movesOf } from '../polls/moves.ts'
import { INITIAL_POLL_STATE } from '../polls/phase.ts'
import { solutionOf } from '../polls/pollsFile.ts'

/** The results of one poll, round by round. */
export interface PollResults extends Solution {
  id: string
  kind: PollKind
  question: string
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
  /** One for each voter, poll and round, oldest first; then those from paper, whose voter is `paper`. */
  ballots: { poll: string, round: number, voter: string, answer: Answer, at: string | null }[]
}

/** Reads everything of a session from its store. */
export async function collectResults(store: Store, polls: Poll[], session: string): Promise<Results> {
  const [state, sessions, ballots] = await Promise.all([
    store.session(session),
    store.sessions(),
    store.ballots(session),
  ])
  const began = sessions.find(({ name }) => name === session)?.began
  const results = await Promise.all(polls.map(poll => readPollResults(store, session, poll, state)))
  return {
    version: 1,
    session,
    began: began === undefined ? null : formatIsoTime(began),
    polls: await withMoves(results, polls, store, session),
    ballots: [
      ...ballots.map(({ poll, round, voter, answer, at }) => ({ poll, round, voter, answer, at: formatIsoTime(at) })),
      ...paperBallots(state),
    ],
  }
}

async function readPollResults(
  store: Store,
  session: string,
  poll: Poll,
  { polls }: SessionState,
): Promise<PollResults> {
  const { phase, round: current, edits = {} } = polls.get(poll.id) ?? INITIAL_POLL_STATE
  const rounds = await Promise.all(
    Array.from({ length: current }, async (_, i) => {
      const round = i + 1
      return { round, tally: tallyOf(poll, await store.answers({ session, poll: poll.id, round }), edits[round]) }
    }),
  )
  return { id: poll.id, kind: poll.kind, question: poll.question, phase, round: current, ...solutionOf(poll), rounds }
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
