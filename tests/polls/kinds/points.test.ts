import type { PointsTally } from '../../../src/polls/kinds/points/answer.ts'
import type { Answer, PollOf, RoomState, StagePoll } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tallyOf } from '../../../src/polls/counting.ts'
import { pointsResult } from '../../../src/polls/kinds/points/phoneRows.ts'
import { pointsSchema } from '../../../src/polls/kinds/points/schema.ts'
import { findStake, formatMean, stakesOf } from '../../../src/polls/kinds/points/stakes.ts'
import { formatPointsResults } from '../../../src/polls/kinds/points/text.ts'
import { checkAnswer, exportCells } from '../../../src/polls/kinds/rules.ts'
import { formatNote } from '../../../src/polls/kinds/text.ts'
import { answerTo } from '../../../src/rehearsal/answers.ts'
import { personOf } from '../../../src/rehearsal/people.ts'
import { anyAnswers, oneEach } from '../support/anyAnswer.ts'

const define = (...ids: string[]) =>
  pointsSchema.parse({ id: 'stake', kind: 'points', question: 'How much?', options: ids.map(id => ({ id, text: id })) })
const poll = define('a', 'b', 'c')
const gives = (points: Record<string, number>, people = 1) => ({ answer: { points } as Answer, people })
const count = (answers: { answer: Answer, people: number }[], of = poll) => tallyOf(of, answers) as PointsTally

describe('an answer of points', () => {
  it('is kept in the order of the poll, without options that got nothing', () => {
    expect(checkAnswer(poll, { points: { c: 60, b: 0, a: 40 } })).toEqual({ answer: { points: { a: 40, c: 60 } } })
    expect(JSON.stringify(checkAnswer(poll, { points: { c: 60, a: 40 } }))).toContain('{"a":40,"c":60}')
  })

  it('may name an option as every object names something', () => {
    const odd = define('constructor', 'to-string')
    expect(checkAnswer(odd, { points: { constructor: 100 } })).toEqual({ answer: { points: { constructor: 100 } } })
    expect(count([{ answer: { points: { 'to-string': 100 } }, people: 2 }], odd).counts).toEqual({
      'constructor': 0,
      'to-string': 200,
    })
  })

  it.each<[points: unknown, fault: string]>([
    [{}, 'give 100 points in all'],
    [{ a: 99 }, 'give 100 points in all'],
    [{ a: 101 }, 'give 100 points in all'],
    [{ a: 110, b: -10 }, 'give whole points, and none below 0'],
    [{ a: 99.5, b: 0.5 }, 'give whole points, and none below 0'],
    [{ a: Number.NaN, b: 100 }, 'give whole points, and none below 0'],
    [{ a: Infinity }, 'give whole points, and none below 0'],
    [{ a: '100' }, 'give whole points, and none below 0'],
    [{ a: 100, d: 0 }, 'give points to the options of this poll'],
    [{ toString: 100 }, 'give points to the options of this poll'],
    [JSON.parse('{"__proto__":100}'), 'give points to the options of this poll'],
    [[100], 'give points to the options of this poll'],
    [null, 'send points for options'],
    [undefined, 'send points for options'],
  ])('is never %j', (points, fault) => {
    expect(checkAnswer(poll, { points })).toEqual({ fault })
  })

  it('is exported as options with their points', () => {
    expect(exportCells('points', { points: { a: 40, c: 60 } })).toEqual(['a 40 | c 60', ''])
  })
})

describe('a tally of points', () => {
  it('has sums, who gave how much, and whose most it was', () => {
    const { people, counts, spread, most } = count([
      gives({ a: 100 }, 2),
      gives({ a: 50, b: 50 }),
      gives({ b: 33, c: 67 }),
    ])
    expect({ people, counts, most }).toEqual({
      people: 4,
      counts: { a: 250, b: 83, c: 67 },
      most: { a: 3, b: 1, c: 1 },
    })
    const found = Object.entries(spread).map(([id, steps]) =>
      [id, Object.fromEntries(steps.flatMap((n, step) => n > 0 ? [[step * 5, n]] : []))])
    expect(Object.fromEntries(found)).toEqual({
      a: { 0: 1, 50: 1, 100: 2 },
      b: { 0: 2, 35: 1, 50: 1 },
      c: { 0: 3, 70: 1 },
    })
  })

  it('keeps people whose option is gone, and knows an option that is new', () => {
    const before = [gives({ gone: 70, a: 30 }), gives({ gone: 100 }), { answer: ['a'], people: 3 }]
    const tally = count(before, define('a', 'n'))
    expect(tally).toMatchObject({ people: 2, counts: { a: 30, n: 0 }, most: { a: 1, n: 0 } })
    expect(tally.spread.n?.[0]).toBe(2)
  })

  it('counts everybody once for every option', () => {
    fc.assert(fc.property(anyAnswers(poll), (answers) => {
      const { people, counts, spread } = count(oneEach(answers))
      expect(Object.values(counts).reduce((sum, points) => sum + points, 0)).toBe(100 * people)
      for (const steps of Object.values(spread))
        expect(steps.reduce((sum, n) => sum + n, 0)).toBe(people)
    }))
  })
})

