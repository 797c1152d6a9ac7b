/*
 * The second part of the page, a script of its own: what a phone needs only once there are results, or a question of
 * another kind than the commonest, or reactions. `usePart.ts` gets it.
 */
export { default as Ballot } from '../polls/ballot/Ballot.vue'
export { addFonts } from './addFonts.ts'
export { default as Card } from './Card.vue'
export { default as Reactions } from './Reactions.vue'
export { default as Results } from './Results.vue'
