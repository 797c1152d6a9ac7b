/**
 * What a slide may do although the checks forbid it in general: each with its reason, and none without. Slides of one
 * story that may have more words stand in tests/story/exceptions.ts.
 */

/** Two things that may lie over each other, by selector. */
export const PILED: readonly (readonly [one: string, other: string, why: string])[] = [
  ['.clipping', '.clipping', 'the title slide is a pile of clippings'],
  ['.sheet', 'ins', 'the editor writes a correction close above the word that it strikes'],
]

/** Drawings that may go on past the edges of the slide that they fill; their words may not. */
export const BLEEDING = '.bleed svg, .bleed svg *'

/**
 * Words under a magnifier are not looked at: its rim cuts them off, they are grey around the one that matters, and they
 * stand elsewhere too. A lens's opener lets the handle bleed off the slide, and has a page of headlines behind: hardly
 * darker than the ground, it is a pattern and not there to be read.
 */
export const UNDER_GLASS = '.lens-map [clip-path] *, .opener .handle, .opener .page, .opener .page *'

/** The least size of text on a slide of 980 × 552, px: what the back row reads. */
export const LEAST_PX = 18

/** Text that may be smaller, by selector, with its own least size in px. */
export const SMALL: readonly (readonly [selector: string, least: number, why: string])[] = [
  ['.kicker', 17, 'the line above a title, which helps and says nothing of its own'],
  ['.tick, .bill-usd, .timeline .cell text, .voice-quiet[font-size="17"]', 17, 'ticks of an axis'],
  ['.turned-label .note', 13, 'what a label is taken from, on the line of the sources'],
  ['svg .foot', 17, 'a line in a chart that says where its scale starts'],
  ['footer', 13, 'sources and page number, there to be looked up and not to be read from the back row'],
  ['.appendix', 12, 'the list of all sources, for whoever checks the deck afterwards'],
]
