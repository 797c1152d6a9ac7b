import type { Answer } from '../../../src/polls/protocol.ts'
import type { Audience } from '../../../src/rehearsal/audience.ts'
import type { Results } from '../../../src/room/results.ts'
import { isDeepStrictEqual } from 'node:util'
import { openSecrets } from '../../../src/room/secrets.ts'

export interface Kept {
  /** Acknowledged ballots that were looked up. */
  acknowledged: number
  /** Those that the results do not have, as `poll/round: acknowledged …, kept …`. */
  missing: string[]
}

/**
 * Compares what phones were told with what the room has: of every voter, poll and round the last acknowledged answer or
 * one that was sent later.
 *
 * @param audience that goes on voting meanwhile
 * @param data the room's folder: with its key a cookie can be traced to its pseudonym
 * @param results reads the room's results
 */
export async function compareKept(audience: Audience, data: string, results: () => Promise<Results>): Promise<Kept> {
  const { voterOf } = openSecrets(data)
  // Before the results are read: what is acknowledged meanwhile need not be in them.
  const acknowledged = audience.acknowledged()
  const { ballots } = await results()
  const kept = new Map(
    ballots.map(({ poll, round, voter, answer }): [string, Answer] => [`${poll}/${round}/${voter}`, answer]),
  )
  const missing = acknowledged.flatMap(({ cookie, session, poll, round, answer, later }) => {
    const found = kept.get(`${poll}/${round}/${voterOf(cookie, session)}`)
    return [answer, ...later()].some(item => isDeepStrictEqual(item, found))
      ? []
      : [`${poll}/${round}: acknowledged ${JSON.stringify(answer)}, kept ${JSON.stringify(found)}`]
  })
  return { acknowledged: acknowledged.length, missing }
}
