import type { Answer } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tallyOf } from '../../../src/polls/counting.ts'
import { checkAnswer } from '../../../src/polls/kinds/rules.ts'
import { scaleSchema } from '../../../src/polls/kinds/scale/schema.ts'
import { publicPoll } from '../../../src/polls/pollsFile.ts'

const written = { id: 'fit', kind: 'scale', question: 'Does it fit?', labels: ['Not at all', 'Perfectly'] }
const poll = scaleSchema.parse(written)
const sure = scaleSchema.parse({ ...written, confidence: true })

const NUMBER = 'choose a whole number from 1 to 5'
const NONE = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }

describe('the labels of a scale', () => {
  it('are five, also when only the ends are given', () => {
    expect(publicPoll(poll)).toEqual({
      id: 'fit',
      kind: 'scale',
      question: 'Does it fit?',
      labels: ['Not at all', '', '', '', 'Perfectly'],
      confidence: false,
    })
    expect(publicPoll(scaleSchema.parse({ ...written, labels: ['a', 'b', 'c', 'd', 'e'] }))).toMatchObject({
      labels: ['a', 'b', 'c', 'd', 'e'],
    })
  })

  it.each([[[]], [['a']], [['a', 'b', 'c']], [['a', 'b', 'c', 'd', 'e', 'f']], [undefined]])('are not %j', (labels) => {
    expect(scaleSchema.safeParse({ ...written, labels }).error?.issues.map(issue => issue.message)).toEqual([
      'must be two labels, for 1 and 5, or five',
    ])
  })
})

describe('an answer to a scale', () => {
  it.each<[answer: Answer, plain: string | undefined, confident: string | undefined]>([
    [1, undefined, undefined],
    [5, undefined, undefined],
    [{ value: 1, sure: false }, 'send the number alone', undefined],
    [{ value: 5, sure: true }, 'send the number alone', undefined],
    [0, NUMBER, NUMBER],
    [6, NUMBER, NUMBER],
    [-1, NUMBER, NUMBER],
    [2.5, NUMBER, NUMBER],
    [Number.NaN, NUMBER, NUMBER],
    [{ value: 0, sure: true }, NUMBER, NUMBER],
    [{ value: 5.5, sure: true }, NUMBER, NUMBER],
    [['3'], NUMBER, NUMBER],
    [[], NUMBER, NUMBER],
    [{ ask: ['3'], up: [] }, NUMBER, NUMBER],
  ])('%j is %s; asked whether they are sure, it is %s', (answer, plain, confident) => {
    expect(checkAnswer(poll, answer)).toEqual(plain === undefined ? { answer } : { fault: plain })
    expect(checkAnswer(sure, answer)).toEqual(confident === undefined ? { answer } : { fault: confident })
  })
})

describe('a tally of a scale', () => {
  it('counts nobody as no mean', () => {
    expect(tallyOf(poll, [])).toEqual({ kind: 'scale', people: 0, counts: NONE })
    expect(tallyOf(sure, [])).toEqual({ kind: 'scale', people: 0, counts: NONE, sure: NONE })
  })

  it('has the people at each point, the sure ones among them, and the mean', () => {
    const answers = [
      { answer: { value: 2, sure: true }, people: 3 },
      { answer: { value: 2, sure: false }, people: 1 },
      { answer: { value: 5, sure: false }, people: 2 },
    ]
    expect(tallyOf(sure, answers)).toEqual({
      kind: 'scale',
      people: 6,
      counts: { ...NONE, 2: 4, 5: 2 },
      sure: { ...NONE, 2: 3 },
      mean: 3,
    })
  })

  it('counts answers from before it asked, or stopped asking, whether people are sure', () => {
    const answers: { answer: Answer, people: number }[] = [
      { answer: 4, people: 1 },
      { answer: { value: 2, sure: true }, people: 1 },
    ]
    const counts = { ...NONE, 2: 1, 4: 1 }
    expect(tallyOf(poll, answers)).toEqual({ kind: 'scale', people: 2, counts, mean: 3 })
    expect(tallyOf(sure, answers)).toEqual({ kind: 'scale', people: 2, counts, sure: { ...NONE, 2: 1 }, mean: 3 })
  })

  it('adds up to all people, with no more sure ones than people, and their mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.integer({ min: 1, max: 5 }), sure: fc.boolean() }), { minLength: 1 }),
        (ballots) => {
          const tally = tallyOf(
            sure,
            ballots.map(answer => ({ answer, people: 1 })),
          )
          expect(tally).toEqual({
            kind: 'scale',
            people: ballots.length,
            counts: Object.fromEntries(
              Object.keys(NONE).map(point => [point, ballots.filter(ballot => String(ballot.value) === point).length]),
            ),
            sure: Object.fromEntries(
              Object.keys(NONE).map(point => [
                point,
                ballots.filter(ballot => String(ballot.value) === point && ballot.sure).length,
              ]),
            ),
            mean: ballots.reduce((sum, ballot) => sum + ballot.value, 0) / ballots.length,
          })
        },
      ),
    )
  })
})
