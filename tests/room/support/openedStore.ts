import type { SessionState } from '../../../src/polls/phase.ts'
import type { Phase } from '../../../src/polls/protocol.ts'
import type { RoundKey, Store } from '../../../src/polls/store.ts'

export interface OpenedStore {
  store: Store
  /** Closes the store and opens the same data again. */
  reopen: () => Promise<Store>
}

/** Opens an empty store that is closed when the test ends. */
export type OpenStore = () => Promise<OpenedStore>

export const KEY: RoundKey = { session: 's', poll: 'p', round: 1 }

/** Sets phase and round of a poll as a stage action would. */
export function put(store: Store, { session, poll, round }: RoundKey, phase: Phase): Promise<SessionState> {
  return store.change(session, now => ({
    seq: now.seq + 1,
    current: poll,
    polls: new Map(now.polls).set(poll, { phase, round }),
  }))
}
