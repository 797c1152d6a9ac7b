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
  ...[
    'New methods that anyone may read. On some tests as good as the best then on sale, '
    + 'and never built for six million dollars.',
    'As we read it, the market marked down a belief: that AI needs ever more machines. The spending went on.',
    'DeepSeek did not settle whether the controls work. Washington acted all the same.',
    'No ministry made it, though it fits a long national push. The talent is home-grown; the best chips are not.',
  ].map(title => [title, 'the article’s bottom line, ours, and the claim that was checked'] as const),
  ['The next headline is yours', 'the five questions, which people photograph'],
  ['It takes all four lenses to correct the page', 'four headlines with their corrections, a row at each click'],
  ['Change one assumption and the bill moves', 'a control panel: its labels are looked up one at a time'],
  ...Array.from(
    { length: 14 },
    (_, i) =>
      [
        i === 0 ? 'All our sources, by publisher' : `All our sources, ${i + 1} of 14`,
        'the appendix is for reading afterwards',
      ] as const,
  ),
])
