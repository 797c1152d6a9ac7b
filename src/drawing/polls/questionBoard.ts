import type { SpacePx } from './space.ts'
import { lineCount, textWidthAnyScript } from '../textWidthAnyScript.ts'
import { labelLines } from './labelLines.ts'

/** A question of the room, and how many want to know. */
export interface AskedQuestion {
  text: string
  people: number
  /** In the spotlight, or done with. */
  state: string
}

/** The board while one question is answered: a clipping with it, and what comes next. Everything in px. */
export interface SpotlightBoard<Q> {
  spotlight: Q
  /** Of the question's type. */
  size: number
  /** The next questions, each cut to one line. */
  next: { question: Q, line: string }[]
}

/** The board as a list. Everything in px. */
export interface QuestionList<Q> {
  size: number
  /** Width of the column with the numbers of people. */
  column: number
  rows: Q[]
  /** How many questions do not fit. */
  more: number
}

/** Measures in px (`leading` as a share of the size), the same as in QuestionBoard.vue. */
export const CLIP = {
  leading: 1.06,
  /** Of the paper, above and below, and at both sides together. */
  padding: 36,
  side: 76,
  /** The line with the people who want to know, and the gap between the clipping and the next questions. */
  wanted: 54,
  below: 16,
} as const
export const NEXT = { size: 20, line: 28, label: 64, column: 46, most: 2 } as const
export const LIST = { leading: 1.22, padding: 15, gap: 16, moreLine: 30, answered: 'answered' } as const
/** Type of the question in the spotlight, the largest first; the last few are for the longest of wide scripts. */
const CLIP_SIZES = { usual: [73, 66, 60, 54, 49, 44], least: [38, 33, 28, 24, 20, 18] }
/** Type of a list, and how many questions it is to show if there are as many. */
const LIST_SIZES = [34, 30, 27, 24]
const [ENOUGH_ROWS, LEAST_COLUMN] = [5, 46]

const isLit = ({ state }: AskedQuestion) => state === 'spotlight'
const isAnswered = ({ state }: AskedQuestion) => state === 'answered'

/**
 * Lays out the board around the question in the spotlight.
 *
 * @param questions the most wanted first
 * @param space of the board
 * @returns undefined where no question is in the spotlight
 */
export function layOutSpotlight<Q extends AskedQuestion>(
  questions: readonly Q[],
  space: SpacePx,
): SpotlightBoard<Q> | undefined {
  const spotlight = questions.find(isLit)
  if (!spotlight)
    return undefined
  const waiting = questions.filter(question => !isLit(question) && !isAnswered(question)).slice(0, NEXT.most)
  const sizeWith = (count: number, sizes: readonly number[]) =>
    sizes.find(px => clipHeight(spotlight.text, px, space.width) <= space.height - nextHeight(count))
  // Large type for it comes before a second question that is next, and before any.
  const count = [waiting.length, 1, 0].find(few => few <= waiting.length && sizeWith(few, CLIP_SIZES.usual)) ?? 0
  const size = sizeWith(count, [...CLIP_SIZES.usual, ...CLIP_SIZES.least]) ?? Math.min(...CLIP_SIZES.least)
  const width = space.width - NEXT.label - NEXT.column
  return {
    spotlight,
    size,
    next: waiting.slice(0, count).map(question => ({
      question,
      line: labelLines(question.text, { width, size: NEXT.size }, 1)[0] ?? '',
    })),
  }
}

/** Height of so many questions that are next, with the gap above them. */
export function nextHeight(count: number): number {
  return count > 0 ? CLIP.below + count * NEXT.line : 0
}

/** Height of the clipping with a question in type of this size. */
export function clipHeight(text: string, size: number, width: number): number {
  return lineCount(text, width - CLIP.side, size, true) * size * CLIP.leading + CLIP.padding + CLIP.wanted
}

/**
 * Lays out the board as a list: in the largest type in which at least five questions fit, or all there are.
 *
 * @param questions the most wanted first, answered ones last
 * @param space of the board
 * @param unlisted how many more questions there are
 */
export function layOutQuestions<Q extends AskedQuestion>(
  questions: readonly Q[],
  space: SpacePx,
  unlisted = 0,
): QuestionList<Q> {
  const tries = LIST_SIZES.map(size => listIn(questions, size, space, unlisted))
  const enough = Math.min(ENOUGH_ROWS, questions.length)
  const most = Math.max(...tries.map(({ rows }) => rows.length))
  return tries.find(({ rows }) => rows.length >= Math.min(enough, most)) ?? listIn(questions, 24, space, unlisted)
}

function listIn<Q extends AskedQuestion>(
  questions: readonly Q[],
  size: number,
  space: SpacePx,
  unlisted: number,
): QuestionList<Q> {
  const widest = Math.max(0, ...questions.map(({ people }) =>
    textWidthAnyScript(people.toLocaleString('en-US'), size * 1.1, true)))
  const column = Math.ceil(Math.max(LEAST_COLUMN, widest))
  const countFitting = (height: number) => {
    let used = 0
    const end = questions.findIndex(question => (used += rowHeight(question, size, space.width - column)) > height)
    return end === -1 ? questions.length : end
  }
  const holdsAll = unlisted === 0 && countFitting(space.height) === questions.length
  const count = holdsAll ? questions.length : countFitting(space.height - LIST.moreLine)
  return { size, column, rows: questions.slice(0, count), more: questions.length - count + unlisted }
}

/** Height of a question in the list; `width` is without the column of numbers. */
export function rowHeight(question: AskedQuestion, size: number, width: number): number {
  const shown = isAnswered(question) ? `${LIST.answered} ${question.text}` : question.text
  return Math.ceil(lineCount(shown, width - LIST.gap, size) * size * LIST.leading) + LIST.padding
}
