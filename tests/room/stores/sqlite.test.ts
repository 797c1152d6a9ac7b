import type { PollState } from '../../../src/polls/phase.ts'
import type { Store } from '../../../src/polls/store.ts'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { StoreError } from '../../../src/polls/store.ts'
import { openSqliteStore } from '../../../src/room/stores/sqlite.ts'
import { describeStore } from '../store.contract.ts'
import { KEY, put } from '../support/openedStore.ts'
import { tempFolder } from '../support/testRoom.ts'

async function openHere(path = join(tempFolder(), 'room.sqlite')) {
  let store = openSqliteStore(path)
  // A store that the test closed itself rejects a second close.
  onTestFinished(() => store.close().catch(() => {}))
  return {
    path,
    store,
    async reopen() {
      await store.close()
      return store = openSqliteStore(path)
    },
  }
}

describeStore('SQLite', openHere)

/** What `openSqliteStore(path)` throws. */
function faultOf(path: string): StoreError {
  try {
    openSqliteStore(path)
  }
  catch (error) {
    expect(error).toBeInstanceOf(StoreError)
    return error as StoreError
  }
  throw new Error(`${path} was opened`)
}

function writeDatabase(path: string, sql: string): void {
  const db = new DatabaseSync(path)
  db.exec(sql)
  db.close()
}

