import { describe, expect, it } from 'vitest'
import { stepsOf } from '../../../src/polls/kinds/estimate/stepping.ts'

describe('the buttons beside an estimate', () => {
  it.each([
    [{ min: 1, max: 10_000, log: true }, 100, [['÷10', 10], ['−10%', 90], ['+10%', 110], ['×10', 1000]]],
    [{ min: 0, max: 100, log: false }, 50, [['−10', 40], ['−1', 49], ['+1', 51], ['+10', 60]]],
    [{ min: 0, max: 1, log: false }, 0.3, [['−0.1', 0.2], ['−0.01', 0.29], ['+0.01', 0.31], ['+0.1', 0.4]]],
    [
      { min: 0, max: 50_000, log: false },
      0,
      [['−10,000', -10_000], ['−1,000', -1000], ['+1,000', 1000], ['+10,000', 10_000]],
    ],
  ])('on %j move %d to %j', (poll, value, moved) => {
    const steps = stepsOf(poll).map(({ text, from }) => [text, Number(from(value).toPrecision(12))])
    expect(steps).toEqual(moved)
  })
})
