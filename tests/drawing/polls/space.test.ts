import type { TitleState } from '../../../src/drawing/polls/space.ts'
import { describe, expect, it } from 'vitest'
import { pollSpace, titleSize, titleWidth } from '../../../src/drawing/polls/space.ts'
import { lineCount } from '../../../src/drawing/textWidthAnyScript.ts'
import { textOf } from '../../polls/support/drawnPolls.ts'

/** As polls.yaml may have it. */
const MAX_QUESTION = 140
const STATES: TitleState[] = ['asked', 'answered', 'alone']

describe.each(STATES)('a question that is %s', (state) => {
  it('is set smaller where it is long, and leaves the picture most of the slide', () => {
    for (let length = 1; length <= MAX_QUESTION; length++) {
      const question = textOf(length)
      const [size, { width, height }] = [titleSize(question, state), pollSpace(question, state)]
      const lines = lineCount(question, titleWidth(state), size, true)
      expect(lines * size * 1.06 + height).toBeLessThanOrEqual(442)
      expect(width).toBe(titleWidth(state))
      expect(height).toBeGreaterThanOrEqual(state === 'asked' ? 240 : 270)
    }
  })
})

it('has room beside the code while the room votes, and the whole slide with the results', () => {
  expect(STATES.map(titleWidth)).toEqual([656, 868, 868])
})

it('leaves less where words stand between', () => {
  expect(pollSpace('How many?', 'answered', 30).height).toBe(pollSpace('How many?', 'answered').height - 30)
})
