import { LATER } from './words/later.ts'

/* What results and reactions on a phone say, as `phoneWords.ts` for what it says at once. */

export const { CARD, REACTION_WORDS, RESULTS } = LATER
