import type { ClockState } from '../../src/content/exerciseClock.ts'
import { describe, expect, it } from 'vitest'
import { countdownOf } from '../../src/composables/useCountdown.ts'
import {
  dueStep,
  extendClock,
  formatTimeLeft,
  msLeft,
  parseClock,
  pressClock,
} from '../../src/content/exerciseClock.ts'

const TOTAL = 25 * 60_000

describe('the clock of an exercise', () => {
  it('does not run until it is started', () => {
    expect(msLeft({ left: TOTAL }, 1e12)).toBe(TOTAL)
  })

  it('pauses, and resumes where it stopped', () => {
    const started = pressClock({ left: TOTAL }, 1000, TOTAL)
    expect(msLeft(started, 61_000)).toBe(TOTAL - 60_000)
    const still = pressClock(started, 61_000, TOTAL)
    expect(msLeft(still, 9_999_000)).toBe(TOTAL - 60_000)
    const again = pressClock(still, 9_999_000, TOTAL)
    expect(msLeft(again, 10_000_000)).toBe(TOTAL - 61_000)
  })

  it('ends at zero, and restarts at the next press', () => {
    const started: ClockState = { left: TOTAL, since: 0 }
    expect(msLeft(started, TOTAL + 5)).toBe(0)
    expect(pressClock(started, TOTAL + 5, TOTAL)).toEqual({ left: TOTAL })
  })

  it('gets another minute, running or not, and keeps it through a pause and a reload', () => {
    expect(extendClock({ left: TOTAL }, 7)).toEqual({ left: TOTAL + 60_000, added: 60_000 })
    const longer = extendClock({ left: 5000, since: 1000 }, 3000)
    expect(longer).toEqual({ left: 63_000, since: 3000, added: 60_000 })
    const still = pressClock(longer, 4000, TOTAL)
    expect(still).toEqual({ left: 62_000, added: 60_000 })
    const whole = extendClock({ left: TOTAL }, 7)
    expect(parseClock(JSON.stringify(whole), 9, TOTAL)).toEqual(whole)
  })

  it('runs again with another minute after its end', () => {
    expect(extendClock({ left: 5000, since: 0 }, 9000)).toEqual({ left: 60_000, since: 9000, added: 60_000 })
  })

  it('gets an hour more at most', () => {
    expect(extendClock({ left: 1, added: 3_600_000 }, 0)).toEqual({ left: 1, added: 3_600_000 })
  })

  it('keeps its time when the clock of the device is set back', () => {
    expect(msLeft({ left: 5000, since: 10_000 }, 9000)).toBe(5000)
  })

  it.each<[what: string, text: string | null, state: ClockState]>([
    ['nothing', null, { left: TOTAL }],
    ['what is no JSON', '{', { left: TOTAL }],
    ['null', 'null', { left: TOTAL }],
    ['text for a number', '{"left":"5"}', { left: TOTAL }],
    ['more than there is', `{"left":${TOTAL + 1}}`, { left: TOTAL }],
    ['less than nothing', '{"left":-1}', { left: TOTAL }],
    ['a clock that stands', '{"left":5000}', { left: 5000 }],
    ['a clock that runs', '{"left":5000,"since":99000}', { left: 5000, since: 99_000 }],
    ['one that ended a while ago', '{"left":5000,"since":-1000000}', { left: 5000, since: -1_000_000 }],
    ['one of yesterday', '{"left":5000,"since":-86400000}', { left: TOTAL }],
  ])('reads %s', (_, text, state) => {
    expect(parseClock(text, 100_000, TOTAL)).toEqual(state)
  })
})

it.each([
  [0, 0],
  [119_999, 0],
  [120_000, 1],
  [599_999, 1],
  [600_000, 2],
  [1e9, 2],
])('after %i ms step %i is due', (elapsed, step) => {
  expect(
    dueStep(
      [
        { name: 'Guess', minutes: 2 },
        { name: 'Compute', minutes: 8 },
        { name: 'List', minutes: 8 },
      ],
      elapsed,
    ),
  ).toBe(step)
})

it.each([
  [25 * 60, ''],
  [5 * 60 + 1, ''],
  [5 * 60, 'A fifth of the time is left'],
  [75, 'A twentieth of the time is left'],
  [30, 'Half a minute left'],
  [10, '10 seconds left'],
  [1, '10 seconds left'],
  [0, 'Time is over'],
])('with %i seconds of 25 minutes left one hears %j', (left, says) => {
  expect(formatTimeLeft(countdownOf(left * 1000, 25 * 60_000))).toBe(says)
})
