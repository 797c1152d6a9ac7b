import type { Reaction } from './reactions.ts'

/** Icons of our own as strokes in a box of 24: a head that nods, a laugh, a question, and a snail. */
export const REACTION_ICONS: Record<Reaction, string> = {
  nod:
    'M3 12a7 7 0 1 0 14 0a7 7 0 1 0-14 0M7.5 10.5v.5M12.5 10.5v.5M7 14c1.5 2.5 4.5 2.5 6 0'
    + 'M21 5v14M19 7l2-2l2 2M19 17l2 2l2-2',
  laugh: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M7 10l1.5-2l1.5 2M14 10l1.5-2l1.5 2M7 13.5h10c-.5 5-9.5 5-10 0',
  question: 'M7 8.5c0-6.5 10.5-6.5 10.5 0c0 4-5.25 3.5-5.25 7.5M12.25 20v.5',
  slower:
    'M2 19h15c3 0 4-2 4-5v-3l-1.5-4M21 11l2-3.5M4.5 13a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M10 13a2 2 0 1 1 2 2',
}
