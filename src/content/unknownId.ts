import { nearest } from './nearest.ts'

export interface UnknownId {
  /** What it should be the id of. */
  what: string
  id: string
  /** Where that would have to stand. */
  file: string
  /** The ids that there are. */
  known: Iterable<string>
}

/** Shorter ids, such as T07, are all like one another. */
const LEAST = 4

/**
 * The sentence on an id that nothing has, the same on a slide, in the terminal and in `npm run check`. It begins in
 * lower case, to stand after a place.
 */
export function formatUnknownId({ what, id, file, known }: UnknownId): string {
  const meant = id.length < LEAST ? undefined : nearest(id, known)
  return `there is no ${what} "${id}" in ${file}; ${meant === undefined ? 'mend the id' : `write ${meant}`} `
    + 'or add the entry.'
}

/** The error of looking for an id that nothing has. */
export function unknownId(unknown: UnknownId): Error {
  const text = formatUnknownId(unknown)
  return new Error(`${text.charAt(0).toUpperCase()}${text.slice(1)}`)
}
