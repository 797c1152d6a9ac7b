import type { ChoicePoll, ChoiceTally } from '../room/protocol.ts'

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

/** The bars of a choice poll, in the order in which the author wrote the options. */
export function barsOf({ options }: Pick<ChoicePoll, 'options'>, tally: Pick<ChoiceTally, 'people' | 'counts'> | undefined, right: string[] = []): Bar[] {
  const counts = options.map(({ id }) => tally?.counts[id] ?? 0)
  const most = Math.max(...counts)
  return options.map(({ id, text }, i) => {
    const count = counts[i] ?? 0
    return { id, text, count, share: tally?.people ? count / tally.people * 100 : 0, leads: count > 0 && count === most, right: right.includes(id) }
  })
}
