import type { PollState, SessionState } from '../../polls/phase.ts'
import type { Answer, Phase } from '../../polls/protocol.ts'
import type { Ballot, CastResult, SessionInfo, Store } from '../../polls/store.ts'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { FIRST } from '../../polls/phase.ts'
import { OVERTAKEN_WITHIN_MS, StoreError } from '../../polls/store.ts'

const VERSION = 3
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS session (name TEXT PRIMARY KEY, seq INTEGER NOT NULL, current TEXT, began INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS poll (
    session TEXT NOT NULL, poll TEXT NOT NULL, phase TEXT NOT NULL, round INTEGER NOT NULL, ends_at INTEGER, notes TEXT,
    PRIMARY KEY (session, poll)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS ballot (
    session TEXT NOT NULL, poll TEXT NOT NULL, round INTEGER NOT NULL, voter TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL, given INTEGER,
    PRIMARY KEY (session, poll, round, voter)
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${VERSION};
`

/** What a file of version 1 lacks. */
const FROM_1 = `
  ALTER TABLE session ADD COLUMN began INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE poll ADD COLUMN ends_at INTEGER;
  ALTER TABLE poll ADD COLUMN notes TEXT;
  UPDATE session SET began = coalesce((SELECT min(at) FROM ballot WHERE session = name), unixepoch() * 1000);
`
const FROM_2 = 'ALTER TABLE ballot ADD COLUMN given INTEGER;'

interface PollRow {
  poll: string
  phase: Phase
  round: number
  ends_at: number | null
  notes: string | null
}

interface Waiting {
  ballot: Ballot
  resolve: (result: CastResult) => void
  reject: (reason: unknown) => void
}

/**
 * The embedded store: one file, WAL, a sync to disk at every commit. Ballots that arrive within one turn of the event
 * loop share one commit, so durability costs one sync per turn and not one per ballot.
 *
 * @param path the database file; missing folders are made
 * @throws {StoreError} when the file cannot be opened or another process holds it
 */
export function openSqliteStore(path: string): Store {
  const db = open(path)
  const readSession = db.prepare('SELECT seq, current FROM session WHERE name = ?')
  const readPolls = db.prepare('SELECT poll, phase, round, ends_at, notes FROM poll WHERE session = ?')
  const readPoll = db.prepare('SELECT phase, round FROM poll WHERE session = ? AND poll = ?')
  const writeSession = db.prepare(
    'INSERT INTO session VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, current = excluded.current',
  )
  const writePoll = db.prepare(
    'INSERT INTO poll VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET phase = excluded.phase, round = excluded.round, ends_at = excluded.ends_at, notes = excluded.notes',
  )
  const writeBallot = db.prepare(`
    INSERT INTO ballot VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET answer = excluded.answer, at = excluded.at, given = excluded.given
    WHERE ballot.given - excluded.given NOT BETWEEN 1 AND ${OVERTAKEN_WITHIN_MS} OR ballot.given IS NULL OR excluded.given IS NULL`)
  const readBallot = db.prepare('SELECT answer FROM ballot WHERE session = ? AND poll = ? AND round = ? AND voter = ?')
  const countAnswers = db.prepare(
    'SELECT answer, count(*) AS people FROM ballot WHERE session = ? AND poll = ? AND round = ? GROUP BY answer',
  )
  const readBallots = db.prepare(
    'SELECT poll, round, voter, answer, at FROM ballot WHERE session = ? ORDER BY at, poll, round, voter',
  )

  const readMoves = db.prepare(`
    SELECT a.answer AS was, b.answer AS now, count(*) AS people FROM ballot a JOIN ballot b ON b.voter = a.voter
    WHERE a.session = ? AND a.poll = ? AND a.round = ? AND b.session = ? AND b.poll = ? AND b.round = ? GROUP BY a.answer, b.answer`)
  const readSessions = db.prepare(
    'SELECT name, began, (SELECT count(*) FROM ballot WHERE session = name) AS ballots FROM session ORDER BY began, name',
  )
  const erase = ['ballot', 'poll'].map(table => db.prepare(`DELETE FROM ${table} WHERE session = ?`))
  const eraseSession = db.prepare('DELETE FROM session WHERE name = ?')

  let waiting: Waiting[] = []

  function transaction<T>(work: () => T): T {
    db.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      db.exec('COMMIT')
      return result
    }
    catch (error) {
      // A failed COMMIT (disk full) leaves the transaction open or has rolled it back already.
      if (db.isTransaction)
        db.exec('ROLLBACK')
      throw error
    }
  }

  function sessionState(name: string): SessionState {
    const row = readSession.get(name) as { seq: number, current: string | null } | undefined
    const polls = (readPolls.all(name) as unknown as PollRow[]).map(
      ({ poll, phase, round, ends_at, notes }): [string, PollState] => [
        poll,
        {
          phase,
          round,
          ...(ends_at !== null && { endsAt: ends_at }),
          ...(notes !== null && { notes: JSON.parse(notes) as NonNullable<PollState['notes']> }),
        },
      ],
    )
    return { seq: row?.seq ?? 0, current: row?.current ?? null, polls: new Map(polls) }
  }

  function write({ session, poll, round, voter, answer, given }: Ballot): CastResult {
    const state = readPoll.get(session, poll) as { phase: Phase, round: number } | undefined ?? FIRST
    if (state.round !== round)
      return 'stale-round'
    if (state.phase !== 'open')
      return 'closed'
    const { changes } = writeBallot.run(session, poll, round, voter, JSON.stringify(answer), Date.now(), given ?? null)
    return changes > 0 ? 'counted' : 'overtaken'
  }

  /** Commits everything that waits, then answers each: an answer always comes after the sync to disk. */
  function flush(): void {
    const batch = waiting
    waiting = []
    if (batch.length === 0)
      return
    try {
      const results = transaction(() => batch.map(({ ballot }) => write(ballot)))
      batch.forEach(({ resolve }, index) => resolve(results[index] as CastResult))
    }
    catch (error) {
      batch.forEach(({ reject }) => reject(error))
    }
  }

  return {
    session: async name => sessionState(name),

    async change(name, next) {
      // Ballots that came before the change are judged by the phase they came in.
      flush()
      return transaction(() => {
        const before = sessionState(name)
        const after = next(before)
        if (after === before)
          return before
        writeSession.run(name, after.seq, after.current, Date.now())
        for (const [poll, { phase, round, endsAt, notes }] of after.polls)
          writePoll.run(name, poll, phase, round, endsAt ?? null, notes ? JSON.stringify(notes) : null)
        return after
      })
    },

    cast: ballot => new Promise((resolve, reject) => {
      if (waiting.push({ ballot, resolve, reject }) === 1)
        setImmediate(flush)
    }),

    async ballotOf({ session, poll, round }, voter) {
      const row = readBallot.get(session, poll, round, voter) as { answer: string } | undefined
      return row ? JSON.parse(row.answer) as Answer : null
    },

    async answers({ session, poll, round }) {
      return (countAnswers.all(session, poll, round) as { answer: string, people: number }[])
        .map(({ answer, people }) => ({ answer: JSON.parse(answer) as Answer, people }))
    },

    async moves(from, to) {
      const rows = readMoves.all(from.session, from.poll, from.round, to.session, to.poll, to.round) as {
        was: string
        now: string
        people: number
      }[]
      return rows.map(({ was, now, people }) => ({
        from: JSON.parse(was) as Answer,
        to: JSON.parse(now) as Answer,
        people,
      }))
    },

    async ballots(session) {
      return (readBallots.all(session) as { poll: string, round: number, voter: string, answer: string, at: number }[])
        .map(row => ({ ...row, session, answer: JSON.parse(row.answer) as Answer }))
    },

    async sessions() {
      return (readSessions.all() as unknown as SessionInfo[]).map(item => ({ ...item }))
    },

    async forget(name) {
      flush()
      const known = transaction(() => {
        erase.forEach(sync => sync.run(name))
        return eraseSession.run(name).changes > 0
      })
      // Nothing may stay behind in free pages or in the log.
      db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
      return known
    },

    async close() {
      flush()
      db.close()
    },
  }
}

function open(path: string): DatabaseSync {
  let db: DatabaseSync | undefined
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    db = new DatabaseSync(path)
    // Exclusive: a second server on the same file would answer from its own view of the phases.
    db.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON',
    )
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number }
    if (version > VERSION) {
      throw new StoreError(
        `${path} was written by a newer version of the kit; update the kit or set ROOM_DATA to another folder.`,
      )
    }
    db.exec(
      `BEGIN IMMEDIATE; ${version === 1 ? FROM_1 : ''} ${version === 1 || version === 2 ? FROM_2 : ''} ${SCHEMA} COMMIT`,
    )
    return db
  }
  catch (error) {
    db?.close()
    if (error instanceof StoreError)
      throw error
    const reason = error instanceof Error ? error.message : String(error)
    if (reason.includes('locked')) {
      throw new StoreError(
        `${path} is in use by another room server; stop that one or set ROOM_DATA to another folder.`,
      )
    }
    throw new StoreError(`${path} cannot be opened (${reason}); set ROOM_DATA to a folder that can be written.`)
  }
}
