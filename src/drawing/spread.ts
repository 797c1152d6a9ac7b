import { textWidthAnyScript } from './textWidthAnyScript.ts'

/** What somebody said, and who: one row of a spread of opinions. */
export interface Take {
  said: string
  by: string
}

/** Rows that a slide holds at this size; with one there is nothing to spread. */
const [FEWEST, MOST] = [2, 6]
/** px: width of a row, least room between its two texts, and the sizes in which they are set. */
const ROW = { width: 864, gap: 30, said: 32, by: 20 }

/**
 * Checks that each of these fits into its row.
 *
 * @throws {Error} where there are too few or too many, or one is too long
 */
export function checkTakes(takes: readonly Take[]): void {
  if (takes.length < FEWEST || takes.length > MOST)
    throw new Error(`Spread: has ${takes.length} takes; give it ${FEWEST} to ${MOST}.`)
  const long = takes.find(({ said, by }) =>
    textWidthAnyScript(said, ROW.said, true) + ROW.gap + textWidthAnyScript(by, ROW.by) > ROW.width)
  if (long)
    throw new Error(`Spread: “${long.said}” and “${long.by}” do not fit on one line; shorten one of them.`)
}
