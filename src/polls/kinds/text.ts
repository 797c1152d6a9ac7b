import type { StagePoll } from '../protocol.ts'
import type { KindText } from './faces.ts'
import type { PollKind, PollOf, PublicPoll, Tally, TallyOf } from './types.ts'
import { formatBase } from '../people.ts'
import { tallyOfKind } from '../tallyOfKind.ts'
import { choiceText } from './choice/text.ts'
import { estimateText } from './estimate/text.ts'
import { gridText } from './grid/text.ts'
import { pointsText } from './points/text.ts'
import { questionsText } from './questions/text.ts'
import { rankText } from './rank/text.ts'
import { scaleText } from './scale/text.ts'
import { wordsText } from './words/text.ts'

const TEXTS: { [K in PollKind]: KindText<PollOf<K>, TallyOf<K>> } = {
  choice: choiceText,
  scale: scaleText,
  estimate: estimateText,
  words: wordsText,
  rank: rankText,
  points: pointsText,
  grid: gridText,
  questions: questionsText,
}

const textOf = (kind: PollKind) => TEXTS[kind] as KindText<PublicPoll, Tally>

/** What people do with a poll, for the facilitator guide: `choose one`. */
export function formatGuideLine(poll: PublicPoll): string {
  return textOf(poll.kind).guideLine(poll)
}

/**
 * The headline of a result, such as `11% → 38% chose the right answer`.
 *
 * @param poll what was asked
 * @param pollState undefined where there is no room
 * @returns undefined where the question stays the headline
 */
export function findingOf(poll: PublicPoll, pollState: StagePoll | undefined): string | undefined {
  const tally = tallyOfKind(pollState, poll.kind)
  return tally && textOf(poll.kind).finding?.(poll, { ...pollState, tally, earlier: pollState?.earlier })
}

/**
 * The line under a picture: how many answered, and what its numbers mean. Empty where there is nothing to say.
 *
 * @param poll what was asked
 * @param tally of the same kind as the poll; undefined while the room may not see results
 * @param earlier the vote before a discussion, where both are shown
 */
export function formatNote(poll: PublicPoll, tally: Tally | undefined, earlier?: Tally): string {
  const { hasRuleFirst, rule, extra, mark } = textOf(poll.kind)
  if (!tally)
    return hasRuleFirst ? rule(poll) : ''
  if (tally.people === 0)
    return formatBase(tally)
  const meaning = rule(poll).replace(/^./, letter => letter.toLowerCase())
  const base = [formatBase(tally), extra(tally), meaning].filter(part => part !== '').join('; ')
  const says = mark?.(tally, earlier) ?? ''
  return says ? `${base}. ${says}` : base
}
