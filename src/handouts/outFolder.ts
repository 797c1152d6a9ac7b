import { inRoot } from '../cli/paths.ts'

/** Where handouts and packs are written. */
export const OUT = inRoot('dist', 'handouts')

/** What to do when it cannot be written to. */
export const MAKE_ROOM = 'free that place or disk, then run the command again'
