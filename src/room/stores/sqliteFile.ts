import { mkdirSync } from 'node:fs'
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

const SCHEMA_VERSION = 4
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS session (
    name TEXT PRIMARY KEY, seq INTEGER NOT NULL, current TEXT, began INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS poll (
    session TEXT NOT NULL, poll TEXT NOT NULL, phase TEXT NOT NULL, round INTEGER NOT NULL, ends_at INTEGER, notes TEXT,
    last INTEGER,
    PRIMARY KEY (session, poll)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS ballot (
    session TEXT NOT NULL, poll TEXT NOT NULL, round INTEGER NOT NULL, voter TEXT NOT NULL, answer TEXT NOT NULL,
    at INTEGER NOT NULL, given INTEGER,
    PRIMARY KEY (session, poll, round, voter)
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
]

/**
 * Opens the database file for this process alone, and brings its schema up to date.
 *
 * @param path missing folders are made
 * @throws {StoreError} when the file cannot be opened, another process holds it, or a newer version wrote it
 */
export function openSqliteFile(path: string): DatabaseSync {
  let db: DatabaseSync | undefined
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    db = new DatabaseSync(path)
    db.exec(PRAGMAS)
    migrate(db, path)
    return db
  }
  catch (error) {
    db?.close()
    throw error instanceof StoreError ? error : explainOpenError(path, error)
  }
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
  return new StoreError(
    reason.includes('locked')
      ? `${path} is in use by another room server; stop that one or set ROOM_DATA to another folder.`
      : `${path} cannot be opened (${reason}); set ROOM_DATA to a folder that can be written.`,
  )
}
