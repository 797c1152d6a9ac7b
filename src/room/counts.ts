import type { Count } from '../polls/counting.ts'
import type { PollState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { Moves } from '../polls/protocol.ts'
import type { Store } from '../polls/store.ts'
import { countOf } from '../polls/counting.ts'
import { movesOf } from '../polls/moves.ts'

/** A cache of counted rounds: a round is counted anew after a ballot, not for every screen that asks. */
export interface Counts {
  /** @param round the current one by default */
  of: (poll: Poll, round?: number) => Promise<Count>
  /** Voters who moved from the current round of one poll to that of another. */
  moves: (from: string, to: string) => Promise<Moves | undefined>
  /** To be called when a ballot was counted in that round. */
  changed: (poll: string, round: number) => void
  /** To be called when a phase, a round or the presenter's edits have changed. */
  clear: () => void
}

/** @param pollState the poll's state at the moment of the call */
export function createCounts(store: Store, session: string, pollState: (poll: string) => PollState): Counts {
  const cache = new Map<string, Promise<unknown>>()

  function cached<T>(key: string, count: () => Promise<T>): Promise<T> {
    const known = cache.get(key) as Promise<T> | undefined
    if (known)
      return known
    const counting = count()
    cache.set(key, counting)
    // A failed count is tried again by the next who asks.
    counting.catch(() => cache.get(key) === counting && cache.delete(key))
    return counting
  }

  return {
    of(poll, round = pollState(poll.id).round) {
      const edits = pollState(poll.id).edits?.[round]
      return cached(`${poll.id}/${round}`, async () =>
        countOf(poll, await store.answers({ session, poll: poll.id, round }), edits))
    },

    moves(from, to) {
      const keyOf = (poll: string) => ({ session, poll, round: pollState(poll).round })
      return cached(`${from}>${to}`, async () => movesOf(await store.moves(keyOf(from), keyOf(to))))
    },

    changed: (poll, round) => void cache.delete(`${poll}/${round}`),
    clear: () => cache.clear(),
  }
}
