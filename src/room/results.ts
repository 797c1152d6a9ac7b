import type { Poll } from '../polls/pollsFile.ts'
import type { Answer, Moves, Phase, PollKind, Solution, Tally } from '../polls/protocol.ts'
import type { Store } from '../polls/store.ts'
import { stringify } from 'csv-stringify/sync'
import { solutionOf, tallyOf } from '../polls/kinds/index.ts'
import { movesOf } from '../polls/moves.ts'
import { FIRST } from '../polls/phase.ts'

/** What one poll brought, round by round. */
export interface PollResults extends Solution {
  id: string
  kind: PollKind
  question: string
  phase: Phase
  /** The round that stands. */
  round: number
  rounds: { round: number, tally: Tally }[]
  /**
   * From the poll it is paired with, each in its last round that anybody answered; absent for fewer than five voters.
   */
  moves?: Moves
}

/** Everything of a session, for export. Voters are pseudonyms that no other session shares. */
export interface Results {
  /** Of this format. */
  version: 1
  session: string
  /** When the session's first poll was touched; null for an empty one. */
  began: string | null
  polls: PollResults[]
  /** One a voter, poll and round, oldest first; then those from paper, whose voter is `paper`. */
  ballots: { poll: string, round: number, voter: string, answer: Answer, at: string | null }[]
}

/** Reads everything of a session from its store. */
export async function collectResults(store: Store, polls: Poll[], session: string): Promise<Results> {
  const [state, sessions, ballots] = await Promise.all([
    store.session(session),
    store.sessions(),
    store.ballots(session),
  ])
  const began = sessions.find(item => item.name === session)?.began

  const results = await Promise.all(
    polls.map(async (poll): Promise<PollResults> => {
      const { phase, round, notes = {} } = state.polls.get(poll.id) ?? FIRST
      const rounds = await Promise.all(
        Array.from({ length: round }, async (_, i) => ({
          round: i + 1,
          tally: tallyOf(poll, await store.answers({ session, poll: poll.id, round: i + 1 }), notes[i + 1]),
        })),
      )
      return { id: poll.id, kind: poll.kind, question: poll.question, phase, round, ...solutionOf(poll), rounds }
    }),
  )
  // A round that was begun and not answered takes nothing away.
  const keyOf = (id: string) => ({
    session,
    poll: id,
    round: results.find(result => result.id === id)?.rounds.findLast(round => round.tally.people > 0)?.round ?? 1,
  })
  await Promise.all(
    polls.map(async (poll, i) => {
      const moves
        = 'pair' in poll && poll.pair ? movesOf(await store.moves(keyOf(poll.pair), keyOf(poll.id))) : undefined
      if (moves && results[i])
        results[i].moves = moves
    }),
  )

  const slips = [...state.polls].flatMap(([poll, { notes = {} }]) =>
    Object.entries(notes).flatMap(([round, { paper = [] }]) =>
      paper.flatMap(({ answer, people }) =>
        Array.from({ length: people }, () => ({ poll, round: Number(round), voter: 'paper', answer, at: null })),
      ),
    ),
  )
  return {
    version: 1,
    session,
    began: began === undefined ? null : new Date(began).toISOString(),
    polls: results,
    ballots: [
      ...ballots.map(({ poll, round, voter, answer, at }) => ({
        poll,
        round,
        voter,
        answer,
        at: new Date(at).toISOString(),
      })),
      ...slips,
    ],
  }
}

const COLUMNS = ['session', 'poll', 'round', 'voter', 'answer', 'sure', 'counted_at']

/** The results as CSV, one row a ballot. What people wrote can never act as a formula in a spreadsheet. */
export function toCsv({ session, ballots }: Results): string {
  const rows = ballots.map(({ poll, round, voter, answer, at }) => [
    session,
    poll,
    round,
    voter,
    ...cellsOf(answer),
    at ?? '',
  ])
  return stringify([COLUMNS, ...rows], { record_delimiter: 'windows', escape_formulas: true })
}

/** An answer in words, and for a scale whether the voter is sure. */
function cellsOf(answer: Answer): [answer: string | number, sure: string] {
  if (typeof answer === 'number')
    return [answer, '']
  if (Array.isArray(answer))
    return [answer.join(' | '), '']
  if ('value' in answer)
    return [answer.value, answer.sure ? 'yes' : 'no']
  return [[...answer.ask, ...answer.up.map(id => `+${id}`)].join(' | '), '']
}
