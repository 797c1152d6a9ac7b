/** What a slide may do although the checks forbid it in general: each with its reason, and none without. */

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

/** Slides with more than 40 words, by title, and why they need them. */
export const WORDY: ReadonlyMap<string, string> = new Map([
  ...['Baseline: where do you stand?', 'Sort the claims before we do', 'Fermi the bill', 'Put the lenses together', 'Leave the page', 'Same day, three headlines', 'Policy fishbowl']
    .map(title => [title, 'instructions that stay on the screen for the length of the exercise'] as const),
  ...['Which card was hardest to place?', 'Chip shares fell on 27 January 2025. Which explanation is best supported by what we have?']
    .map(title => [title, 'the options of a vote, which stand for the length of the vote'] as const),
  ['Move the assumptions, watch the bill', 'a control panel: its labels are looked up one at a time'],
  ...Array.from({ length: 7 }, (_, i) => [i === 0 ? 'All our sources, by publisher' : `All our sources, ${i + 1} of 7`, 'the appendix is for reading afterwards'] as const),
])
