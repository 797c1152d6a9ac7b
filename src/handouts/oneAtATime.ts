import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { inRoot } from '../cli/paths.ts'

/** Beside the built site, which all that print share with `dist/handouts/`. */
const LOCK = inRoot('node_modules', '.cache', 'handouts.lock')
const RETRY_MS = 200
/** SQLite's code for a file that another process has locked. */
const BUSY = 5

/**
 * Prints while no other process of this deck does: two would build the site under each other, and mix their files. The
 * lock is SQLite's, so that the system opens it when a process ends, however it ends.
 *
 * @param work what must be alone
 * @param onWait is called once if another process is at work
 * @param file that is locked
 */
export async function oneAtATime<T>(work: () => Promise<T>, onWait = sayWaiting, file = LOCK): Promise<T> {
  mkdirSync(dirname(file), { recursive: true })
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    for (let waits = 0; !isTaken(lock); waits++) {
      if (waits === 0)
        onWait()
      await wait(RETRY_MS)
    }
    return await work()
  }
  finally {
    lock.close()
  }
}

function isTaken(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return true
  }
  catch (error) {
    if ((error as { errcode?: unknown }).errcode === BUSY)
      return false
    throw error
  }
}

function sayWaiting(): void {
  console.error('Another command prints handouts of this deck; this one goes on when it has ended.')
}
