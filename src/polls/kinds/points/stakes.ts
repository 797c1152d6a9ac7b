import type { PollOption } from '../base.ts'
import type { PointsPoll, PointsTally } from './answer.ts'
import { optionColour } from '../../results/optionColour.ts'
import { ALL_POINTS } from './answer.ts'

/** What the room gave one option. */
export interface Stake extends PollOption {
  /** Number on its plate, from 1: its place in the poll. */
  number: number
  colour: string
  /** Points that a person gave it on average. */
  mean: number
  /** People by the points that they gave it, as in the tally. */
  spread: number[]
  /** People who gave it nothing. */
  nothing: number
  /** People who gave no other option more. */
  most: number
}

/** The options by points, the most first; in the author's order where points are equal. */
export function stakesOf({ options }: Pick<PointsPoll, 'options'>, tally: PointsTally | undefined): Stake[] {
  const people = Math.max(1, tally?.people ?? 0)
  return options
    .map((option, i) => ({
      ...option,
      number: i + 1,
      colour: optionColour(option.id, i),
      mean: (tally?.counts[option.id] ?? 0) / people,
      spread: tally?.spread[option.id] ?? [],
      nothing: tally?.spread[option.id]?.[0] ?? 0,
      most: tally?.most[option.id] ?? 0,
    }))
    .sort((a, b) => b.mean - a.mean)
}

/** A mean of points as it is told: whole, but `<1` where a few points are not nothing. */
export function formatMean(mean: number): string {
  return mean > 0 && mean < 0.5 ? '<1' : mean < ALL_POINTS && mean >= 99.5 ? '>99' : `${Math.round(mean)}`
}

/** How an option's points compare with an equal share: a leader has this much more than that, in all. */
const LEADS = 1.5
/** Between the most and the least, as a part of an equal share: less is even. */
const EVEN = 0.4
/** One person alone says nothing of a room. */
const LEAST_PEOPLE = 2
/** Shares that have a name, as far as a rounded figure is off by no more than this. */
const NAMED: [share: number, name: string][] = [
  [1 / 4, 'A quarter'],
  [1 / 3, 'A third'],
  [1 / 2, 'Half'],
  [2 / 3, 'Two thirds'],
  [3 / 4, 'Three quarters'],
]
const NEAR = 1.25

/** What the points of a room come to, if they come to anything: `Half of all points go to “Market”`. */
export function findStake(poll: Pick<PointsPoll, 'options'>, tally: PointsTally): string | undefined {
  if (tally.people < LEAST_PEOPLE)
    return undefined
  const stakes = stakesOf(poll, tally)
  const equal = ALL_POINTS / stakes.length
  const [first, second] = stakes
  const last = stakes.at(-1)
  if (!first || !second || !last)
    return undefined
  if (first.mean - last.mean <= equal * EVEN)
    return 'The points are spread almost evenly'
  // Where half of those who decide give nothing, an average tells of nobody.
  if (first.mean < equal * LEADS || first.mean - second.mean < equal * EVEN / 2)
    return undefined
  return `${formatShareOfPoints(first.mean)} go to “${first.text}”`
}

function formatShareOfPoints(mean: number): string {
  const named = NAMED.find(([share]) => Math.abs(share * ALL_POINTS - mean) <= NEAR)
  return named ? `${named[1]} of all points` : `${formatMean(mean)} of 100 points`
}
