import type { Card, Score } from './protocol.ts'
import { CARD } from './laterWords.ts'

/** Answers of one degree of sureness, the right ones first. */
export interface CardRow {
  /** Stands before the score, with a colon and a space as the language has them. */
  text: string
  score: string
  /** One an answer: whether it was right. */
  boxes: boolean[]
}

/** The answers that somebody was sure of, and the guesses; a row without answers is left out. */
export function cardRows({ sure, guess }: Card): CardRow[] {
  const rows: [string, Score][] = [[CARD.whenSure, sure], [CARD.whenGuessing, guess]]
  return rows.filter(([, { of }]) => of > 0).map(([text, { right, of }]) => ({
    text,
    score: CARD.score(right, of),
    boxes: Array.from({ length: of }, (_, i) => i < right),
  }))
}

/** The sentence under a card: what the word "sure" was worth to its owner. */
export function formatCard({ of, sure }: Card): string {
  if (of === 0)
    return CARD.none
  if (sure.of === 0)
    return CARD.neverSure
  const wrong = sure.of - sure.right
  if (wrong === 0)
    return CARD.allSure(sure.of)
  return sure.right === 0 ? CARD.noneSure(sure.of) : CARD.someSure(wrong, sure.of)
}

/** A card in one line, for a reader of the deck without a room. */
export function formatOwnCard(card: Card): string {
  const sure = card.sure.of > 0 ? `; when sure, ${CARD.score(card.sure.right, card.sure.of)}` : ''
  return card.of === 0
    ? 'Answer the quizzes of this deck, and your own card stands here.'
    : `Your own card: right ${CARD.score(card.right, card.of)}${sure}. ${formatCard(card)}`
}
