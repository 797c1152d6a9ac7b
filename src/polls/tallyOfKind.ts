import type { StagePoll, Tally } from './protocol.ts'

type TallyOf<K extends Tally['kind'], T extends Tally = Tally> = T extends { kind: infer L }
  ? K extends L
    ? T
    : never
  : never

/** The tally, if it is of the poll's kind: the kind in polls.yaml may have been changed after the vote. */
export function tallyOfKind<K extends Tally['kind']>(
  pollState: Pick<StagePoll, 'tally'> | undefined,
  kind: K,
): TallyOf<K> | undefined {
  return pollState?.tally?.kind === kind ? (pollState.tally as TallyOf<K>) : undefined
}

/** As `tallyOfKind`, for the vote before a discussion. */
export function earlierTallyOfKind<K extends Tally['kind']>(
  pollState: Pick<StagePoll, 'earlier'> | undefined,
  kind: K,
): TallyOf<K> | undefined {
  return pollState?.earlier?.kind === kind ? (pollState.earlier as TallyOf<K>) : undefined
}
