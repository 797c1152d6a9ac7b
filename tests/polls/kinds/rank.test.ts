import type { RankTally } from '../../../src/polls/kinds/rank/answer.ts'
import type { Answer } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tallyOf } from '../../../src/polls/counting.ts'
import { rankSchema } from '../../../src/polls/kinds/rank/schema.ts'
import { checkAnswer } from '../../../src/polls/kinds/rules.ts'

const define = (ids: string[]) =>
  rankSchema.parse({
    id: 'order',
    kind: 'rank',
    question: 'In which order?',
    options: ids.map(id => ({ id, text: id })),
  })
const poll = define(['a', 'b', 'c'])

function tally(definition: typeof poll, answers: { answer: Answer, people: number }[]): RankTally {
  const counted = tallyOf(definition, answers)
  return counted.kind === 'rank' ? counted : expect.unreachable(counted.kind)
}

describe('an answer to a ranking', () => {
  it.each([[['a', 'b', 'c']], [['c', 'b', 'a']]])('may be %j', (answer) => {
    expect(checkAnswer(poll, answer)).toEqual({ answer })
  })

  it.each<[Answer]>([
    [[]],
    [['a']],
    [['a', 'b']],
    [['a', 'b', 'b']],
    [['a', 'b', 'c', 'c']],
    [['a', 'b', 'c', 'd']],
    [['a', 'b', 'constructor']],
    [3],
    [{ ask: ['a', 'b', 'c'], up: [] }],
  ])('is never %j', (answer) => {
    expect(checkAnswer(poll, answer)).toEqual({ fault: 'put every option in its place, each once' })
  })
})

const NOWHERE = { a: [0, 0, 0], b: [0, 0, 0], c: [0, 0, 0] }

describe('a tally of rankings', () => {
  it.each([
    { name: 'nobody', answers: [], people: 0, counts: { a: 0, b: 0, c: 0 }, places: NOWHERE },
    {
      name: 'one',
      answers: [{ answer: ['b', 'c', 'a'], people: 1 }],
      people: 1,
      counts: { a: 0, b: 2, c: 1 },
      places: { a: [0, 0, 1], b: [1, 0, 0], c: [0, 1, 0] },
    },
    {
      name: 'a room that is split, and agrees on the second best',
      answers: [
        { answer: ['a', 'b', 'c'], people: 3 },
        { answer: ['c', 'b', 'a'], people: 3 },
      ],
      people: 6,
      counts: { a: 6, b: 6, c: 6 },
      places: { a: [3, 0, 3], b: [0, 6, 0], c: [3, 0, 3] },
    },
    {
      name: 'an option that has left the poll, whose place the next one takes',
      answers: [{ answer: ['gone', 'b', 'a', 'c'], people: 2 }],
      people: 2,
      counts: { a: 2, b: 4, c: 0 },
      places: { a: [0, 2, 0], b: [2, 0, 0], c: [0, 0, 2] },
    },
    {
      name: 'an option that came after the vote',
      answers: [{ answer: ['b', 'a'], people: 2 }],
      people: 2,
      counts: { a: 2, b: 4, c: 0 },
      places: { a: [0, 2, 0], b: [2, 0, 0], c: [0, 0, 0] },
    },
    {
      name: 'options that have all left',
      answers: [{ answer: ['x', 'toString'], people: 2 }],
      people: 2,
      counts: { a: 0, b: 0, c: 0 },
      places: NOWHERE,
    },
  ])('of $name', ({ answers, people, counts, places }) => {
    expect(tally(poll, answers)).toEqual({ kind: 'rank', people, counts, places })
  })

  const crowd = fc.integer({ min: 2, max: 8 }).chain((k) => {
    const ids = Array.from({ length: k }, (_, i) => `o${i}`)
    const order = fc.shuffledSubarray(ids, { minLength: k })
    return fc.record({
      ids: fc.constant(ids),
      ballots: fc.array(fc.record({ answer: order, people: fc.integer({ min: 1, max: 20 }) }), {
        maxLength: 20,
        size: 'max',
      }),
    })
  })
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

  it('gives n · k(k − 1)/2 points in all, and one place of each a person', () => {
    fc.assert(
      fc.property(crowd, ({ ids, ballots }) => {
        const { people, counts, places } = tally(define(ids), ballots)
        expect(people).toBe(sum(ballots.map(ballot => ballot.people)))
        expect(sum(Object.values(counts))).toBe((people * ids.length * (ids.length - 1)) / 2)
        for (const place of ids.keys())
          expect(sum(Object.values(places).map(numbers => numbers[place] ?? 0))).toBe(people)
        for (const id of ids) {
          expect(counts[id]).toBe(
            sum(
              ballots.map(
                ballot =>
                  ballot.people * ids.filter(other => ballot.answer.indexOf(other) > ballot.answer.indexOf(id)).length,
              ),
            ),
          )
          expect(places[id]).toEqual(ids.map((_, place) =>
            sum(ballots.filter(ballot => ballot.answer[place] === id).map(ballot => ballot.people))))
        }
      }),
    )
  })

  it('is reversed when everybody reverses their order', () => {
    fc.assert(fc.property(crowd, ({ ids, ballots }) => {
      const { people, counts } = tally(define(ids), ballots)
      const turned = tally(define(ids), ballots.map(ballot => ({ ...ballot, answer: [...ballot.answer].reverse() })))
      for (const id of ids)
        expect((counts[id] ?? 0) + (turned.counts[id] ?? 0)).toBe(people * (ids.length - 1))
    }))
  })
})
