import type { StagePoll, Tally } from './protocol.ts'

type TallyOf<K extends Tally['kind'], T extends Tally = Tally> = T extends { kind: infer L }
  ? K extends L
    ? T
    : never
  : never

/** The tally that may be shown, if it is of the poll's kind: a poll may have changed its kind since the vote. */
export function tallyOf<K extends Tally['kind']>(
  standing: Pick<StagePoll, 'tally'> | undefined,
  kind: K,
): TallyOf<K> | undefined {
  return standing?.tally?.kind === kind ? (standing.tally as TallyOf<K>) : undefined
}

/** The tally of the round before, of a poll that was talked over between two votes. */
export function earlierOf<K extends Tally['kind']>(
  standing: Pick<StagePoll, 'earlier'> | undefined,
  kind: K,
): TallyOf<K> | undefined {
  return standing?.earlier?.kind === kind ? (standing.earlier as TallyOf<K>) : undefined
}