describe('what points come to', () => {
  it.each<[what: string, tally: PointsTally, found: string | undefined]>([
    ['nobody', count([]), undefined],
    ['one person', count([gives({ a: 100 })]), undefined],
    ['half', count([gives({ a: 50, b: 25, c: 25 }, 9)]), 'Half of all points go to “a”'],
    ['a share without a name', count([gives({ b: 58, a: 30, c: 12 }, 9)]), '58 of 100 points go to “b”'],
    ['all', count([gives({ c: 100 }, 9)]), '100 of 100 points go to “c”'],
    ['even', count([gives({ a: 40, b: 30, c: 30 }, 9)]), 'The points are spread almost evenly'],
    ['two leaders', count([gives({ a: 50, b: 49, c: 1 }, 9)]), undefined],
    ['a small lead', count([gives({ a: 45, b: 35, c: 20 }, 9)]), undefined],
  ])('of %s', (_, tally, found) => {
    expect(findStake(poll, tally)).toBe(found)
  })

  it('is in order of the mean, with a mean that hides nobody', () => {
    const tally = count([gives({ c: 100 }, 399), gives({ a: 1, c: 99 })])
    expect(stakesOf(poll, tally).map(({ id, number, mean }) => [id, number, formatMean(mean)])).toEqual([
      ['c', 3, '>99'],
      ['a', 1, '<1'],
      ['b', 2, '0'],
    ])
  })

  it('is told to a screen reader, and what a stroke is', () => {
    expect(formatPointsResults(poll, count([]))).toBe('Nobody has answered.')
    const tally = count([gives({ a: 50, b: 50 }, 4)])
    expect(formatPointsResults(poll, tally)).toBe('“a” and “b” lead with 50 of 100 points on average from 4 people.')
    expect(formatNote(poll, tally)).toBe('4 people. One stroke is one person, as tall as the points given.')
    expect(formatNote(poll, count([gives({ a: 100 }, 500)]))).toBe('500 people')
  })
})

describe('points on a phone', () => {
  const stage = { phase: 'revealed' } as StagePoll
  const room = (tally?: PointsTally) => ({ ...stage, ...(tally && { tally }) }) as unknown as RoomState
  const publicPoll = poll as PollOf<'points'>

  it('begin with what its owner gave most', () => {
    const own: Answer = { points: { b: 70, c: 30 } }
    const shown = pointsResult(publicPoll, room(count([gives({ b: 70, c: 30 }), gives({ a: 100 })])), own)
    expect(shown.me).toMatchObject({ lead: 'You gave 70 points to', said: ['b'], share: '35' })
    expect(shown.rows.map(({ text, value, tags }) => [text, value, tags])).toEqual([
      ['a', '50', []],
      ['b', '35', ['you: 70']],
      ['c', '15', ['you: 30']],
    ])
    const hidden = pointsResult(publicPoll, room(), own)
    expect(hidden.me).not.toHaveProperty('share')
    expect(hidden.rows.every(row => row.share === undefined && row.value === undefined)).toBe(true)
  })

  it('have no owner’s part for somebody who gave nothing, and name all that got most', () => {
    expect(pointsResult(publicPoll, room(count([gives({ a: 100 })])), undefined).me).toBeUndefined()
    expect(pointsResult(publicPoll, room(), { points: { a: 50, c: 50 } }).me?.said).toEqual(['a', 'c'])
  })
})

it('has a rehearsed room with an opinion: some spread their points, some stake nearly all', () => {
  const room = Array.from({ length: 200 }, (_, i) =>
    ({ answer: answerTo(personOf(5, i), poll, { round: 1, turn: 0 }), people: 1 }))
  const tally = count(room)
  const [first, , last] = stakesOf(poll, tally)
  expect(tally.people).toBe(200)
  expect((first?.mean ?? 0) / (last?.mean ?? 1)).toBeGreaterThan(1.3)
  expect(first?.nothing).toBeGreaterThan(0)
  const steps = room.map(({ answer }) => Object.values((answer as { points: object }).points).length)
  expect(new Set(steps)).toEqual(new Set([1, 2, 3]))
})
