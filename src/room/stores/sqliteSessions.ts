import type { DatabaseSync } from 'node:sqlite'
import type { PollState, SessionState } from '../../polls/phase.ts'
import type { Phase } from '../../polls/protocol.ts'
import type { SessionInfo } from '../../polls/store.ts'
import { inTransaction } from './sqliteFile.ts'

interface PollRow {
  poll: string
  phase: Phase
  round: number
  ends_at: number | null
  /** The round edits, as JSON; the column has its name from version 2 of the schema. */
  notes: string | null
  /** The highest round, where an earlier one is shown. */
  last: number | null
  /** Milliseconds left on a clock that stands still. */
  paused: number | null
  /** What is asked, as JSON, where it is not in polls.yaml. */
  asked: string | null
}

/** The tables `session` and `poll`: everything of a session but its ballots. */
export interface SessionTables {
  read: (name: string) => SessionState
  /** Replaces the state by `next(state)` in a transaction. */
  change: (name: string, next: (state: SessionState) => SessionState) => SessionState
  /** Oldest first. */
  list: () => SessionInfo[]
  /** Erases a session from all tables; returns whether there was one. */
  erase: (name: string) => boolean
}

export function openSessionTables(db: DatabaseSync): SessionTables {
  const readSession = db.prepare('SELECT seq, current FROM session WHERE name = ?')
  const readPolls = db.prepare(`
    SELECT poll, phase, round, ends_at, notes, last, paused, asked FROM poll WHERE session = ?`)
  const writeSession = db.prepare(`
    INSERT INTO session VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, current = excluded.current`)
  const writePoll = db.prepare(`
    INSERT INTO poll VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
      phase = excluded.phase, round = excluded.round, ends_at = excluded.ends_at, notes = excluded.notes,
      last = excluded.last, paused = excluded.paused, asked = excluded.asked`)
  const readSessions = db.prepare(`
    SELECT name, began, (SELECT count(*) FROM ballot WHERE session = name) + coalesce((
      SELECT sum(slip.value ->> 'people')
      FROM poll, json_each(poll.notes) AS round, json_each(round.value, '$.paper') AS slip
      WHERE poll.session = name
    ), 0) AS ballots FROM session
    ORDER BY began, name`)
  const eraseRows = ['ballot', 'poll', 'attendance'].map(table => db.prepare(`DELETE FROM ${table} WHERE session = ?`))
  const eraseSession = db.prepare('DELETE FROM session WHERE name = ?')

  function read(name: string): SessionState {
    const row = readSession.get(name) as { seq: number, current: string | null } | undefined
    const rows = readPolls.all(name) as unknown as PollRow[]
    return {
      seq: row?.seq ?? 0,
      current: row?.current ?? null,
      polls: new Map(rows.map(pollRow => [pollRow.poll, parsePollRow(pollRow)])),
    }
  }

  return {
    read,

    change: (name, next) => inTransaction(db, () => {
      const before = read(name)
      const after = next(before)
      if (after === before)
        return before
      writeSession.run(name, after.seq, after.current, Date.now())
      for (const [poll, { phase, round, endsAt, edits, last, paused, asked }] of after.polls) {
        const [notes, typed] = [toJson(edits), toJson(asked)]
        writePoll.run(name, poll, phase, round, endsAt ?? null, notes, last ?? null, paused ?? null, typed)
      }
      return after
    }),

    // SQLite's own rows have no prototype.
    list: () => (readSessions.all() as unknown as SessionInfo[]).map(row => ({ ...row })),

    erase: name => inTransaction(db, () => {
      eraseRows.forEach(statement => statement.run(name))
      return eraseSession.run(name).changes > 0
    }),
  }
}

function toJson(value: object | undefined): string | null {
  return value ? JSON.stringify(value) : null
}

function parsePollRow({ phase, round, ends_at, notes, last, paused, asked }: PollRow): PollState {
  return {
    phase,
    round,
    ...(ends_at !== null && { endsAt: ends_at }),
    ...(last !== null && { last }),
    ...(paused !== null && { paused }),
    ...(notes !== null && { edits: JSON.parse(notes) as NonNullable<PollState['edits']> }),
    ...(asked !== null && { asked: JSON.parse(asked) as NonNullable<PollState['asked']> }),
  }
}
