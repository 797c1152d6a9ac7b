import type { SessionInfo, Store } from '../../room/store.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteStore } from '../../room/stores/sqlite.ts'
import { UsageError } from '../cli.ts'
import { dataFolder } from './settings.ts'

/**
 * Works on the sessions that are kept in the data folder.
 *
 * @param work gets all of them, oldest first, and the store that holds them: undefined before the first one
 * @throws {import('../../room/store.ts').StoreError} while a room is running on them
 */
export async function withSessions<T>(work: (sessions: SessionInfo[], store: Store | undefined) => Promise<T>): Promise<T> {
  const path = join(dataFolder(), 'room.sqlite')
  const store = existsSync(path) ? openSqliteStore(path) : undefined
  try {
    return await work(await store?.sessions() ?? [], store)
  }
  finally {
    await store?.close()
  }
}

/** @throws {UsageError} naming those that there are, when there is none of that name */
export function namedSession(sessions: SessionInfo[], name: string | undefined): SessionInfo {
  const found = sessions.find(it => it.name === name)
  if (found)
    return found
  const known = sessions.length > 0 ? `there are ${sessions.map(it => `"${it.name}"`).join(', ')}` : 'none has been held yet'
  throw new UsageError(name === undefined ? `Say which session; ${known}.` : `There is no session "${name}"; ${known}.`)
}
