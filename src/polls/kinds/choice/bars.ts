import type { OptionResult } from '../../results/optionResult.ts'
import type { ChoicePoll, ChoiceTally } from './answer.ts'
import { optionPlate } from '../../results/optionColour.ts'

/** One option with its result. */
export interface Bar {
  id: string
  text: string
  count: number
  /** Share of the people who answered, in per cent. */
  share: number
  /** Whether it has votes and no other option has more. */
  leads: boolean
  /** Whether it is a right answer of a quiz. */
  right: boolean
}

type Votes = Pick<ChoiceTally, 'people' | 'counts'>

/**
 * The bars of a choice poll, in the author's order.
 *
 * @param poll what was asked
 * @param poll.options become the bars
 * @param tally undefined while the room may not see it; then all bars are empty
 * @param right ids of the right options
 */
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
 * The options as rows of the wall: by people, the most first, unless the options have an order of their own.
 *
 * @param poll what was asked
 * @param tally of the room
 * @param right ids of the right options that the room may see
 */
export function resultsOf(
  poll: Pick<ChoicePoll, 'options' | 'ordered'> & { hasAnswer?: boolean },
  tally: Votes,
  right?: string[],
): OptionResult[] {
  const rows = barsOf(poll, tally, right).map(({ id, text, count, right: isRight }, i) =>
    ({ id, text, ...optionPlate(poll.options[i] ?? { id }, i), count, right: isRight }))
  const keepsOrder = poll.ordered || poll.hasAnswer || right !== undefined
  return keepsOrder ? rows : rows.sort((a, b) => b.count - a.count)
}

/**
 * How many people chose a right option.
 *
 * @returns undefined where no option is right, and where several may be chosen: then ticks cannot be counted as people
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
