import type { PollKind, PublicPoll } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { POLL_KINDS } from '../../src/polls/protocol.ts'
import { personOf } from '../../src/rehearsal/people.ts'
import { thinkingTime } from '../../src/rehearsal/thinking.ts'

const PEOPLE = Array.from({ length: 3000 }, (_, i) => personOf(9, i))
/** Milliseconds in which half of a room has an answer. */
const HALF: Record<PollKind, number> = {
  choice: 7000,
  scale: 6000,
  estimate: 9000,
  words: 12_000,
  rank: 15_000,
  points: 18_000,
  grid: 20_000,
  questions: 20_000,
}

/** Only its id and kind matter to how long people think. */
const ask = (kind: PollKind, id = 'poll') => ({ id, kind }) as PublicPoll
const timesOf = (poll: PublicPoll, round = 1, turn = 0) => PEOPLE.map(person => thinkingTime(person, poll, round, turn))
const isGiven = (ms: number | undefined) => ms !== undefined
const shareOf = (times: (number | undefined)[]) => times.filter(isGiven).length / times.length

describe.each(POLL_KINDS)('thinking about a poll of kind %s', (kind) => {
  const first = timesOf(ask(kind))
  const sorted = first.filter(isGiven).toSorted((a, b) => a - b)

  it('takes some people longer than others, and nobody more than a minute and a half', () => {
    const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? Number.NaN
    expect(at(0.5) / HALF[kind]).toBeCloseTo(1, 1)
    expect(at(0.9) / at(0.5)).toBeGreaterThan(1.7)
    expect(sorted[0]).toBeGreaterThan(0)
    expect(sorted.at(-1)).toBeLessThanOrEqual(90_000)
  })

  it('brings no answer from a few', () => {
    expect(shareOf(first)).toBeGreaterThan(0.88)
    expect(shareOf(first)).toBeLessThan(0.96)
  })

  it('ends', () => {
    const most = kind === 'questions' ? 5 : 3
    expect(shareOf(timesOf(ask(kind), 1, most - 1))).toBeGreaterThan(0)
    expect(shareOf(timesOf(ask(kind), 1, most))).toBe(0)
  })
})

describe('thinking again', () => {
  it('is for some, and for most on a board', () => {
    // Doubt is spread from nobody's to 0.3.
    expect(shareOf(timesOf(ask('choice'), 1, 1))).toBeCloseTo(0.15, 1)
    expect(shareOf(timesOf(ask('questions'), 1, 1))).toBeCloseTo(0.7, 1)
  })

  it('is the same for the same seed, and differs by poll, round and turn', () => {
    const times = timesOf(ask('rank'))
    expect(timesOf(ask('rank'))).toEqual(times)
    for (const others of [timesOf(ask('rank', 'other')), timesOf(ask('rank'), 2), timesOf(ask('rank'), 1, 1)])
      expect(others.filter((other, i) => isGiven(other) && other === times[i])).toEqual([])
  })
})
