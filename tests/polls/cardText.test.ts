import type { Card, Score } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { cardRows, formatCard, formatOwnCard } from '../../src/polls/cardText.ts'

const NONE: Score = { right: 0, of: 0 }
const card = (sure: Score, guess = NONE): Card =>
  ({ right: sure.right + guess.right, of: sure.of + guess.of, sure, guess })

describe('the sentence on a card', () => {
  it.each<[sure: Score, guess: Score, text: string]>([
    [NONE, NONE, 'You answered none of the quizzes, so there is nothing on your card. That is no mistake either.'],
    [NONE, { right: 2, of: 3 }, 'You never said that you were sure. Nothing here can have fooled you.'],
    [{ right: 1, of: 1 }, NONE, 'You were sure once, and right. Once proves little.'],
    [{ right: 4, of: 4 }, NONE, 'You were sure 4 times, and right each time.'],
    [{ right: 2, of: 2 }, NONE, 'You were sure 2 times, and right each time.'],
    [{ right: 0, of: 1 }, NONE, 'You were sure once, and wrong. Once proves little.'],
    [{ right: 0, of: 3 }, NONE, 'You were sure 3 times, and wrong each time. Good to know.'],
    [{ right: 3, of: 4 }, { right: 2, of: 4 }, 'Your “sure” is worth something: it fooled you only once in 4.'],
    [{ right: 3, of: 5 }, NONE, 'Your “sure” is worth something: it fooled you only 2 times in 5.'],
    [{ right: 1, of: 4 }, NONE, 'Your “sure” fooled you 3 times in 4. Ask it for its sources.'],
  ])('sure %j, guessed %j', (sure, guess, text) => {
    expect(formatCard(card(sure, guess))).toBe(text)
  })
})

it('a card has a row for what was said, the right ones first', () => {
  expect(cardRows(card({ right: 1, of: 2 }))).toEqual([
    { text: 'When you were sure: ', score: '1 of 2', boxes: [true, false] },
  ])
  expect(cardRows(card({ right: 1, of: 2 }, { right: 0, of: 1 }))).toHaveLength(2)
  expect(cardRows(card(NONE))).toEqual([])
})

it('a reader without a room has a card in one line', () => {
  expect(formatOwnCard(card(NONE))).toBe('Answer the quizzes of this deck, and your own card stands here.')
  expect(formatOwnCard(card({ right: 3, of: 4 }, { right: 2, of: 4 }))).toBe(
    'Your own card: right 5 of 8; when sure, 3 of 4. Your “sure” is worth something: it fooled you only once in 4.',
  )
})