describe('the file', () => {
  it('is locked to one process at a time', async () => {
    const { path, store, reopen } = await openHere()
    await put(store, KEY, 'open')
    expect(faultOf(path).message).toBe(
      `${path} is in use by another room server; stop that one or set ROOM_DATA to another folder.`,
    )
    // The first store still works.
    expect(await store.cast({ ...KEY, voter: 'ann', answer: ['a'] })).toBe('counted')
    expect(await (await reopen()).ballotOf(KEY, 'ann')).toEqual(['a'])
  })

  it('is created with its folders', async () => {
    const { store } = await openHere(join(tempFolder(), 'some', 'where', 'room.sqlite'))
    expect((await store.session('s')).seq).toBe(0)
  })

  it.each<[string, (folder: string) => string]>([
    ['below a regular file', (folder) => {
      writeFileSync(join(folder, 'file'), '')
      return join(folder, 'file', 'room.sqlite')
    }],
    ['that is a folder', (folder) => {
      mkdirSync(join(folder, 'room.sqlite'))
      return join(folder, 'room.sqlite')
    }],
  ])('is refused %s', (_, make) => {
    const path = make(tempFolder())
    const { message } = faultOf(path)
    expect(message.startsWith(`${path} cannot be opened (`), message).toBe(true)
    expect(message).toMatch(/^.*\); set ROOM_DATA to a folder that can be written\.$/)
  })

  it.each<[string, (path: string) => void]>([
    ['no database', path => writeFileSync(path, 'Dear diary, '.repeat(100))],
    ['a database with tables of another kind', path => writeDatabase(path, 'CREATE TABLE session (x)')],
    ['a database that lacks a table', path => writeDatabase(path, 'PRAGMA user_version = 3')],
    ['damaged', (path) => {
      const store = openSqliteStore(path)
      void store.close()
      writeDatabase(path, `
        PRAGMA journal_mode = DELETE;
        WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 3000)
        INSERT INTO ballot SELECT 's', 'p', 1, 'voter ' || i, '["a"]', i, NULL FROM n`)
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.fill(0xAB, 40_960, 41_500))
    }],
  ])('is refused in one sentence when it is %s', (_, write) => {
    const path = join(tempFolder(), 'room.sqlite')
    write(path)
    const { message } = faultOf(path)
    expect(message.startsWith(`${path} is damaged or was not written by this kit (`), message).toBe(true)
    expect(message).toMatch(/^.*\); move it away, or set ROOM_DATA to another folder\.$/)
  })

  it('is for its user alone, also in a folder that was there before', async () => {
    const path = join(tempFolder(), 'room.sqlite')
    chmodSync(dirname(path), 0o755)
    writeFileSync(path, '', { mode: 0o644 })
    const { store } = await openHere(path)
    await put(store, KEY, 'open')
    const modes = readdirSync(dirname(path)).map(name => statSync(join(dirname(path), name)).mode & 0o777)
    expect(modes).toEqual([0o600, 0o600])
  })

  it.skipIf(process.getuid?.() === 0)('is refused in a folder without write permission', () => {
    const folder = tempFolder()
    chmodSync(folder, 0o500)
    expect(faultOf(join(folder, 'room.sqlite')).message).toContain('set ROOM_DATA')
  })

  it.each<[version: number, added: string, after: string]>([
    [1, '', ''],
    [2, ', began INTEGER NOT NULL', ', ends_at INTEGER, notes TEXT'],
    [3, ', began INTEGER NOT NULL', ', ends_at INTEGER, notes TEXT'],
    [4, ', began INTEGER NOT NULL', ', ends_at INTEGER, notes TEXT, last INTEGER'],
    [5, ', began INTEGER NOT NULL', ', ends_at INTEGER, notes TEXT, last INTEGER, paused INTEGER'],
    [6, ', began INTEGER NOT NULL', ', ends_at INTEGER, notes TEXT, last INTEGER, paused INTEGER, asked TEXT'],
  ])('is migrated from version %i with its ballots', async (version, began, poll) => {
    const path = join(tempFolder(), 'room.sqlite')
    const older = new DatabaseSync(path)
    older.exec(`
      CREATE TABLE session (name TEXT PRIMARY KEY, seq INTEGER NOT NULL, current TEXT${began}) STRICT, WITHOUT ROWID;
      CREATE TABLE poll (
        session TEXT NOT NULL, poll TEXT NOT NULL, phase TEXT NOT NULL, round INTEGER NOT NULL${poll},
        PRIMARY KEY (session, poll)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE ballot (
        session TEXT NOT NULL, poll TEXT NOT NULL, round INTEGER NOT NULL, voter TEXT NOT NULL, answer TEXT NOT NULL,
        at INTEGER NOT NULL,${version >= 3 ? ' given INTEGER,' : ''} PRIMARY KEY (session, poll, round, voter)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO session VALUES ('s', 4, 'p'${version > 1 ? ', 1000' : ''});
      INSERT INTO poll VALUES ('s', 'p', 'open', 1${', NULL'.repeat(poll.split(',').length - 1)});
      INSERT INTO ballot (session, poll, round, voter, answer, at) VALUES ('s', 'p', 1, 'ann', '["a"]', 1000);
      PRAGMA user_version = ${version}`)
    older.close()
    const { store, reopen } = await openHere(path)
    expect(await store.sessions()).toEqual([{ name: 's', began: 1000, ballots: 1 }])
    expect(await store.session('s')).toEqual({
      seq: 4,
      current: 'p',
      polls: new Map([['p', { phase: 'open', round: 1 }]]),
    })
    expect(await store.cast({ ...KEY, voter: 'ann', answer: ['b'], given: 5 })).toBe('counted')
    expect(await store.cast({ ...KEY, voter: 'ann', answer: ['c'], given: 4 })).toBe('overtaken')
    const edits = { 1: { marks: { x: 'hidden' as const } } }
    const asked = { question: 'Why?', options: ['a', 'b'], several: false }
    const edited: PollState = { phase: 'closed', round: 1, endsAt: 2000, edits, last: 3, paused: 500, asked }
    expect(await store.attendance('s')).toEqual([])
    await store.noteAttendance('s', { at: 1, people: 2 })
    await store.change('s', now => ({ ...now, seq: 5, polls: new Map([['p', edited]]) }))
    const again = await reopen()
    expect(await again.ballotOf(KEY, 'ann')).toEqual(['b'])
    expect((await again.session('s')).polls.get('p')).toEqual(edited)
    expect(await again.attendance('s')).toEqual([{ at: 1, people: 2 }])
    expect(await again.forget('s')).toBe(true)
    expect(await again.sessions()).toEqual([])
  })

  it('is refused, unchanged, when a newer version wrote it', () => {
    const path = join(tempFolder(), 'room.sqlite')
    const newer = new DatabaseSync(path)
    newer.exec('CREATE TABLE news (x); PRAGMA user_version = 8')
    newer.close()
    expect(faultOf(path).message).toBe(
      `${path} was written by a newer version of the kit; update the kit or set ROOM_DATA to another folder.`,
    )
    const after = new DatabaseSync(path)
    expect(after.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'news' }])
    after.close()
  })
})

