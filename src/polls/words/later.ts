/* The language of a deck, as in `first.ts`: what the second part of the phone page needs. */
export { LATER } from './en.ts'
