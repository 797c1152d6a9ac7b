import type { SolvedQuiz } from '../../src/polls/calibration.ts'
import type { Sure } from '../../src/polls/kinds/sureAnswer.ts'
import type { Card, PublicPoll } from '../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calibrate,
  cardOf,
  MIN_CURVE_QUESTIONS,
  MIN_CURVE_SURE,
  MIN_SURE_LINE,
  sureScore,
} from '../../src/polls/calibration.ts'
import { isRight, luckOf } from '../../src/polls/kinds/rules.ts'
import { MIN_FOLLOWED_VOTERS } from '../../src/polls/sharedRules.ts'

const quizOf = (id: string, ids: string[], several = false): PublicPoll & { kind: 'choice' } =>
  ({ id, kind: 'choice', question: '?', several, confidence: true, options: ids.map(text => ({ id: text, text })) })

const anyChoice = (ids: string[]) => {
  const value = fc.constantFrom(...ids).map(id => [id])
  // Whoever has not said how sure they are, and answers of a poll that was edited since.
  return fc.oneof(value, fc.record({ value, sure: fc.boolean() }), fc.constant(['gone']), fc.constant(7))
}

/** A quiz with two to five options, the answers of some of ten voters, and slips. */
const anyQuiz = (id: string): fc.Arbitrary<SolvedQuiz> =>
  fc.integer({ min: 2, max: 5 }).chain((size) => {
    const ids = Array.from({ length: size }, (_, i) => `o${i}`)
    return fc.record({
      poll: fc.constant(quizOf(id, ids)),
      solution: fc.record({ right: fc.subarray(ids, { minLength: 1 }) }),
      round: fc.constant(1),
      ballots: fc.uniqueArray(
        fc.record({ voter: fc.integer({ min: 0, max: 9 }).map(String), answer: anyChoice(ids) }),
        { selector: ballot => ballot.voter },
      ),
      paper: fc.array(fc.record({ answer: anyChoice(ids), people: fc.integer({ min: 1, max: 4 }) }), { maxLength: 3 }),
    })
  })
const anySession = fc.integer({ min: 0, max: 5 })
  .chain(quizzes => fc.tuple(...Array.from({ length: quizzes }, (_, i) => anyQuiz(`q${i}`))))

/** Every answer by itself, the plainest way to count. */
function answersOf(session: SolvedQuiz[]) {
  return session.flatMap(({ poll, solution, ballots, paper }) => [
    ...ballots,
    ...paper.flatMap(({ answer, people }) => Array.from({ length: people }, () => ({ voter: 'paper', answer }))),
  ].map(({ voter, answer }) => {
    const said: Partial<Sure<string[]>> = Object.assign({}, answer)
    const [chosen] = said.value ?? (Array.isArray(answer) ? answer as string[] : [])
    return {
      poll: poll.id,
      voter,
      sure: said.sure,
      right: chosen !== undefined && (solution.right ?? []).includes(chosen),
      luck: (solution.right ?? []).length / (poll.kind === 'choice' ? poll.options.length : 1),
    }
  }))
}
const score = (answers: { right: boolean }[]) =>
  ({ right: answers.filter(answer => answer.right).length, of: answers.length })

