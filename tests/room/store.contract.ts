import type { OpenStore } from './support/openedStore.ts'
import { describeBallots } from './ballots.contract.ts'
import { describeChanges } from './changes.contract.ts'
import { describeSessions } from './sessions.contract.ts'

/** What every store must do: the one suite that each implementation of `src/polls/store.ts` passes. */
export function describeStore(name: string, open: OpenStore): void {
  describeBallots(name, open)
  describeChanges(name, open)
  describeSessions(name, open)
}
