import type { Calibration, Curve, Score } from './protocol.ts'
import { numberInWords } from '../content/numbers.ts'
import { TENTHS, tenthsOf } from '../drawing/polls/tickBoxes.ts'
import { MIN_CURVE_QUESTIONS, MIN_CURVE_SURE, MIN_SURE_LINE } from './calibration.ts'
import { formatPeople, formatPercent } from './people.ts'
import { MIN_FOLLOWED_VOTERS } from './sharedRules.ts'

/**
 * What the wall says of the room's curve. All sentences go by the ticked boxes, so that none contradicts the picture.
 */

const plural = (count: number, one: string, many: string) => count === 1 ? one : many
const quizzes = (count: number) => `${numberInWords(count)} quiz ${plural(count, 'question', 'questions')}`
const capital = (text: string) => text.replace(/^./, letter => letter.toUpperCase())
const number = (count: number) => count.toLocaleString('en-US')

/** How often, in tenths; `never` and `every time` only where that is exact. */
function formatTimes({ right, of }: Score): string {
  const tenths = tenthsOf(right, of)
  if (tenths === 0)
    return right === 0 ? 'never' : 'almost never'
  if (tenths === TENTHS)
    return right === of ? 'every time' : 'nearly every time'
  return tenths === TENTHS / 2 ? 'half the time' : `${tenths} ${plural(tenths, 'time', 'times')} in 10`
}

/** The headline: `“Sure” was right 6 times in 10`. */
export function formatCurve({ sure }: Curve): string {
  const times = formatTimes(sure)
  return `“Sure” was ${times.endsWith('never') ? `${times} right` : `right ${times}`}`
}

/** What the pen has ringed; empty where nobody who was sure was wrong. */
export function formatSureAndWrong({ sure }: Curve): string {
  const wrong = TENTHS - tenthsOf(sure.right, sure.of)
  return wrong === 0 ? '' : `sure and wrong: ${wrong} ${plural(wrong, 'time', 'times')} in 10`
}

/** From so many ticked boxes on, “sure” was worth believing: whoever is wrong one time in five may still say it. */
const HELD_TENTHS = 8
/** Boxes by which guesses must be off from luck for it to mean anything. */
const OFF_TENTHS = 2

/** The sentence under the boxes: what “sure” is worth in this room. */
export function formatWorth({ sure, guess, luck }: Curve): string {
  const [sureTenths, guessTenths] = [tenthsOf(sure.right, sure.of), tenthsOf(guess.right, guess.of)]
  const luckTenths = tenthsOf(luck, 1)
  const held = sureTenths >= HELD_TENTHS
  if (guess.of < MIN_SURE_LINE)
    return held ? 'When this room was sure, it was mostly right.' : '“Sure” felt better than it was.'
  if (sureTenths < guessTenths)
    return 'The guesses did better than “sure”. Draw your own conclusions.'
  if (sureTenths === guessTenths)
    return held ? 'Sure or not, this room knew.' : '“Sure” was a guess with a louder voice.'
  if (!held)
    return '“Sure” is worth something here, and less than it feels.'
  if (guessTenths >= luckTenths + OFF_TENTHS)
    return 'This room knew more than it dared to say.'
  return guessTenths <= luckTenths - OFF_TENTHS
    ? '“Sure” meant sure. The guesses did worse than drawing lots.'
    : '“Sure” meant sure, and a guess was a guess.'
}

/** Who was counted: `Four quiz questions, 204 people.` */
export function formatCounted({ questions, people }: Pick<Calibration, 'questions' | 'people'>): string {
  return `${capital(quizzes(questions))}, ${formatPeople(people)}.`
}

/**
 * What has been counted so far, before the curve is shown.
 *
 * @param counted undefined for too few people
 */
export function formatSoFar(counted: Calibration | undefined): string {
  return counted
    ? `So far: ${quizzes(counted.questions)}, and ${number(counted.sureAnswers)} `
    + `${plural(counted.sureAnswers, 'time', 'times')} “I am sure”.`
    : `Nothing is counted before ${numberInWords(MIN_FOLLOWED_VOTERS)} people have said how sure they are.`
}

/** What is missing for a curve. */
export function formatMissing(counted: Calibration | undefined): string {
  if (!counted)
    return `This needs ${numberInWords(MIN_FOLLOWED_VOTERS)} people who say how sure they are.`
  const questions = counted.questions === 0 ? 'none' : numberInWords(counted.questions)
  return `This needs ${quizzes(MIN_CURVE_QUESTIONS)} and ${MIN_CURVE_SURE} sure answers; `
    + `so far ${questions} and ${number(counted.sureAnswers)}.`
}

/** The curve in sentences, for a screen reader. */
export function formatCurveAloud({ sure, guess, luck }: Curve): string {
  const told = ({ right, of }: Score) =>
    of === 0 ? 'said by nobody' : `said ${number(of)} ${plural(of, 'time', 'times')}, ${formatPercent(right, of)} right`
  return `“I am sure”: ${told(sure)}. “Just a guess”: ${told(guess)}. Luck alone: ${formatPercent(luck, 1)}.`
}

/** The line under a solved quiz, in three parts: the percentage between them is marked. */
export function formatSureLine({ right, of }: Score): [before: string, share: string, after: string] {
  return [`Of the ${number(of)} who were sure, `, formatPercent(right, of), ' were right.']
}
