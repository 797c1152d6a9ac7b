import type { DatabaseSync } from 'node:sqlite'
import type { Store } from '../../polls/store.ts'
import { openAttendanceTable } from './sqliteAttendance.ts'
import { openBallotReader, openBallotWriter } from './sqliteBallots.ts'
import { openSqliteFile } from './sqliteFile.ts'
import { openSessionTables } from './sqliteSessions.ts'

/**
 * The embedded store: one file, WAL, a sync to disk at every commit. Ballots that arrive within one turn of the event
 * loop share one commit, so durability costs one sync per turn and not one per ballot.
 *
 * @param path the database file; missing folders are made
 * @throws {import('../../polls/store.ts').StoreError} when the file cannot be opened or is damaged, or another process
 *   holds it
 */
export function openSqliteStore(path: string): Store {
  return openSqliteFile(path, storeOn)
}

function storeOn(db: DatabaseSync): Store {
  const sessions = openSessionTables(db)
  const attendance = openAttendanceTable(db)
  const writer = openBallotWriter(db)
  const reader = openBallotReader(db)

  return {
    session: async name => sessions.read(name),

    async change(name, next) {
      // Ballots that came before the change are judged by the phase they came in.
      writer.flush()
      return sessions.change(name, next)
    },

    cast: writer.cast,
    ballotOf: async (key, voter) => reader.ballotOf(key, voter),
    answers: async key => reader.answers(key),
    roundBallots: async key => reader.roundBallots(key),
    moves: async (from, to) => reader.moves(from, to),
    ballots: async session => reader.ballots(session),
    noteAttendance: async (session, noted) => attendance.note(session, noted),
    attendance: async session => attendance.read(session),
    sessions: async () => sessions.list(),

    async forget(name) {
      writer.flush()
      const isKnown = sessions.erase(name)
      // Nothing may stay behind in free pages or in the log.
      db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
      return isKnown
    },

    async close() {
      writer.flush()
      db.close()
    },
  }
}
