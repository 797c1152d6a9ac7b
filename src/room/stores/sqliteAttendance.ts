import type { DatabaseSync } from 'node:sqlite'
import type { Attendance } from '../../polls/store.ts'

/** The table `attendance`: how many phones were connected, by session and moment. */
export interface AttendanceTable {
  note: (session: string, attendance: Attendance) => void
  /** Oldest first. */
  read: (session: string) => Attendance[]
}

export function openAttendanceTable(db: DatabaseSync): AttendanceTable {
  const write = db.prepare(`
    INSERT INTO attendance VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET people = excluded.people`)
  const readAll = db.prepare('SELECT at, people FROM attendance WHERE session = ? ORDER BY at')
  return {
    note: (session, { at, people }) => void write.run(session, at, people),
    // SQLite's own rows have no prototype.
    read: session => (readAll.all(session) as unknown as Attendance[]).map(row => ({ ...row })),
  }
}
