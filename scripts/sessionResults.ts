import type { SoloContent } from '../composables/solo.ts'
import type { Poll } from '../room/polls.ts'
import type { PollResults } from '../room/results.ts'
import { existsSync } from 'node:fs'
import { collectResults } from '../room/results.ts'
import { openSqliteStore } from '../room/stores/sqlite.ts'
import { UsageError } from './cli.ts'

type Session = NonNullable<SoloContent['session']>

/**
 * What a session brought, for a site that shows it.
 *
 * @param polls of polls.yaml
 * @param database file in which sessions are kept
 * @param name of the session
 * @throws {UsageError} when there is no such session
 * @throws {import('../room/store.ts').StoreError} while a room is running on the file
 */
export async function readSession(polls: Poll[], database: string, name: string): Promise<Session> {
  const store = existsSync(database) ? openSqliteStore(database) : undefined
  try {
    const known = (await store?.sessions() ?? []).map(it => it.name)
    if (!store || !known.includes(name))
      throw new UsageError(`There is no session "${name}"; ${known.length > 0 ? `there are ${known.map(it => `"${it}"`).join(', ')}` : 'none has been held yet'}.`)
    const results = await collectResults(store, polls, name)
    return { name, began: results.began, polls: Object.fromEntries(results.polls.flatMap(it => lastRound(it, polls))) }
  }
  finally {
    await store?.close()
  }
}

/** The last round that anybody answered; with the one before it where the poll was discussed between the two. */
function lastRound({ id, rounds, moves }: PollResults, polls: Poll[]): [string, Session['polls'][string]][] {
  const at = rounds.findLastIndex(it => it.tally.people > 0)
  const [tally, before] = [rounds[at]?.tally, rounds[at - 1]?.tally]
  if (!tally)
    return []
  const poll = polls.find(it => it.id === id)
  const earlier = before && before.people > 0 && poll?.kind === 'choice' && poll.discuss ? before : undefined
  return [[id, { tally, ...(earlier && { earlier }), ...(moves && { moves }) }]]
}
