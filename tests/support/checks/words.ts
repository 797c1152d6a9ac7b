import type { SlideView } from './visible.ts'
import { closest } from './visible.ts'

/** Tables and charts are looked up and not read out; the frame is on every slide. */
const NOT_COUNTED = [
  'table, svg, .cards, .plate, .series-chart, .spread, .series, [role=img]',
  'footer, .kicker, .invitation, .door, .join-column, .note',
].join(', ')

/** Words on the slide as it stands. */
export function countWords({ texts }: SlideView): number {
  return texts
    .filter(text => !closest(text.block, NOT_COUNTED))
    .flatMap(text => text.text.split(/\s+/))
    .filter(text => /[\p{L}\p{N}]/u.test(text))
    .length
}
