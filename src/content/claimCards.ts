import type { Exercise } from './exercises.ts'

/** Ids of the claims that an exercise has cards for, in the order of the cards. */
export function claimCardsOf({ cards }: Pick<Exercise, 'cards'>): string[] {
  return cards?.cards.flatMap(card => 'claim' in card ? [card.claim] : []) ?? []
}

/** Whether an exercise has a card for a claim. */
export function hasCardOf(exercise: Pick<Exercise, 'cards'>, id: string): boolean {
  return claimCardsOf(exercise).includes(id)
}
