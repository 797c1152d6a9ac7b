import type { ChoiceAnswer, ChoicePoll, ChoiceTally } from './choice/answer.ts'
import type { EstimatePoll, EstimateTally } from './estimate/answer.ts'
import type { GridAnswer, GridPoll, GridTally } from './grid/answer.ts'
import type { PointsAnswer, PointsPoll, PointsTally } from './points/answer.ts'
import type { BoardAnswer, QuestionsPoll, QuestionsTally } from './questions/answer.ts'
import type { RankAnswer, RankPoll, RankTally } from './rank/answer.ts'
import type { ScaleAnswer, ScalePoll, ScaleTally } from './scale/answer.ts'
import type { WordsAnswer, WordsPoll, WordsTally } from './words/answer.ts'

/**
 * The types of each kind: its poll without the solution, one answer, and a counted round. To add a kind, begin here:
 * the compiler then names each table in which it is missing.
 */
interface KindTypes {
  choice: { poll: ChoicePoll, answer: ChoiceAnswer, tally: ChoiceTally }
  scale: { poll: ScalePoll, answer: ScaleAnswer, tally: ScaleTally }
  estimate: { poll: EstimatePoll, answer: number, tally: EstimateTally }
  words: { poll: WordsPoll, answer: WordsAnswer, tally: WordsTally }
  rank: { poll: RankPoll, answer: RankAnswer, tally: RankTally }
  points: { poll: PointsPoll, answer: PointsAnswer, tally: PointsTally }
  grid: { poll: GridPoll, answer: GridAnswer, tally: GridTally }
  questions: { poll: QuestionsPoll, answer: BoardAnswer, tally: QuestionsTally }
}

export type PollKind = keyof KindTypes

const KINDS: Record<PollKind, true> = {
  choice: true,
  scale: true,
  estimate: true,
  words: true,
  rank: true,
  points: true,
  grid: true,
  questions: true,
}
/** Every kind of poll, in the order in which messages list them. */
export const POLL_KINDS = Object.keys(KINDS) as PollKind[]

export type PollOf<K extends PollKind> = KindTypes[K]['poll']
export type AnswerOf<K extends PollKind> = KindTypes[K]['answer']
export type TallyOf<K extends PollKind> = KindTypes[K]['tally']

/** A poll as a phone may know it: without the right answer and the reference value. */
export type PublicPoll = PollOf<PollKind>
/** One voter's answer; each kind has a shape of its own. */
export type Answer = AnswerOf<PollKind>
/** A counted round. */
export type Tally = TallyOf<PollKind>