describe('calibrate', () => {
  it('counts as one would by hand', () => {
    fc.assert(fc.property(anySession, (session) => {
      const all = answersOf(session)
      const said = all.filter(answer => answer.sure !== undefined)
      const counted = calibrate(session)
      const phones = new Set(said.filter(({ voter }) => voter !== 'paper').map(({ voter }) => voter)).size
      const slips = Math.max(0, ...session.map(({ poll }) =>
        said.filter(answer => answer.poll === poll.id && answer.voter === 'paper').length))
      if (phones + slips < MIN_FOLLOWED_VOTERS) {
        expect(counted).toBeUndefined()
        return
      }
      const sure = score(said.filter(answer => answer.sure))
      const guess = score(said.filter(answer => !answer.sure))
      const questions = new Set(said.map(({ poll }) => poll)).size
      expect(counted).toMatchObject({ people: phones + slips, questions, sureAnswers: sure.of })
      expect(counted?.quizzes.map(({ poll }) => poll)).toEqual([...new Set(said.map(({ poll }) => poll))])
      const isEnough = questions >= MIN_CURVE_QUESTIONS && sure.of >= MIN_CURVE_SURE
      expect(counted?.curve).toEqual(isEnough ? { sure, guess, luck: expect.any(Number) as number } : undefined)
      if (isEnough)
        expect(counted?.curve?.luck).toBeCloseTo(said.reduce((sum, { luck }) => sum + luck, 0) / said.length, 9)
      for (const voter of new Set(all.map(answer => answer.voter).filter(name => name !== 'paper'))) {
        const own = all.filter(answer => answer.voter === voter)
        expect(counted?.cards.get(voter)).toEqual({
          ...score(own),
          sure: score(own.filter(answer => answer.sure === true)),
          guess: score(own.filter(answer => answer.sure === false)),
        } satisfies Card)
      }
      expect(counted?.cards.has('paper')).toBe(false)
    }), { numRuns: 300 })
  })

  it('passes over polls in which nothing is right', () => {
    const quiz = quizOf('a', ['x', 'y'])
    const ballots = ['a', 'b', 'c', 'd', 'e'].map(voter => ({ voter, answer: { value: ['x'], sure: true } }))
    const one = { poll: quiz, solution: { right: ['x'] }, round: 1, ballots, paper: [] }
    const opinion = { ...one, poll: { ...quiz, id: 'b' }, solution: {} }
    const estimate: SolvedQuiz = {
      ...one,
      poll: { id: 'c', kind: 'estimate', question: '?', unit: 'count', min: 1, max: 9, log: false },
      solution: { reference: [5, 5] },
      ballots: ballots.map(({ voter }) => ({ voter, answer: 5 })),
    }
    expect(calibrate([one, opinion, estimate])).toEqual(calibrate([one]))
    expect(calibrate([opinion, estimate])).toBeUndefined()
  })
})

describe('cardOf', () => {
  it('counts what was not said in the whole only', () => {
    const sure = [{ right: true, sure: true }, { right: false, sure: true }]
    expect(cardOf([...sure, { right: true, sure: false }, { right: true }])).toEqual({
      right: 3,
      of: 4,
      sure: { right: 1, of: 2 },
      guess: { right: 1, of: 1 },
    })
  })
})

describe('sureScore', () => {
  it.each([MIN_SURE_LINE - 1, MIN_SURE_LINE])('of %i sure people', (people) => {
    const answers = [
      { answer: { value: ['x'], sure: true }, people: people - 2 },
      { answer: { value: ['y'], sure: true }, people: 2 },
      { answer: { value: ['x'], sure: false }, people: 30 },
      { answer: ['x'], people: 30 },
    ]
    const expected = people < MIN_SURE_LINE ? undefined : { right: people - 2, of: people }
    expect(sureScore(quizOf('a', ['x', 'y']), { right: ['x'] }, answers)).toEqual(expected)
    expect(sureScore(quizOf('a', ['x', 'y']), {}, answers)).toBeUndefined()
  })
})

describe('isRight', () => {
  const one = quizOf('a', ['x', 'y', 'z'])
  const many = quizOf('a', ['x', 'y', 'z'], true)

  it.each<[poll: PublicPoll, right: string[] | undefined, answer: unknown, is: boolean | undefined]>([
    [one, ['x'], ['x'], true],
    [one, ['x'], { value: ['x'], sure: false }, true],
    [one, ['x'], { value: ['y'], sure: true }, false],
    [one, ['x', 'y'], ['y'], true],
    [many, ['x', 'y'], ['x', 'y'], true],
    [many, ['x', 'y'], ['x'], false],
    [many, ['x', 'y'], ['x', 'y', 'z'], false],
    [one, ['x'], 4, false],
    [one, ['x'], null, false],
    [one, undefined, ['x'], undefined],
    [{ id: 'r', kind: 'rank', question: '?', options: one.options }, ['x'], ['x', 'y', 'z'], undefined],
  ])('%#', (poll, right, answer, is) => {
    expect(isRight(poll, right ? { right } : {}, answer)).toBe(is)
  })

  it('is so by luck as often as answers drawn by lot', () => {
    expect(luckOf(one, { right: ['x'] })).toBeCloseTo(1 / 3)
    expect(luckOf(one, { right: ['x', 'y'] })).toBeCloseTo(2 / 3)
    expect(luckOf(many, { right: ['x', 'y'] })).toBeCloseTo(1 / 7)
    expect(luckOf(one, {})).toBeUndefined()
  })
})
