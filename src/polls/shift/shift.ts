import type { PollOption } from '../kinds/base.ts'
import type { ChoicePoll, ChoiceTally } from '../kinds/choice/answer.ts'
import type { DeckPoll, Tally } from '../protocol.ts'
import { barsOf } from '../kinds/choice/bars.ts'
import { rulesOf } from '../kinds/rules.ts'
import { MIN_FOLLOWED_VOTERS } from '../sharedRules.ts'

type Votes = Pick<ChoiceTally, 'people' | 'counts'>

/** A poll of which each voter chose one answer. */
export interface ShiftPoll { id: string, question: string, options: PollOption[] }

/** How one option did in two votes; shares in per cent of the people who answered. */
export interface ShiftRow {
  id: string
  text: string
  before: number
  after: number
  /** Percentage points, rounded as shown. */
  change: number
}

/**
 * The answers of a poll that can be set beside the same one asked later; of a scale its points, the highest on top.
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

/** The people by answer, of a tally that has them. */
export function votesOf(tally: Tally | undefined): Votes | undefined {
  return tally?.kind === 'choice' || tally?.kind === 'scale' ? tally : undefined
}

/**
 * Sets two votes on the same options beside each other, in the author's order.
 *
 * @returns undefined until both have been answered by somebody
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
    const now = shares.get(id) ?? 0
    return { id, text, before: share, after: now, change: Math.round(now) - Math.round(share) }
  })
}

/** Whether so many answered both votes that a change may be told in points. */
export function isTelling(before: Votes | undefined, after: Votes | undefined): boolean {
  return (before?.people ?? 0) >= MIN_FOLLOWED_VOTERS && (after?.people ?? 0) >= MIN_FOLLOWED_VOTERS
}

/** A change as it is read: `+35 points`, `as before`. */
export function formatChange(change: number): string {
  if (change === 0)
    return 'as before'
  return `${change > 0 ? '+' : '−'}${Math.abs(change)} ${Math.abs(change) === 1 ? 'point' : 'points'}`
}

/** What stands beside two votes that are not drawn as flows: what they wait for, or why nobody is followed. */
export function formatShiftHint({
  hasResults,
  hasRoom,
  isPaired,
}: {
  hasResults: boolean
  hasRoom: boolean
  isPaired: boolean
}): string {
  if (hasResults)
    return isPaired ? 'Fewer than five voters answered both, and so few are never drawn one by one.' : ''
  return hasRoom
    ? 'Show the results of both votes, and they meet here.'
    : 'In a room with phones, the two votes meet here.'
}
