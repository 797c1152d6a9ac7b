/* The language of a deck. The build of the phone page puts that of each phone in its place. */
export { FIRST } from './en.ts'
