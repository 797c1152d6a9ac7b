import type { PollOption } from '../kinds/base.ts'
import type { ChoicePoll, ChoiceTally } from '../kinds/choice/answer.ts'
import type { DeckPoll, Tally } from '../protocol.ts'
import { barsOf } from '../kinds/choice/bars.ts'
import { rulesOf } from '../kinds/rules.ts'
import { MIN_FOLLOWED_VOTERS } from '../sharedRules.ts'

type Votes = Pick<ChoiceTally, 'people' | 'counts'>

/** A poll in which each voter chooses one answer. */
export interface ShiftPoll { id: string, question: string, options: PollOption[] }

/** One option in two votes; `before` and `after` are shares of the people who answered, in per cent. */
export interface ShiftRow {
  id: string
  text: string
  before: number
  after: number
}

/**
 * A poll with the answers by which it is compared with a later one: options, or the points of a scale, the highest
 * first.
 *
 * @throws {Error} for a kind in which a voter does not choose one answer of a few
 */
export function shiftPollOf(poll: DeckPoll): ShiftPoll {
  const options = rulesOf(poll.kind).answersToCompare(poll)
  if (options)
    return { id: poll.id, question: poll.question, options }
  throw new Error(
    `Poll "${poll.id}" is of kind ${poll.kind}; a vote before and after needs two of kind choice or two of kind scale.`,
  )
}

/** The number of people for each answer; undefined for a kind that has no such counts. */
export function votesOf(tally: Tally | undefined): Votes | undefined {
  return tally?.kind === 'choice' || tally?.kind === 'scale' ? tally : undefined
}

/**
 * Compares two votes on the same options, in the author's order.
 *
 * @returns undefined until somebody has answered both
 * @throws {Error} when the polls do not share their option ids
 */
export function shiftOf(
  poll: Pick<ChoicePoll, 'id' | 'options'>,
  before: Votes | undefined,
  later: Pick<ChoicePoll, 'id' | 'options'>,
  after: Votes | undefined,
): ShiftRow[] | undefined {
  const missing = poll.options.find(option => !later.options.some(({ id }) => id === option.id))
  if (missing || poll.options.length !== later.options.length) {
    throw new Error(
      `Polls "${poll.id}" and "${later.id}" cannot be compared: give them the same option ids in polls.yaml.`,
    )
  }
  if (!before?.people || !after?.people)
    return undefined
  const shares = new Map(barsOf(later, after).map(bar => [bar.id, bar.share]))
  return barsOf(poll, before).map(({ id, text, share }) => {
    return { id, text, before: share, after: shares.get(id) ?? 0 }
  })
}

/** Whether enough people answered each vote for a change in percentage points to mean anything. */
export function hasEnoughVoters(before: Votes | undefined, after: Votes | undefined): boolean {
  return (before?.people ?? 0) >= MIN_FOLLOWED_VOTERS && (after?.people ?? 0) >= MIN_FOLLOWED_VOTERS
}

/** Where a picture of two votes is looked at: in a room with phones, by a reader without one, or on paper. */
export type ShiftPlace = 'room' | 'reader' | 'paper'

const EMPTY_HINTS: Record<ShiftPlace, string> = {
  room: 'Show the results of both votes, and this slide compares them.',
  reader: 'Answer the question at the beginning and at the end, and this slide compares your answers.',
  paper: 'In a room with phones, this slide compares the two votes.',
}

/** The text beside two votes that are not drawn as flows: what they are waiting for, or why no flows are drawn. */
export function formatShiftHint({
  hasResults,
  place,
  isPaired,
}: {
  hasResults: boolean
  place: ShiftPlace
  isPaired: boolean
}): string {
  if (!hasResults)
    return EMPTY_HINTS[place]
  return isPaired ? 'Fewer than five voters answered both, and so few are never drawn one by one.' : ''
}
