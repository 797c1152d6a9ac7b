import type { ChoicePoll, ChoiceTally } from '../room/protocol.ts'
import { barsOf } from './bars.ts'

type Votes = Pick<ChoiceTally, 'people' | 'counts'>

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
 * Sets two votes on the same options beside each other, in the author's order.
 *
 * @returns undefined until both have been answered by somebody
 * @throws {Error} when the polls do not share their option ids
 */
export function shiftOf(poll: Pick<ChoicePoll, 'id' | 'options'>, before: Votes | undefined, later: Pick<ChoicePoll, 'id' | 'options'>, after: Votes | undefined): ShiftRow[] | undefined {
  const missing = poll.options.find(it => !later.options.some(({ id }) => id === it.id))
  if (missing || poll.options.length !== later.options.length)
    throw new Error(`Polls "${poll.id}" and "${later.id}" cannot be compared: give them the same option ids in polls.yaml.`)
  if (!before?.people || !after?.people)
    return undefined
  const shares = new Map(barsOf(later, after).map(it => [it.id, it.share]))
  return barsOf(poll, before).map(({ id, text, share }) => {
    const now = shares.get(id) ?? 0
    return { id, text, before: share, after: now, change: Math.round(now) - Math.round(share) }
  })
}