describe('forget', () => {
  /** All bytes in the folder of the database. */
  const bytesOf = (path: string) =>
    readdirSync(dirname(path))
      .map(name => readFileSync(join(dirname(path), name), 'latin1'))
      .join('')
  const SECRETS = ['Tuesday in Rome', 'c0ffee', 'gambit', 'zugzwang', 'en prise', 'x-entry', 'cost-poll']
  const found = (path: string) => SECRETS.filter(secret => bytesOf(path).includes(secret))

  /** Fills a session with every kind of data, enough of it to take whole pages of the file. */
  async function fill(store: Store): Promise<void> {
    const key = { session: 'Tuesday in Rome', poll: 'cost-poll', round: 1 }
    await put(store, key, 'open')
    await Promise.all(
      Array.from({ length: 300 }, (_, i) =>
        store.cast({ ...key, voter: `c0ffee${i}`, answer: [`gambit ${i} ${'-'.repeat(100)}`] })),
    )
    // Replaced answers are gone from the tables, and must be gone from the file too.
    await Promise.all(
      Array.from({ length: 300 }, (_, i) => store.cast({ ...key, voter: `c0ffee${i}`, answer: ['zugzwang'] })),
    )
    await store.change(key.session, now => ({
      ...now,
      seq: now.seq + 1,
      polls: new Map(now.polls).set(key.poll, {
        phase: 'closed',
        round: 1,
        edits: { 1: { marks: { 'x-entry': 'hidden' }, paper: [{ answer: ['en prise'], people: 2 }] } },
      }),
    }))
  }

  it.each(['at once', 'after a restart'])('leaves no trace of a session in file or log, %s', async (when) => {
    const { path, store, reopen } = await openHere()
    await put(store, { ...KEY, session: 'Monday' }, 'open')
    await store.cast({ ...KEY, session: 'Monday', voter: 'ann', answer: ['kept'] })
    await fill(store)
    expect(found(path)).toEqual(SECRETS)
    const now = when === 'at once' ? store : await reopen()
    expect(found(path)).toEqual(
      when === 'at once' ? SECRETS : expect.arrayContaining(SECRETS.filter(secret => secret !== 'gambit')),
    )
    expect(await now.forget('Tuesday in Rome')).toBe(true)
    expect(found(path)).toEqual([])
    expect(bytesOf(path)).toContain('["kept"]')
    const again = await reopen()
    expect(found(path)).toEqual([])
    expect((await again.sessions()).map(session => session.name)).toEqual(['Monday'])
    expect(await again.ballotOf({ ...KEY, session: 'Monday' }, 'ann')).toEqual(['kept'])
  })
})

describe('a commit', () => {
  /** A store and its own connection: other connections cannot read its pragmas. */
  async function connection() {
    const exec = vi.spyOn(DatabaseSync.prototype, 'exec')
    onTestFinished(() => exec.mockRestore())
    const { store } = await openHere()
    const db = exec.mock.contexts[0] as unknown as DatabaseSync
    return { store, exec, db, pragma: (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0] }
  }

  it('is synced to disk: WAL with a full sync', async () => {
    const { pragma } = await connection()
    const FULL = 2
    expect(pragma('synchronous')).toBe(FULL)
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('locking_mode')).toBe('exclusive')
  })

  it('is shared by the ballots of one turn of the event loop', async () => {
    const { store, exec } = await connection()
    await put(store, KEY, 'open')
    exec.mockClear()
    await Promise.all(Array.from({ length: 200 }, (_, i) => store.cast({ ...KEY, voter: `v${i}`, answer: ['a'] })))
    expect(exec.mock.calls).toEqual([['BEGIN IMMEDIATE'], ['COMMIT']])
  })

  it.each(['BEGIN IMMEDIATE', 'COMMIT'])(
    'rejects every ballot in it when %s fails, keeps none, and the next one works',
    async (step) => {
      const exec = DatabaseSync.prototype.exec
      const { store, exec: spy } = await connection()
      await put(store, KEY, 'open')
      let broken = true
      spy.mockImplementation(function (this: DatabaseSync, sql) {
        if (broken && sql === step) {
          broken = false
          throw new Error('disk full')
        }
        exec.call(this, sql)
      })
      const results = await Promise.allSettled(
        ['ann', 'bob'].map(voter => store.cast({ ...KEY, voter, answer: ['a'] })),
      )
      expect(results.map(result => result.status)).toEqual(['rejected', 'rejected'])
      expect(await store.answers(KEY)).toEqual([])
      expect(await store.cast({ ...KEY, voter: 'ann', answer: ['b'] })).toBe('counted')
      expect(await store.ballots('s')).toHaveLength(1)
    },
  )
})
