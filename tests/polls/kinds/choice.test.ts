import type { ChoiceDefinition } from '../../../src/polls/kinds/choice/schema.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tallyOf } from '../../../src/polls/counting.ts'
import { checkAnswer } from '../../../src/polls/kinds/rules.ts'

const ask = (...ids: string[]): ChoiceDefinition => ({
  id: 'poll',
  kind: 'choice',
  question: 'Which?',
  options: ids.map(id => ({ id, text: id.toUpperCase() })),
  several: true,
  live: false,
  auto: false,
})
const poll = ask('a', 'b', 'c')

describe('a tally of choices', () => {
  it.each([
    { name: 'nobody answered', answers: [], people: 0, counts: { a: 0, b: 0, c: 0 } },
    {
      name: 'one choice each',
      answers: [
        { answer: ['a'], people: 3 },
        { answer: ['c'], people: 2 },
      ],
      people: 5,
      counts: { a: 3, b: 0, c: 2 },
    },
    {
      name: 'several choices count people once',
      answers: [
        { answer: ['a', 'b'], people: 2 },
        { answer: ['b'], people: 1 },
      ],
      people: 3,
      counts: { a: 2, b: 3, c: 0 },
    },
    {
      name: 'the same options ticked in another order',
      answers: [
        { answer: ['a', 'b'], people: 2 },
        { answer: ['b', 'a'], people: 5 },
      ],
      people: 7,
      counts: { a: 7, b: 7, c: 0 },
    },
    {
      name: 'an option that has left the poll',
      answers: [
        { answer: ['gone'], people: 4 },
        { answer: ['a', 'gone'], people: 1 },
      ],
      people: 5,
      counts: { a: 1, b: 0, c: 0 },
    },
    {
      name: 'a lost option named like a property of every object',
      answers: [{ answer: ['constructor'], people: 2 }],
      people: 2,
      counts: { a: 0, b: 0, c: 0 },
    },
  ])('$name', ({ answers, people, counts }) => {
    expect(tallyOf(poll, answers)).toEqual({ kind: 'choice', people, counts })
  })

  it('counts an option named like a property of every object', () => {
    expect(tallyOf(ask('constructor', 'valueof'), [{ answer: ['constructor'], people: 2 }])).toMatchObject({
      people: 2,
      counts: { constructor: 2, valueof: 0 },
    })
  })

  it('lists the options in the order of the poll', () => {
    const tally = tallyOf(poll, [{ answer: ['c'], people: 1 }, { answer: ['b'], people: 1 }])
    expect(tally.kind === 'choice' && Object.keys(tally.counts)).toEqual(['a', 'b', 'c'])
  })
})

describe('any tally of choices', () => {
  const anyTicks = fc.array(fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }), { maxLength: 40, size: 'max' })

  it('counts no option above the people, and every tick once', () => {
    fc.assert(fc.property(anyTicks, (ballots) => {
      const tally = tallyOf(poll, ballots.map(answer => ({ answer, people: 1 })))
      const counts = tally.kind === 'choice' ? Object.values(tally.counts) : []
      expect(tally.people).toBe(ballots.length)
      expect(Math.max(...counts)).toBeLessThanOrEqual(tally.people)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ballots.flat().length)
    }))
  })

  it('adds up to the people where each chose one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (ids) => {
        const tally = tallyOf(
          { ...poll, several: false },
          ids.map(id => ({ answer: [id], people: 1 })),
        )
        expect(tally).toEqual({
          kind: 'choice',
          people: ids.length,
          counts: Object.fromEntries(['a', 'b', 'c'].map(id => [id, ids.filter(other => other === id).length])),
        })
      }),
    )
  })

  it('ignores the order of ticks', () => {
    fc.assert(fc.property(fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }), (ticks) => {
      expect(checkAnswer(poll, ticks)).toEqual({ answer: [...ticks].sort() })
    }))
  })
})
