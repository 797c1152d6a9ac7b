import type { LiveSession } from './liveSession.ts'
import { coalesce } from './coalesce.ts'

/** Enough to see when people came and went, and a hall of thousands writes no more than a small room. */
const NOTE_EVERY_MS = 60_000

/** Keeps with a session how many phones are connected. */
export interface AttendanceKeeper {
  /** To be called when a phone has joined or left. */
  changed: () => void
  /** Keeps the last number, and no more from then on. */
  close: () => void
}

/**
 * Notes how many are here, at most once a minute and only where it has changed: the one thing on attendance that is
 * kept, a number and a time. Nothing says which phones they were.
 *
 * @param session that is running
 * @param people phones that are connected now
 * @param onError told of a number that could not be kept
 * @param everyMs milliseconds from one note to the next, at least
 */
export function keepAttendance(
  { store, name }: Pick<LiveSession, 'store' | 'name'>,
  people: () => number,
  onError: (error: unknown) => void,
  everyMs = NOTE_EVERY_MS,
): AttendanceKeeper {
  let last = 0
  async function note(): Promise<void> {
    const now = people()
    if (now === last)
      return
    await store.noteAttendance(name, { at: Date.now(), people: now })
    last = now
  }
  const changed = coalesce(everyMs, note, onError)
  return {
    changed,
    close() {
      changed.stop()
      note().catch(onError)
    },
  }
}
