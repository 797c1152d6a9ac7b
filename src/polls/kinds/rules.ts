import type { CheckedAnswer, KindRules, Solution } from './base.ts'
import type { Answer, AnswerOf, PollKind, PollOf, PublicPoll, Tally, TallyOf } from './types.ts'
import { choice } from './choice/answer.ts'
import { estimate } from './estimate/answer.ts'
import { grid } from './grid/answer.ts'
import { points } from './points/answer.ts'
import { questions } from './questions/answer.ts'
import { rank } from './rank/answer.ts'
import { scale } from './scale/answer.ts'
import { POLL_KINDS } from './types.ts'
import { words } from './words/answer.ts'

const RULES: { [K in PollKind]: KindRules<PollOf<K>, AnswerOf<K>, TallyOf<K>> } = {
  choice,
  scale,
  estimate,
  words,
  rank,
  points,
  grid,
  questions,
}

/** The rules of a kind; they must only be given polls and answers of that kind. */
export function rulesOf(kind: PollKind): KindRules<PublicPoll, Answer, Tally> {
  return RULES[kind] as KindRules<PublicPoll, Answer, Tally>
}

/** Checks an answer against its poll and brings it into the form in which it is stored. */
export function checkAnswer(poll: PublicPoll, answer: unknown): CheckedAnswer<Answer> {
  return rulesOf(poll.kind).checkAnswer(poll, answer)
}

/** Whether the voter may have more to say than this answer does, which counts all the same. */
export function isUnfinished(poll: PublicPoll, answer: Answer): boolean {
  return rulesOf(poll.kind).isUnfinished?.(poll, answer) ?? false
}

/**
 * Whether an answer is right. The one rule for the room's curve, the cards of phones, and the line under a quiz.
 *
 * @param poll what was asked
 * @param solution what its author withholds until the answer is shown
 * @param answer of any shape, since polls.yaml may have been edited after the vote
 * @returns undefined where no answer is right or wrong: an estimate is nearer or less near, so it is no quiz
 */
export function isRight(poll: PublicPoll, { right }: Solution, answer: unknown): boolean | undefined {
  return right && rulesOf(poll.kind).quiz?.isRight(poll, right, answer)
}

/**
 * Share of the answers that would be right by luck alone, 0 to 1.
 *
 * @returns undefined where no answer is right or wrong
 */
export function luckOf(poll: PublicPoll, { right }: Solution): number | undefined {
  return right && rulesOf(poll.kind).quiz?.luck(poll, right)
}

/**
 * Two cells of the exported table: the answer, and `yes` or `no` where the voter said whether they are sure.
 *
 * @param kind of the poll, undefined when the poll was deleted. If the answer does not fit the kind, because polls.yaml
 *   was edited after the vote, the first kind that it fits is used.
 * @param answer as it is stored
 */
export function exportCells(kind: PollKind | undefined, answer: Answer): [answer: string | number, sure: string] {
  const own = kind === undefined ? undefined : rulesOf(kind)
  const fitting = own?.isAnswer(answer) ? own : POLL_KINDS.map(rulesOf).find(rules => rules.isAnswer(answer))
  return fitting?.exportCells(answer) ?? [JSON.stringify(answer), '']
}
