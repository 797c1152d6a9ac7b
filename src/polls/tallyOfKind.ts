import type { PollKind, TallyOf } from './kinds/types.ts'
import type { StagePoll } from './protocol.ts'

/** The tally, if it is of the poll's kind: the kind in polls.yaml may have been changed after the vote. */
export function tallyOfKind<K extends PollKind>(
  pollState: Pick<StagePoll, 'tally'> | undefined,
  kind: K,
): TallyOf<K> | undefined {
  return pollState?.tally?.kind === kind ? (pollState.tally as TallyOf<K>) : undefined
}

/** As `tallyOfKind`, for the vote before a discussion. */
export function earlierTallyOfKind<K extends PollKind>(
  pollState: Pick<StagePoll, 'earlier'> | undefined,
  kind: K,
): TallyOf<K> | undefined {
  return pollState?.earlier?.kind === kind ? (pollState.earlier as TallyOf<K>) : undefined
}
