import type { SessionInfo, Store } from '../polls/store.ts'
import { existsSync } from 'node:fs'
import { UsageError } from '../cli/cli.ts'
import { databasePath } from './settings.ts'
import { openSqliteStore } from './stores/sqlite.ts'

/**
 * Works on the sessions that are kept.
 *
 * @param work gets all of them, oldest first, and the store that holds them: undefined before the first one
 * @param path the database
 * @throws {UsageError} while a room is running on them
 * @throws {import('../polls/store.ts').StoreError} when they cannot be read
 */
export async function withSessions<T>(
  work: (sessions: SessionInfo[], store: Store | undefined) => Promise<T>,
  path = databasePath(),
): Promise<T> {
  const store = existsSync(path) ? opened(path) : undefined
  try {
    return await work(await store?.sessions() ?? [], store)
  }
  finally {
    await store?.close()
  }
}

/**
 * Works on one session.
 *
 * @param name undefined when nobody said which
 * @param work gets it and the store that holds it
 * @param path the database
 * @throws {UsageError} naming those that there are, when there is none of that name; and as `withSessions`
 */
export function withSession<T>(
  name: string | undefined,
  work: (session: SessionInfo, store: Store) => Promise<T>,
  path?: string,
): Promise<T> {
  return withSessions(async (sessions, store) => {
    const found = sessions.find(session => session.name === name)
    if (!store || !found) {
      throw new UsageError(
        `${name === undefined ? 'Say which session' : `There is no session "${name}"`}; ${knownInWords(sessions)}.`,
      )
    }
    return work(found, store)
  }, path)
}

function knownInWords(sessions: SessionInfo[]): string {
  const names = sessions.map(session => `"${session.name}"`).join(', ')
  return sessions.length > 1
    ? `there are ${names}`
    : sessions.length > 0
      ? `the only one is ${names}`
      : 'none has been held yet'
}

function opened(path: string): Store {
  try {
    return openSqliteStore(path)
  }
  catch (error) {
    if (error instanceof Error && error.message.startsWith(`${path} is in use`)) {
      throw new UsageError(
        `A room is running on ${path}; stop it first, or open /api/stage/results.csv in the presenter's browser for what it holds now.`,
      )
    }
    throw error
  }
}
