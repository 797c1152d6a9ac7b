/**
 * Large print: 18 points instead of 10, on paper that lies on its side so that tables keep their columns. Styles are in
 * `styles/handout.css`.
 */

/** The end of the address of a document in large print, and of its name. */
export const LARGE = 'large'

/** The name of a handout in large print. */
export function largeName(name: string): string {
  return `${name}-${LARGE}`
}

/** Whether a handout of this name is in large print. */
export function isLargeName(name: string): boolean {
  return name.endsWith(`-${LARGE}`)
}
