import type { SlideView } from './visible.ts'
import { closest } from './visible.ts'

/**
 * Sources have titles of their own, headlines quote what was said, pictures draw the ledger by themselves, the cost
 * model and an area to scale compute, an axis counts.
 */
const NOT_STATED
  = 'footer, .said h1, .clipping, svg, .bill-model, .true-area :is(.says, .scale), .tick, .mermaid, .appendix, .poll'

/** What the slide says in words and numbers of its own. */
export function statedTexts({ texts }: SlideView): string[] {
  return texts.filter(text => !closest(text.block, NOT_STATED)).map(text => text.text)
}
