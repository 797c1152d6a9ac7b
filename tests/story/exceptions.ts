/**
 * Slides with more than 40 words, by title, and why they need them; the walk through the built deck reads it where it
 * is.
 */
export const WORDY: ReadonlyMap<string, string> = new Map([
  ...[
    'Baseline: where do you stand?',
    'Sort the claims before we do',
    'Fermi the bill',
    'Put the lenses together',
    'Leave the page',
    'Same day, three headlines',
    'Policy fishbowl',
  ].map(title => [title, 'instructions that stay on the screen for the length of the exercise'] as const),
  ...[
    'Which card was hardest to place?',
    'Chip shares fell on 27 January 2025. Which explanation is best supported by what we have?',
  ].map(title => [title, 'the options of a vote, which stand for the length of the vote'] as const),
  ['It takes all four lenses to correct the page', 'four headlines with their corrections, a row at each click'],
  ['Move the assumptions, watch the bill', 'a control panel: its labels are looked up one at a time'],
  ...Array.from(
    { length: 14 },
    (_, i) =>
      [
        i === 0 ? 'All our sources, by publisher' : `All our sources, ${i + 1} of 14`,
        'the appendix is for reading afterwards',
      ] as const,
  ),
])
