import { expect, it } from 'vitest'
import { spaceUnder } from '../../../composables/results/space.ts'
import { textOf } from './polls.ts'

it.each<[what: string, question: string, height: number]>([
  ['one line leaves as much as a picture takes', 'How many?', 350],
  ['two lines', 'DeepSeek, January 2025. Which words come first?', 330],
  ['three lines', 'How many of DeepSeek’s traced researchers never studied or worked abroad?', 286],
])('under a question of %s', (_, question, height) => {
  expect(spaceUnder(question)).toEqual({ width: 580, height })
})

it('is less the longer the question, down to what a picture needs', () => {
  const heights = Array.from({ length: 14 }, (_, i) => spaceUnder(textOf((i + 1) * 10)).height)
  expect(heights).toEqual([...heights].sort((a, b) => b - a))
  expect(spaceUnder(textOf(300)).height).toBe(180)
})
