import type { SessionInfo, Store } from '../polls/store.ts'
import { existsSync } from 'node:fs'
import { UsageError } from '../cli/cli.ts'
import { databasePath } from './settings.ts'
import { openSqliteStore } from './stores/sqlite.ts'

/**
 * Opens the store while no room is running, and closes it after `work`.
 *
 * @param work gets all sessions, oldest first, and the store: undefined where no session was ever held
 * @param path the database
 * @throws {UsageError} while a room is running on the database
 * @throws {import('../polls/store.ts').StoreError} when the database cannot be opened
 */
export async function withSessions<T>(
  work: (sessions: SessionInfo[], store: Store | undefined) => Promise<T>,
  path = databasePath(),
): Promise<T> {
  const store = existsSync(path) ? openStore(path) : undefined
  try {
    return await work(await store?.sessions() ?? [], store)
  }
  finally {
    await store?.close()
  }
}

/**
 * Opens the store for work on one session, as `withSessions` does.
 *
 * @param name undefined where the user named none
 * @param work gets the session and the store
 * @param path the database
 * @throws {UsageError} that lists the sessions, where none has this name
 */
export function withSession<T>(
  name: string | undefined,
  work: (session: SessionInfo, store: Store) => Promise<T>,
  path?: string,
): Promise<T> {
  return withSessions(async (sessions, store) => {
    const found = namedSession(sessions, name)
    // Whoever has a session has a store.
    return work(found, store as Store)
  }, path)
}

/**
 * The session of this name.
 *
 * @param sessions all that there are
 * @param name undefined where the user named none
 * @throws {UsageError} that lists the sessions, where none has this name
 */
export function namedSession(sessions: SessionInfo[], name: string | undefined): SessionInfo {
  const found = sessions.find(session => session.name === name)
  if (!found) {
    const fault = name === undefined ? 'Say which session' : `There is no session "${name}"`
    throw new UsageError(`${fault}; ${formatKnownSessions(sessions)}.`)
  }
  return found
}

function formatKnownSessions(sessions: SessionInfo[]): string {
  const names = sessions.map(session => `"${session.name}"`).join(', ')
  return sessions.length > 1
    ? `there are ${names}`
    : sessions.length > 0
      ? `the only one is ${names}`
      : 'none has been held yet'
}

function openStore(path: string): Store {
  try {
    return openSqliteStore(path)
  }
  catch (error) {
    if (error instanceof Error && error.message.startsWith(`${path} is in use`)) {
      throw new UsageError(
        `A room is running on ${path}; stop it first, `
        + `or open /api/stage/results.csv in the presenter's browser for what it holds now.`,
      )
    }
    throw error
  }
}
