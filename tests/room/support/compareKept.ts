import type { Answer } from '../../../src/polls/protocol.ts'
import type { Audience } from '../../../src/rehearsal/audience.ts'
import type { Results } from '../../../src/room/results.ts'
import { isDeepStrictEqual } from 'node:util'
import { openSecrets } from '../../../src/room/secrets.ts'

export interface Kept {
  /** How many acknowledged ballots were looked up. */
  acknowledged: number
  /** Those that the results lack, as `poll/round: acknowledged …, kept …`. */
  missing: string[]
}

/**
 * Compares acknowledgements with the room's results: of every voter, poll and round these must hold the last
 * acknowledged answer, or one that was sent later.
 *
 * @param audience that goes on voting meanwhile
 * @param data the room's folder: with its key a cookie can be traced to its pseudonym
 * @param results reads the room's results
 */
export async function compareKept(audience: Audience, data: string, results: () => Promise<Results>): Promise<Kept> {
  const { voterOf } = openSecrets(data)
  // Read before the results, which need not hold what is acknowledged meanwhile.
  const acknowledged = audience.acknowledged()
  const { ballots } = await results()
  const kept = new Map(
    ballots.map(({ poll, round, voter, answer }): [string, Answer] => [`${poll}/${round}/${voter}`, answer]),
  )
  const missing = acknowledged.flatMap(({ cookie, session, poll, round, answer, later }) => {
    const found = kept.get(`${poll}/${round}/${voterOf(cookie, session)}`)
    return [answer, ...later()].some(candidate => isDeepStrictEqual(candidate, found))
      ? []
      : [`${poll}/${round}: acknowledged ${JSON.stringify(answer)}, kept ${JSON.stringify(found)}`]
  })
  return { acknowledged: acknowledged.length, missing }
}
