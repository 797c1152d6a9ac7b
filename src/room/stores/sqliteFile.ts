import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../../polls/store.ts'

/**
 * Exclusive: a second server on the same file would answer from its own view of the phases. A full sync at each commit
 * lets a counted ballot survive a power cut, and `secure_delete` overwrites what is erased.
 */
const PRAGMAS = [
  'PRAGMA locking_mode = EXCLUSIVE',
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA secure_delete = ON',
].join('; ')

/** Kinds of SQLite's errors: a statement that does not fit the tables, a damaged file, and one of another format. */
const [MISFIT, CORRUPT, NO_DATABASE] = [1, 11, 26]
const NOT_OURS = new Set([MISFIT, CORRUPT, NO_DATABASE])

const SCHEMA_VERSION = 7
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS session (
    name TEXT PRIMARY KEY, seq INTEGER NOT NULL, current TEXT, began INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS poll (
    session TEXT NOT NULL, poll TEXT NOT NULL, phase TEXT NOT NULL, round INTEGER NOT NULL, ends_at INTEGER, notes TEXT,
    last INTEGER, paused INTEGER, asked TEXT,
    PRIMARY KEY (session, poll)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS ballot (
    session TEXT NOT NULL, poll TEXT NOT NULL, round INTEGER NOT NULL, voter TEXT NOT NULL, answer TEXT NOT NULL,
    at INTEGER NOT NULL, given INTEGER,
    PRIMARY KEY (session, poll, round, voter)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS attendance (
    session TEXT NOT NULL, at INTEGER NOT NULL, people INTEGER NOT NULL, PRIMARY KEY (session, at)
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${SCHEMA_VERSION};
`

/** What a file of each older version lacks, to be executed in this order from its version on. */
const MIGRATIONS: { from: number, sql: string }[] = [
  {
    from: 1,
    sql: `
      ALTER TABLE session ADD COLUMN began INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE poll ADD COLUMN ends_at INTEGER;
      ALTER TABLE poll ADD COLUMN notes TEXT;
      UPDATE session SET began = coalesce((SELECT min(at) FROM ballot WHERE session = name), unixepoch() * 1000);
    `,
  },
  { from: 2, sql: 'ALTER TABLE ballot ADD COLUMN given INTEGER;' },
  { from: 3, sql: 'ALTER TABLE poll ADD COLUMN last INTEGER;' },
  { from: 4, sql: 'ALTER TABLE poll ADD COLUMN paused INTEGER;' },
  { from: 5, sql: 'ALTER TABLE poll ADD COLUMN asked TEXT;' },
]

/**
 * Opens the database file for this process alone, and brings its schema up to date.
 *
 * @param path missing folders are made
 * @param use makes of it what is returned; a statement that cannot be prepared shows that the file is another's
 * @throws {StoreError} when the file cannot be opened or is damaged, another process holds it, or a newer version wrote
 *   it
 */
export function openSqliteFile<T>(path: string, use: (db: DatabaseSync) => T): T {
  let db: DatabaseSync | undefined
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    // The folder may be older than the room: what people answered is for this user alone. The log takes over the mode.
    closeSync(openSync(path, 'a', 0o600))
    chmodSync(path, 0o600)
    db = new DatabaseSync(path)
    db.exec(PRAGMAS)
    expectSound(db)
    migrate(db, path)
    return use(db)
  }
  catch (error) {
    db?.close()
    throw error instanceof StoreError ? error : explainOpenError(path, error)
  }
}

/** A page that is damaged would otherwise be found when a poll needs it, in the middle of a talk. */
function expectSound(db: DatabaseSync): void {
  const { quick_check: found } = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string }
  if (found !== 'ok')
    throw Object.assign(new Error(found.replace(/\s+/g, ' ')), { errcode: CORRUPT })
}

/** Runs `work` in a transaction of its own: written as a whole, or not at all when it throws. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
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

function migrate(db: DatabaseSync, path: string): void {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > SCHEMA_VERSION) {
    throw new StoreError(
      `${path} was written by a newer version of the kit; update the kit or set ROOM_DATA to another folder.`,
    )
  }
  // A new file has version 0 and lacks everything, which the schema itself creates.
  const pending = version < 1 ? [] : MIGRATIONS.filter(({ from }) => from >= version)
  db.exec(`BEGIN IMMEDIATE; ${pending.map(({ sql }) => sql).join('\n')} ${SCHEMA} COMMIT`)
}

function explainOpenError(path: string, error: unknown): StoreError {
  const reason = error instanceof Error ? error.message : String(error)
  if (reason.includes('locked'))
    return new StoreError(`${path} is in use by another room server; stop that one or set ROOM_DATA to another folder.`)
  // The kind of an error is in its lowest byte.
  const kind = (error as { errcode?: number }).errcode ?? 0
  return new StoreError(NOT_OURS.has(kind & 0xFF)
    ? `${path} is damaged or was not written by this kit (${reason}); move it away, or set ROOM_DATA to another folder.`
    : `${path} cannot be opened (${reason}); set ROOM_DATA to a folder that can be written.`)
}
