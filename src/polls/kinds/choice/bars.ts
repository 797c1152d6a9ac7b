import type { ChoicePoll, ChoiceTally } from './answer.ts'

export interface Bar {
  id: string
  text: string
  count: number
  /** Share of the people who answered, in per cent. */
  share: number
  /** Whether no option has more votes. */
  leads: boolean
  right: boolean
}

type Votes = Pick<ChoiceTally, 'people' | 'counts'>

/** The bars of a choice poll, in the order in which the author wrote the options. */
export function barsOf(
  { options }: Pick<ChoicePoll, 'options'>,
  tally: Votes | undefined,
  right: string[] = [],
): Bar[] {
  const counts = options.map(({ id }) => tally?.counts[id] ?? 0)
  const most = Math.max(...counts)
  return options.map(({ id, text }, i) => {
    const count = counts[i] ?? 0
    return {
      id,
      text,
      count,
      share: tally?.people ? (count / tally.people) * 100 : 0,
      leads: count > 0 && count === most,
      right: right.includes(id),
    }
  })
}

/**
 * People who chose the right option.
 *
 * @returns undefined where no option is right, and where ticks do not tell people apart
 */
export function rightPeople(
  { several }: Pick<ChoicePoll, 'several'>,
  tally: Votes | undefined,
  right: string[] = [],
): number | undefined {
  if (!tally || right.length === 0 || several)
    return undefined
  return right.reduce((sum, id) => sum + (tally.counts[id] ?? 0), 0)
}
