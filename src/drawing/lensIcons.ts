import type { LensId } from '../content/evidenceSchema.ts'

/** The icon of each lens, as strokes on a grid of 24 × 24: a chip, a falling price, a dome, a globe. */
export const LENS_STROKES: Readonly<Record<LensId, string>> = {
  technical:
    'M6 6h12v12H6z M10 10h4v4h-4z M9 2.5V6 M15 2.5V6 M9 18v3.5 M15 18v3.5 M2.5 9H6 M2.5 15H6 M18 9h3.5 M18 15h3.5',
  economic: 'M3 3v18h18 M6.5 8l4 4.5 3.5-3 6 7 M20 12v4.5h-4.5',
  domestic: 'M12 2v3 M6 12a6 6.5 0 0 1 12 0 M4 12h16 M6.5 12v6 M10.2 12v6 M13.8 12v6 M17.5 12v6 M3.5 18h17 M2 21.5h20',
  international:
    'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19z M12 2.5c-5.5 5-5.5 14 0 19 M12 2.5c5.5 5 5.5 14 0 19'
    + ' M2.5 12h19 M4.2 7h15.6 M4.2 17h15.6',
}
