/**
 * What a slide may do although the checks forbid it in general: each with its reason, and none without. Slides of one
 * story that may have more words stand in tests/story/exceptions.ts.
 */

/** Two things that may lie over each other, by selector. */
export const PILED: readonly (readonly [one: string, other: string, why: string])[] = [
  ['.clipping', '.clipping', 'the title slide is a pile of clippings'],
]

/**
 * Words under a magnifier are not looked at: its rim cuts them off, they are grey around the one that matters, and they
 * stand elsewhere too. A lens's opener lets the handle bleed off the slide.
 */
export const UNDER_GLASS = '.lens-map [clip-path] *, .opener > svg *'

/** Text that may be smaller than 14 pixels, by selector. */
export const SMALL: readonly (readonly [selector: string, why: string])[] = [
  ['footer', 'sources and page number: 12 pixels, there to be looked up and not to be read from the back row'],
  ['.appendix', 'the list of all sources, for whoever checks the deck afterwards'],
]
