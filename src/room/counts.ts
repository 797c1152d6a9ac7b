import type { Count } from '../polls/kinds/index.ts'
import type { PollState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { Moves } from '../polls/protocol.ts'
import type { Store } from '../polls/store.ts'
import { countOf } from '../polls/kinds/index.ts'
import { movesOf } from '../polls/moves.ts'

/** Rounds as counted: once per ballot that moved them, not once per screen that asks. */
export interface Counts {
  /** @param round the one that stands, unless named */
  of: (poll: Poll, round?: number) => Promise<Count>
  /** From the round that stands of one poll to that of another. */
  moves: (from: string, to: string) => Promise<Moves | undefined>
  /** A ballot has moved a round. */
  changed: (poll: string, round: number) => void
  /** A phase or note has changed: everything is counted anew. */
  clear: () => void
}

/** @param stateOf where a poll stands now */
export function createCounts(store: Store, session: string, stateOf: (poll: string) => PollState): Counts {
  const known = new Map<string, Promise<unknown>>()

  function remembered<T>(key: string, read: () => Promise<T>): Promise<T> {
    const before = known.get(key) as Promise<T> | undefined
    if (before)
      return before
    const reading = read()
    known.set(key, reading)
    // One that failed is nothing to remember.
    reading.catch(() => known.get(key) === reading && known.delete(key))
    return reading
  }

  return {
    of(poll, round = stateOf(poll.id).round) {
      const added = stateOf(poll.id).notes?.[round]
      return remembered(`${poll.id}/${round}`, async () =>
        countOf(poll, await store.answers({ session, poll: poll.id, round }), added))
    },

    moves(from, to) {
      const keyOf = (poll: string) => ({ session, poll, round: stateOf(poll).round })
      return remembered(`${from}>${to}`, async () => movesOf(await store.moves(keyOf(from), keyOf(to))))
    },

    changed: (poll, round) => void known.delete(`${poll}/${round}`),
    clear: () => known.clear(),
  }
}
