import { expect, it } from 'vitest'
import { COLUMN_PX, spaceBelowTitle, titleSize } from '../../../src/drawing/polls/space.ts'
import { lineCount } from '../../../src/drawing/textWidthAnyScript.ts'
import { textOf } from '../../polls/support/drawnPolls.ts'

/** As polls.yaml may have it. */
const MAX_QUESTION = 140

it.each<[what: string, question: string, height: number]>([
  ['one line leaves as much as a picture takes', 'How many?', 350],
  ['two lines', 'DeepSeek, January 2025. Which words come first?', 330],
  ['three lines', 'How many of DeepSeek’s traced researchers never studied or worked abroad?', 286],
])('under a question of %s', (_, question, height) => {
  expect(spaceBelowTitle(question)).toEqual({ width: 580, height })
})

it('leaves room for the question, whose type is smaller where it is long', () => {
  for (let length = 1; length <= MAX_QUESTION; length++) {
    const question = textOf(length)
    const [size, { height }] = [titleSize(question), spaceBelowTitle(question)]
    expect(size).toBe(lineCount(question, COLUMN_PX, 42, true) <= 3 ? 42 : 34)
    expect(lineCount(question, COLUMN_PX, size, true) * size * 1.06 + 20 + height).toBeLessThanOrEqual(440)
    expect(height).toBeGreaterThanOrEqual(210)
  }
})

it('is never less than what a picture needs', () => {
  expect(spaceBelowTitle(textOf(300)).height).toBe(180)
})
