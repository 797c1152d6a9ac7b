import type { Answer } from '../../../src/polls/protocol.ts'
import type { AnswerCount } from '../../../src/polls/store.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOf, tallyOf } from '../../../src/polls/counting.ts'
import { checkAnswer } from '../../../src/polls/kinds/rules.ts'
import { deckPoll, publicPoll, solutionOf } from '../../../src/polls/pollsFile.ts'
import { POLL_KINDS } from '../../../src/polls/protocol.ts'
import { AN_ANSWER } from '../../room/support/everyKind.ts'
import { anyAnswer, anyAnswers, everyPoll, oneEach } from '../support/anyAnswer.ts'

const polls = everyPoll()
const rows = polls.map(poll => ({ id: poll.id, poll }))

/** Values by ids, also by names that every object has. */
function byId<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'constructor', '__proto__'), value)
}

/** Anything that the HTTP face lets through to a kind. */
const anyBody: fc.Arbitrary<Answer> = fc.oneof(
  fc.array(fc.oneof(fc.constantFrom('run', 'all', 'tech', 'world', 'a', 'b', 'c'), fc.string({ unit: 'binary' })), {
    maxLength: 9,
  }),
  fc.double(),
  fc.integer({ min: -1, max: 7 }),
  fc.record({ value: fc.oneof(fc.double(), fc.integer({ min: 0, max: 6 })), sure: fc.boolean() }),
  fc.record({ points: byId(fc.oneof(fc.double(), fc.integer({ min: -1, max: 101 }), fc.constantFrom(20, 50, 100))) }),
  fc.record({
    places: byId(fc.tuple(fc.oneof(fc.double(), fc.integer({ min: -1, max: 6 })), fc.integer({ min: 0, max: 6 }))),
  }),
  fc.record({
    ask: fc.array(fc.string({ unit: 'binary' }), { maxLength: 6 }),
    up: fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
  }),
)

it('has a poll of every kind', () => {
  expect(new Set(polls.map(poll => poll.kind))).toEqual(new Set(POLL_KINDS))
})

describe('an answer', () => {
  it.each(rows)('to $id that fits is accepted, and unchanged when it is read again', ({ poll }) => {
    fc.assert(fc.property(anyAnswer(poll), (sent) => {
      const read = checkAnswer(poll, sent)
      expect(read).toHaveProperty('answer')
      if ('answer' in read)
        expect(checkAnswer(poll, JSON.parse(JSON.stringify(read.answer)) as Answer)).toEqual({ answer: read.answer })
    }))
  })

  it.each(rows)('to $id of any other form counts as one person or is refused with a reason', ({ poll }) => {
    fc.assert(fc.property(anyBody, (sent) => {
      const read = checkAnswer(poll, sent)
      if ('fault' in read)
        expect(read.fault).toMatch(/^[a-z][^.\n]{5,60}$/)
      else
        expect(tallyOf(poll, [{ answer: read.answer, people: 1 }]).people).toBe(isEmptyBoard(read.answer) ? 0 : 1)
    }), { numRuns: 300 })
  })

  it.each(rows)('to $id fits no poll of another kind, except those of the same form', ({ poll }) => {
    const alike: Partial<Record<string, string[]>> = {
      point: ['cost', 'sure'],
      word: ['held'],
      held: ['word'],
      pick: ['word', 'held'],
      many: ['word', 'held'],
      order: ['word', 'held'],
    }
    const answer = AN_ANSWER[poll.id]?.answer ?? expect.unreachable(poll.id)
    const others = polls.filter(other => other.id !== poll.id && 'answer' in checkAnswer(other, answer))
    expect(others.map(other => other.id).sort()).toEqual([...(alike[poll.id] ?? [])].sort())
  })
})

describe('a tally', () => {
  it.each(rows)(
    'of $id counts every ballot, in any order and grouping',
    ({ poll }) => {
      fc.assert(
        fc.property(
          anyAnswers(poll).chain(all =>
            fc.record({ all: fc.constant(all), again: fc.shuffledSubarray(all, { minLength: all.length }) }),
          ),
          ({ all, again }) => {
            const count = countOf(poll, oneEach(all))
            expect(countOf(poll, oneEach(again))).toEqual(count)
            expect(countOf(poll, together(again))).toEqual(count)
            expect(count.tally).toMatchObject({
              kind: poll.kind,
              people: all.filter(answer => !isEmptyBoard(answer)).length,
            })
          },
        ),
      )
    },
  )

  it.each(rows)('of $id counts paper like phones, and says how many it was', ({ poll }) => {
    fc.assert(fc.property(anyAnswers(poll), anyAnswers(poll), (phones, slips) => {
      const { paper, ...tally } = tallyOf(poll, oneEach(phones), { paper: oneEach(slips) })
      expect(tally).toEqual(tallyOf(poll, oneEach([...phones, ...slips])))
      expect(paper ?? 0).toBe(slips.filter(slip => !isEmptyBoard(slip)).length)
      expect(paper).not.toBe(0)
    }))
  })

  it.each(rows)('of $id ignores ballots from when the poll was of another kind', ({ poll }) => {
    const { people } = tallyOf(poll, Object.values(AN_ANSWER).map(({ answer }) => ({ answer, people: 1 })))
    expect(people).toBeGreaterThanOrEqual(1)
    expect(people).toBeLessThanOrEqual(Object.keys(AN_ANSWER).length)
  })
})

describe('what a phone or the deck may know of a poll', () => {
  it.each(rows)('$id: nothing that its author holds back', ({ poll }) => {
    const held = JSON.stringify(Object.values(solutionOf(poll)))
    for (const known of [publicPoll(poll), deckPoll(poll)]) {
      expect(known).toMatchObject({ id: poll.id, kind: poll.kind, question: poll.question })
      expect(Object.keys(known)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(?:answer|reference|right|block|live|seconds)$/)]),
      )
      expect(JSON.stringify(known)).not.toContain('4321.5')
    }
    expect(held).toBe({ pick: '[["all"]]', knew: '[["so"]]', cost: '[[4321.5,4321.5]]' }[poll.id] ?? '[]')
  })
})

/** Somebody who has said nothing on a board, or has withdrawn it. */
function isEmptyBoard(answer: Answer): boolean {
  return typeof answer === 'object' && 'ask' in answer && answer.ask.length + answer.up.length === 0
}

/** Equal answers put together, as the SQLite store gives them back. */
function together(answers: Answer[]): AnswerCount[] {
  const groups = new Map<string, AnswerCount>()
  for (const answer of answers) {
    const key = JSON.stringify(answer)
    groups.set(key, { answer, people: (groups.get(key)?.people ?? 0) + 1 })
  }
  return [...groups.values()]
}
