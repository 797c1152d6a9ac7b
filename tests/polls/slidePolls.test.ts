import type { DeckPoll, Phase, StagePoll } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { pollIdsOf, pollInTurn, pollsInSight } from '../../src/polls/slidePolls.ts'

const poll = (id: string, more: Partial<DeckPoll> = {}) =>
  ({ id, kind: 'choice', question: 'Which?', options: [], several: false, auto: false, ...more }) as DeckPoll
const states = (phases: Record<string, Phase>): Record<string, StagePoll> =>
  Object.fromEntries(Object.entries(phases).map(([id, phase]) => [id, { id, phase, round: 1, answered: 0 }]))

const NONE: ReadonlySet<string> = new Set()
const TWO = [poll('a'), poll('b')]
const QUIZ = [poll('a', { hasAnswer: true }), poll('b', { hasAnswer: true })]

it.each<[unknown, string[]]>([
  [undefined, []],
  ['bill', ['bill']],
  [['bill', 'dow'], ['bill', 'dow']],
  [[], []],
  [7, ['7']],
])('pollIdsOf reads poll: %j', (written, ids) => {
  expect(pollIdsOf({ poll: written })).toEqual(ids)
})

describe('two polls on a slide, clicked from the first step to the last', () => {
  it.each<[a: Phase, b: Phase, inTurn: string, inSight: string]>([
    ['idle', 'idle', 'a', 'a'],
    ['open', 'idle', 'a', 'a'],
    ['closed', 'idle', 'a', 'a'],
    // The results of the first stay until the second opens.
    ['revealed', 'idle', 'b', 'a'],
    ['revealed', 'open', 'b', 'b'],
    ['revealed', 'closed', 'b', 'b'],
    ['revealed', 'revealed', 'b', 'a+b'],
  ])('%s, %s: %s has its turn, %s is seen', (a, b, inTurn, inSight) => {
    expect(pollInTurn(TWO, states({ a, b }), NONE)?.id).toBe(inTurn)
    expect(pollsInSight(TWO, states({ a, b }), NONE).map(({ id }) => id).join('+')).toBe(inSight)
  })

  it.each<[a: Phase, b: Phase, inTurn: string, inSight: string]>([
    ['revealed', 'idle', 'a', 'a'],
    ['solved', 'idle', 'b', 'a'],
    ['solved', 'revealed', 'b', 'a+b'],
    ['solved', 'solved', 'b', 'a+b'],
    // Whoever goes back to the first one begins there.
    ['idle', 'solved', 'a', 'a'],
  ])('with right answers %s, %s: %s has its turn, %s is seen', (a, b, inTurn, inSight) => {
    expect(pollInTurn(QUIZ, states({ a, b }), NONE)?.id).toBe(inTurn)
    expect(pollsInSight(QUIZ, states({ a, b }), NONE).map(({ id }) => id).join('+')).toBe(inSight)
  })

  it('goes on from a first vote whose results wait for the second', () => {
    const pair = [poll('a'), poll('b', { pair: 'a' })]
    const pairs = new Set(['a'])
    expect(pollInTurn(pair, states({ a: 'closed', b: 'idle' }), pairs)?.id).toBe('b')
    expect(pollsInSight(pair, states({ a: 'closed', b: 'idle' }), pairs).map(({ id }) => id)).toEqual(['b'])
  })

  it('shows the first where the room has not answered yet', () => {
    expect(pollInTurn(TWO, {}, NONE)?.id).toBe('a')
    expect(pollsInSight(TWO, {}, NONE).map(({ id }) => id)).toEqual(['a'])
  })

  it('shows who votes again after a talk', () => {
    const talking = { ...states({ a: 'revealed' }), b: { id: 'b', phase: 'idle', round: 2, answered: 0, endsIn: 5000 } }
    expect(pollsInSight(TWO, talking as Record<string, StagePoll>, NONE).map(({ id }) => id)).toEqual(['b'])
  })
})

it('a slide with one poll, or none, has that', () => {
  expect(pollInTurn([], {}, NONE)).toBeUndefined()
  expect(pollsInSight([poll('a')], states({ a: 'revealed' }), NONE).map(({ id }) => id)).toEqual(['a'])
})
