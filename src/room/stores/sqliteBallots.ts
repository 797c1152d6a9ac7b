import type { DatabaseSync } from 'node:sqlite'
import type { Answer, Phase } from '../../polls/protocol.ts'
import type { AnswerCount, Ballot, CastResult, Move, RoundKey, StoredBallot, VoterAnswer } from '../../polls/store.ts'
import { INITIAL_POLL_STATE, takesAnytime } from '../../polls/phase.ts'
import { OVERTAKEN_WITHIN_MS } from '../../polls/store.ts'
import { inTransaction } from './sqliteFile.ts'

/** A ballot that waits for the next commit, and who waits for it. */
interface PendingBallot {
  ballot: Ballot
  resolve: (result: CastResult) => void
  reject: (reason: unknown) => void
}

/** Takes ballots in groups, one commit and so one sync to disk a group. */
export interface BallotWriter {
  /** Resolves once the ballot is committed, or refused; rejects when the commit failed and nothing is kept. */
  cast: (ballot: Ballot) => Promise<CastResult>
  /** Commits all ballots that wait, now. */
  flush: () => void
}

/** Ballots that arrive within one turn of the event loop share a commit. */
export function openBallotWriter(db: DatabaseSync): BallotWriter {
  const readPoll = db.prepare('SELECT phase, round FROM poll WHERE session = ? AND poll = ?')
  const readCurrent = db.prepare('SELECT current FROM session WHERE name = ?')
  const writeBallot = db.prepare(`
    INSERT INTO ballot VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET answer = excluded.answer, at = excluded.at, given = excluded.given
    WHERE ballot.given - excluded.given NOT BETWEEN 1 AND ${OVERTAKEN_WITHIN_MS}
      OR ballot.given IS NULL OR excluded.given IS NULL`)
  let pending: PendingBallot[] = []

  function write({ session, poll, round, voter, answer, given, anytime }: Ballot): CastResult {
    const state = readPoll.get(session, poll) as { phase: Phase, round: number } | undefined ?? INITIAL_POLL_STATE
    if (state.round !== round)
      return 'stale-round'
    const isCurrent = () => (readCurrent.get(session) as { current: string | null } | undefined)?.current === poll
    if (state.phase !== 'open' && !(anytime && takesAnytime(state.phase, isCurrent())))
      return 'closed'
    const { changes } = writeBallot.run(session, poll, round, voter, JSON.stringify(answer), Date.now(), given ?? null)
    return changes > 0 ? 'counted' : 'overtaken'
  }

  function flush(): void {
    const group = pending
    pending = []
    if (group.length === 0)
      return
    try {
      const results = inTransaction(db, () => group.map(({ ballot }) => write(ballot)))
      // Only now: nobody may hear 'counted' before the commit is on disk.
      group.forEach(({ resolve }, i) => resolve(results[i] as CastResult))
    }
    catch (error) {
      group.forEach(({ reject }) => reject(error))
    }
  }

  return {
    cast: ballot => new Promise((resolve, reject) => {
      if (pending.push({ ballot, resolve, reject }) === 1)
        setImmediate(flush)
    }),
    flush,
  }
}

/** Queries of the ballots that are kept. */
export interface BallotReader {
  ballotOf: (key: RoundKey, voter: string) => Answer | null
  answers: (key: RoundKey) => AnswerCount[]
  roundBallots: (key: RoundKey) => VoterAnswer[]
  moves: (from: RoundKey, to: RoundKey) => Move[]
  ballots: (session: string) => StoredBallot[]
}

export function openBallotReader(db: DatabaseSync): BallotReader {
  const readBallot = db.prepare('SELECT answer FROM ballot WHERE session = ? AND poll = ? AND round = ? AND voter = ?')
  const countAnswers = db.prepare(`
    SELECT answer, count(*) AS people FROM ballot WHERE session = ? AND poll = ? AND round = ? GROUP BY answer`)
  const readRound = db.prepare('SELECT voter, answer FROM ballot WHERE session = ? AND poll = ? AND round = ?')
  const countMoves = db.prepare(`
    SELECT a.answer AS was, b.answer AS now, count(*) AS people FROM ballot a JOIN ballot b ON b.voter = a.voter
    WHERE a.session = ? AND a.poll = ? AND a.round = ? AND b.session = ? AND b.poll = ? AND b.round = ?
    GROUP BY a.answer, b.answer`)
  const readBallots = db.prepare(`
    SELECT poll, round, voter, answer, at FROM ballot WHERE session = ? ORDER BY at, poll, round, voter`)

  return {
    ballotOf({ session, poll, round }, voter) {
      const row = readBallot.get(session, poll, round, voter) as { answer: string } | undefined
      return row ? parseAnswer(row.answer) : null
    },

    answers({ session, poll, round }) {
      const rows = countAnswers.all(session, poll, round) as { answer: string, people: number }[]
      return rows.map(({ answer, people }) => ({ answer: parseAnswer(answer), people }))
    },

    roundBallots({ session, poll, round }) {
      const rows = readRound.all(session, poll, round) as { voter: string, answer: string }[]
      return rows.map(({ voter, answer }) => ({ voter, answer: parseAnswer(answer) }))
    },

    moves(from, to) {
      const rows = countMoves.all(from.session, from.poll, from.round, to.session, to.poll, to.round) as {
        was: string
        now: string
        people: number
      }[]
      return rows.map(({ was, now, people }) => ({ from: parseAnswer(was), to: parseAnswer(now), people }))
    },

    ballots(session) {
      const rows = readBallots.all(session) as {
        poll: string
        round: number
        voter: string
        answer: string
        at: number
      }[]
      return rows.map(row => ({ ...row, session, answer: parseAnswer(row.answer) }))
    },
  }
}

function parseAnswer(json: string): Answer {
  return JSON.parse(json) as Answer
}
