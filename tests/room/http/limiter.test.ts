import { describe, expect, it } from 'vitest'
import { createLimiter } from '../../../src/room/http/limiter.ts'

const T0 = 1_000_000

/** The waits of `n` calls at the same moment. */
const calls = (limiter: ReturnType<typeof createLimiter>, n: number, now: number, voter = 'ann') =>
  Array.from({ length: n }, () => limiter(voter, now))

describe('createLimiter', () => {
  it('lets a burst through and then says how long to wait for the next', () => {
    expect(calls(createLimiter(3, 2), 5, T0)).toEqual([0, 0, 0, 500, 500])
  })

  it.each([
    { name: 'half-way', after: 250, waits: [250] },
    { name: 'exactly when it said', after: 500, waits: [0, 500] },
    { name: 'after two refills', after: 1000, waits: [0, 0, 500] },
    { name: 'after a long pause: the burst, no more', after: 3_600_000, waits: [0, 0, 0, 500] },
    { name: 'with a clock set back: no new tokens', after: -60_000, waits: [500] },
  ])('refills: $name', ({ after, waits }) => {
    const limiter = createLimiter(3, 2)
    calls(limiter, 3, T0)
    expect(calls(limiter, waits.length, T0 + after)).toEqual(waits)
  })

  it('does not let refused calls postpone the next token', () => {
    const limiter = createLimiter(1, 1)
    limiter('ann', T0)
    // Tenths do not add up exactly in binary, so a millisecond of rounding is allowed.
    for (let ms = 100; ms < 1000; ms += 100)
      expect(Math.abs(limiter('ann', T0 + ms) - (1000 - ms))).toBeLessThanOrEqual(1)
    expect(limiter('ann', T0 + 1001)).toBe(0)
  })

  it('allows so many a second in the long run', () => {
    const limiter = createLimiter(20, 2)
    let passed = 0
    for (let ms = 0; ms < 60_000; ms += 10)
      passed += limiter('ann', T0 + ms) === 0 ? 1 : 0
    expect(passed).toBeGreaterThanOrEqual(139)
    expect(passed).toBeLessThanOrEqual(140)
  })

  it('counts each voter alone', () => {
    const limiter = createLimiter(2, 2)
    expect(calls(limiter, 3, T0, 'ann')).toEqual([0, 0, 500])
    expect(calls(limiter, 3, T0, 'bob')).toEqual([0, 0, 500])
  })

  it('keeps empty buckets when a crowd makes it forget full ones', () => {
    const limiter = createLimiter(2, 1)
    for (let i = 0; i < 20_000; i++)
      limiter(`early ${i}`, T0)
    calls(limiter, 2, T0 + 1500, 'ann')
    // Early buckets are full again and are forgotten; Ann's is not full and is kept.
    expect(limiter('bob', T0 + 2001)).toBe(0)
    expect(limiter('ann', T0 + 2001)).toBe(499)
    expect(calls(limiter, 3, T0 + 2001, 'early 7')).toEqual([0, 0, 1000])
  })

  it('uses the machine’s clock by default', () => {
    const limiter = createLimiter(1, 0.001)
    expect(limiter('ann')).toBe(0)
    expect(limiter('ann', Date.now())).toBeGreaterThan(900_000)
  })
})
