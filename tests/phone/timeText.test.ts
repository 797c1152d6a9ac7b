import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countdownOf } from '../../src/composables/useCountdown.ts'
import { formatClockStatus, formatTimeLeft } from '../../src/phone/timeText.ts'

describe('the text of the clock', () => {
  it.each([
    [60, 60, false, '1:00 left'],
    [13, 60, false, '0:13 left'],
    [12, 60, false, 'Only 0:12 left'],
    [3, 60, false, 'Last seconds: 0:03'],
    [0, 60, false, 'Closing…'],
    [60, 60, true, 'Talk it over with your neighbour: 1:00'],
    [3, 60, true, 'Talk it over with your neighbour: 0:03'],
    [0, 60, true, 'Talk it over with your neighbour'],
  ])('with %d of %d seconds, talking %s: %s', (left, total, talking, says) => {
    expect(formatClockStatus(countdownOf(left * 1000, total * 1000), talking)).toBe(says)
  })
})

describe('what a screen reader hears of the clock', () => {
  it.each([
    [30, 31, '30 seconds left.'],
    [29, 32, '29 seconds left.'],
    [30, 30, undefined],
    [10, 11, '10 seconds left.'],
    [9, 40, '9 seconds left.'],
    [20, 21, undefined],
    [60, 5, '60 seconds left.'],
    [0, 1, ''],
    [undefined, 5, ''],
    [30, undefined, '30 seconds left.'],
  ])('at %s seconds after %s: %j', (now, before, says) => {
    expect(formatTimeLeft(now, before)).toBe(says)
  })

  it('is the start and at most two marks, at any ticks, and always the true time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 100 }),
        (first, steps) => {
          const seconds = steps.reduce((before, step) => [...before, Math.max(0, (before.at(-1) ?? 0) - step)], [first])
          const told = seconds
            .map((now, i) => ({ now, says: formatTimeLeft(now, seconds[i - 1]) }))
            .filter(({ says }) => says)
          expect(told.length).toBeLessThanOrEqual(3)
          for (const { now, says } of told) expect(says).toBe(now === 1 ? '1 second left.' : `${now} seconds left.`)
        },
      ),
    )
  })
})
