import type { BasePoll, BaseTally, KindRules } from '../base.ts'
import type { MaybeSure } from '../sureAnswer.ts'
import { saidIn, sureCell, sureIn, withSure } from '../sureAnswer.ts'

export interface ScalePoll extends BasePoll {
  kind: 'scale'
  /** Five labels for the points 1 to 5; all but the first and the last may be empty. */
  labels: string[]
  /** Whether voters are asked if they are sure. */
  confidence: boolean
}

/** 1 to 5. */
export type ScaleAnswer = MaybeSure<number>

export interface ScaleTally extends BaseTally {
  kind: 'scale'
  /** Number of people by point, `1` to `5`. */
  counts: Record<string, number>
  /** How many of them have said that they are sure, by point; only where the poll asks. */
  sure?: Record<string, number>
  /** Undefined if nobody has answered. */
  mean?: number
}

const POINTS = ['1', '2', '3', '4', '5'] as const

/** The point in an answer, whether the voter is sure or not; undefined for an answer of another shape. */
export function pointOf(answer: unknown): number | undefined {
  const value = saidIn(answer)
  return typeof value === 'number' ? value : undefined
}

export const scale: KindRules<ScalePoll, ScaleAnswer, ScaleTally> = {
  isAnswer: (answer): answer is ScaleAnswer => pointOf(answer) !== undefined,

  checkAnswer(poll, answer) {
    const value = pointOf(answer)
    if (value === undefined || !Number.isInteger(value) || value < 1 || value > POINTS.length)
      return { fault: 'choose a whole number from 1 to 5' }
    if (!poll.confidence)
      return typeof answer === 'number' ? { answer } : { fault: 'send the number alone' }
    // Somebody who has not said whether they are sure has answered all the same.
    return { answer: withSure(value, sureIn(answer)) }
  },

  tally(poll, answers) {
    const counts: Record<string, number> = Object.fromEntries(POINTS.map(point => [point, 0]))
    const sure = { ...counts }
    let people = 0
    let sum = 0
    for (const { answer, people: n } of answers) {
      const value = pointOf(answer)
      const point = String(value)
      if (value === undefined || !Object.hasOwn(counts, point))
        continue
      people += n
      sum += n * value
      counts[point] = (counts[point] ?? 0) + n
      if (sureIn(answer))
        sure[point] = (sure[point] ?? 0) + n
    }
    const tally: ScaleTally = { kind: 'scale', people, counts }
    return { ...tally, ...(poll.confidence && { sure }), ...(people > 0 && { mean: sum / people }) }
  },

  isUnfinished: ({ confidence }, answer) => confidence && typeof answer === 'number',
  textsIn: () => undefined,
  answersToCompare: ({ labels }) => labels
    .map((label, i) => ({ id: String(i + 1), text: label ? `${i + 1}, ${label}` : String(i + 1) }))
    .reverse(),
  exportCells: answer => [pointOf(answer) ?? '', sureCell(answer)],
}
