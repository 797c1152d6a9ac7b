import type { Poll } from '../polls/pollsFile.ts'
import type { SoloContent } from '../polls/solo.ts'
import type { PollResults } from './results.ts'
import { collectResults } from './results.ts'
import { withSession } from './sessions.ts'

type Session = NonNullable<SoloContent['session']>

/**
 * What a session brought, for a site that shows it.
 *
 * @param polls of polls.yaml
 * @param database file in which sessions are kept
 * @param name of the session
 * @throws {import('../cli/cli.ts').UsageError} when there is no such session, or while a room is running on the file
 */
export function readSession(polls: Poll[], database: string, name: string): Promise<Session> {
  return withSession(
    name,
    async (session, store) => {
      const results = await collectResults(store, polls, session.name)
      return {
        name: session.name,
        began: results.began,
        polls: Object.fromEntries(results.polls.flatMap(poll => lastRound(poll, polls))),
      }
    },
    database,
  )
}

/** The last round that anybody answered; with the one before it where the poll was discussed between the two. */
function lastRound({ id, rounds, moves }: PollResults, polls: Poll[]): [string, Session['polls'][string]][] {
  const at = rounds.findLastIndex(round => round.tally.people > 0)
  const [tally, before] = [rounds[at]?.tally, rounds[at - 1]?.tally]
  if (!tally)
    return []
  const poll = polls.find(item => item.id === id)
  const earlier = before && before.people > 0 && poll?.kind === 'choice' && poll.discuss ? before : undefined
  return [[id, { tally, ...(earlier && { earlier }), ...(moves && { moves }) }]]
}
