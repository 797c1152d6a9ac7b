import type { CountedAnswer, Solution } from './kinds/base.ts'
import type { PublicPoll } from './kinds/types.ts'
import type { Calibration, Card, Curve, Score } from './protocol.ts'
import { isRight, luckOf } from './kinds/rules.ts'
import { sureIn } from './kinds/sureAnswer.ts'
import { MIN_FOLLOWED_VOTERS } from './sharedRules.ts'

/**
 * How well people know what they know: how often they were right when they said that they were sure, beside how often
 * when they said that they guessed. Only quizzes whose answer the room has seen may be handed in here.
 */

/** With fewer quizzes the curve would tell of the questions rather than of the room. */
export const MIN_CURVE_QUESTIONS = 3
/** With fewer, chance alone moves the share of the right ones by more than a tenth, which is one box of the picture. */
export const MIN_CURVE_SURE = 20
/** With fewer sure people under a quiz, one of them would move the percentage by ten and more. */
export const MIN_SURE_LINE = 10

/** A quiz whose answer the room has seen, with the answers of its last round that was solved. */
export interface SolvedQuiz {
  poll: PublicPoll
  solution: Solution
  round: number
  /** One a voter. */
  ballots: { voter: string, answer: unknown }[]
  /** Of people without a phone, who have no card. */
  paper: CountedAnswer[]
}

/** One quiz in the export. */
export interface QuizScores {
  poll: string
  round: number
  sure: Score
  guess: Score
  /** Share of answers that would be right by luck alone, 0 to 1. */
  luck: number
}

/** A room's quizzes counted at once: what the wall may show, and what each phone may. */
export interface RoomCalibration extends Calibration {
  curve?: Curve
  /** Quizzes that asked how sure. */
  quizzes: QuizScores[]
  /** By voter; empty where nobody may have one. */
  cards: ReadonlyMap<string, Card>
}

/** An answer to a quiz as it counts here; `sure` is undefined where the voter did not say. */
export interface JudgedAnswer {
  right: boolean
  sure?: boolean | undefined
}

/** How an answer counts; undefined where the poll is no quiz. */
export function judge(poll: PublicPoll, solution: Solution, answer: unknown): JudgedAnswer | undefined {
  const right = isRight(poll, solution, answer)
  return right === undefined ? undefined : { right, sure: sureIn(answer) }
}

/** One person's card, from their answers to quizzes. */
export function cardOf(answers: JudgedAnswer[]): Card {
  const said = (sure: boolean) => scoreOf(answers.filter(answer => answer.sure === sure))
  return { ...scoreOf(answers), sure: said(true), guess: said(false) }
}

/**
 * Counts a room.
 *
 * @returns undefined where fewer than `MIN_FOLLOWED_VOTERS` people have said how sure they are
 */
export function calibrate(solved: SolvedQuiz[]): RoomCalibration | undefined {
  const quizzes = solved.flatMap(quiz => quizScores(quiz) ?? [])
  const people = countPeople(solved)
  if (people < MIN_FOLLOWED_VOTERS)
    return undefined
  const [sure, guess] = [sum(quizzes.map(quiz => quiz.sure)), sum(quizzes.map(quiz => quiz.guess))]
  const calibration = { people, questions: quizzes.length, sureAnswers: sure.of }
  return {
    ...calibration,
    ...isEnough(calibration) && { curve: { sure, guess, luck: meanLuck(quizzes) } },
    quizzes,
    cards: cardsOf(solved),
  }
}

/** Whether there are answers enough for a curve. */
export function isEnough({ questions, sureAnswers }: Pick<Calibration, 'questions' | 'sureAnswers'>): boolean {
  return questions >= MIN_CURVE_QUESTIONS && sureAnswers >= MIN_CURVE_SURE
}

/** How the answers that people are sure of did in one quiz; undefined for too few of them, and for no quiz. */
export function sureScore(poll: PublicPoll, solution: Solution, answers: CountedAnswer[]): Score | undefined {
  const { of, right } = countScore(poll, solution, answers, true)
  return of >= MIN_SURE_LINE ? { right, of } : undefined
}

/** Undefined for a quiz in which nobody has said how sure they are. */
function quizScores({ poll, solution, round, ballots, paper }: SolvedQuiz): QuizScores | undefined {
  const luck = luckOf(poll, solution)
  const answers = [...ballots.map(({ answer }) => ({ answer, people: 1 })), ...paper]
  const [sure, guess] = [true, false].map(said => countScore(poll, solution, answers, said))
  return luck !== undefined && sure && guess && sure.of + guess.of > 0
    ? { poll: poll.id, round, sure, guess, luck }
    : undefined
}

/** Of the answers whose voters said that they are sure, or that they guess. */
function countScore(poll: PublicPoll, solution: Solution, answers: CountedAnswer[], said: boolean): Score {
  return sum(answers.flatMap(({ answer, people }) => {
    const judged = judge(poll, solution, answer)
    return judged?.sure === said ? [{ right: judged.right ? people : 0, of: people }] : []
  }))
}

/** Phones, and as many people on paper as in the poll with most of them: slips do not tell who wrote which. */
function countPeople(solved: SolvedQuiz[]): number {
  const hasSaid = ({ answer }: { answer: unknown }) => sureIn(answer) !== undefined
  const quizzes = solved.filter(({ poll, solution }) => luckOf(poll, solution) !== undefined)
  const voters = new Set(quizzes.flatMap(({ ballots }) => ballots.filter(hasSaid).map(ballot => ballot.voter)))
  const slips = quizzes.map(({ paper }) => paper.filter(hasSaid).reduce((total, { people }) => total + people, 0))
  return voters.size + Math.max(0, ...slips)
}

function cardsOf(solved: SolvedQuiz[]): Map<string, Card> {
  const byVoter = new Map<string, JudgedAnswer[]>()
  for (const { poll, solution, ballots } of solved) {
    for (const { voter, answer } of ballots) {
      const judged = judge(poll, solution, answer)
      if (judged)
        byVoter.set(voter, [...byVoter.get(voter) ?? [], judged])
    }
  }
  return new Map([...byVoter].map(([voter, answers]) => [voter, cardOf(answers)]))
}

/** The mean over all answers, so that a question which many answered weighs more. */
function meanLuck(quizzes: QuizScores[]): number {
  const answersOf = ({ sure, guess }: QuizScores) => sure.of + guess.of
  const answers = quizzes.reduce((total, quiz) => total + answersOf(quiz), 0)
  return quizzes.reduce((total, quiz) => total + quiz.luck * answersOf(quiz), 0) / answers
}

function scoreOf(answers: JudgedAnswer[]): Score {
  return { right: answers.filter(answer => answer.right).length, of: answers.length }
}

function sum(scores: Score[]): Score {
  const total = (count: (score: Score) => number) => scores.reduce((all, score) => all + count(score), 0)
  return { right: total(score => score.right), of: total(score => score.of) }
}
