import type { Answer } from '../polls/protocol.ts'
import type { RoundKey } from '../polls/store.ts'
import type { LiveSession } from './liveSession.ts'
import { entryId } from '../polls/entries/group.ts'
import { rulesOf } from '../polls/kinds/rules.ts'

/**
 * In which order entries came. What came before the server started is ordered by its ballots, which is nearly the same:
 * a ballot that was changed later counts as later.
 */
export interface Arrivals {
  /** To be called when a ballot was counted. */
  note: (poll: string, round: number, answer: Answer) => void
  /** When each came first, in milliseconds since 1970, by entry id. */
  of: (poll: string, round: number) => Promise<ReadonlyMap<string, number>>
}

export function createArrivals({ name, store, polls }: LiveSession): Arrivals {
  const orders = new Map<string, Map<string, number>>()
  let earlier: Promise<void> | undefined
  let last = 0

  function add({ poll, round }: Omit<RoundKey, 'session'>, answer: Answer, at: number): void {
    const kind = polls.get(poll)?.kind
    const texts = kind === undefined ? [] : rulesOf(kind).textsIn(answer)?.texts ?? []
    const key = `${poll}/${round}`
    const order = orders.get(key) ?? new Map<string, number>()
    orders.set(key, order)
    for (const id of texts.map(entryId))
      order.set(id, Math.min(at, order.get(id) ?? Infinity))
  }

  async function readEarlier(): Promise<void> {
    const ballots = await store.ballots(name)
    ballots.forEach(ballot => add(ballot, ballot.answer, ballot.at))
  }

  return {
    note(poll, round, answer) {
      // Many come within one millisecond.
      last = Math.max(Date.now(), last + 0.001)
      add({ poll, round }, answer, last)
    },
    async of(poll, round) {
      earlier ??= readEarlier()
      await earlier.catch((error) => {
        earlier = undefined
        throw error
      })
      return orders.get(`${poll}/${round}`) ?? new Map()
    },
  }
}
