import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClock } from '../../src/room/clock.ts'

const HOUR = 3600_000
const open = (seconds?: number) => ({
  phase: 'open' as const,
  round: 1,
  ...(seconds !== undefined && { endsAt: Date.now() + seconds * 1000 }),
})

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
})

describe('createClock', () => {
  it('tells the milliseconds left, down to 0', () => {
    const [clock, poll] = [createClock(), open(30)]
    expect(clock.left('a', poll)).toBe(30_000)
    vi.advanceTimersByTime(29_999)
    expect(clock.left('a', poll)).toBe(1)
    vi.advanceTimersByTime(60_000)
    expect(clock.left('a', poll)).toBe(0)
  })

  it('tells nothing for a poll without an end', () => {
    expect(createClock().left('a', open())).toBeUndefined()
  })

  it('keeps one clock for each poll and restarts it with a new end', () => {
    const [clock, a, b] = [createClock(), open(30), open(60)]
    expect([clock.left('a', a), clock.left('b', b)]).toEqual([30_000, 60_000])
    vi.advanceTimersByTime(10_000)
    expect([clock.left('a', open(5)), clock.left('b', b)]).toEqual([5000, 50_000])
    expect(clock.left('a', open())).toBeUndefined()
  })

  it.each([-HOUR, -1000, 1000, HOUR])('keeps running when the time of day is set by %i milliseconds', (by) => {
    const [clock, poll] = [createClock(), open(30)]
    clock.left('a', poll)
    vi.setSystemTime(Date.now() + by)
    vi.advanceTimersByTime(10_000)
    expect(clock.left('a', poll)).toBe(20_000)
  })

  it.each<[name: string, by: number, left: number]>([
    ['passed', 40_000, 0],
    ['gone back a day', -24 * HOUR, HOUR],
  ])('that was kept over a restart is never longer than an hour, nor less than nothing: %s', (_, by, left) => {
    const poll = open(30)
    vi.setSystemTime(Date.now() + by)
    expect(createClock().left('a', poll)).toBe(left)
  })
})
