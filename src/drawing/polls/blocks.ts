/** How a bar shows its people: a block for each of them, or one solid block where they are too many to tell apart. */
export interface BlockScale {
  /** From one block to the next, px. */
  pitch: number
  solid: boolean
}

/** With more people than this on a slide, single blocks are a grey haze. */
const MOST_SINGLE = 250
/** Closer than this, blocks run together on a projector; wider than this, a few people look like many. px. */
const [LEAST_PITCH, WIDEST_PITCH] = [3, 40]
/** Between two blocks, px. */
export const GAP_PX = 1.6

const round = (value: number) => Math.round(value * 100) / 100

/** Whether so many people are shown as single blocks, where there is room for them. */
export const areSingle = (people: number): boolean => people > 1 && people <= MOST_SINGLE

/**
 * The scale that all bars of a picture share: the longest fills the width, unless its people are few.
 *
 * @param longest people in the longest bar
 * @param width that it may have, px
 * @param people on the slide in all
 */
export function blockScale(longest: number, width: number, people = longest): BlockScale {
  const pitch = Math.min(WIDEST_PITCH, width / Math.max(1, longest))
  return { pitch, solid: people > MOST_SINGLE || pitch < LEAST_PITCH }
}

/** Length in px of a bar of so many people. */
export function barLength(people: number, { pitch, solid }: BlockScale): number {
  return people === 0 ? 0 : Math.max(2, people * pitch - (solid ? 0 : GAP_PX))
}

/** A bar as path data, from the left end of its top edge. */
export function blocksPath(people: number, height: number, scale: BlockScale): string {
  if (scale.solid || people === 0)
    return people === 0 ? '' : blockAt(0, barLength(people, scale), height)
  return Array.from({ length: people }, (_, i) => blockAt(i * scale.pitch, scale.pitch - GAP_PX, height)).join('')
}

function blockAt(x: number, width: number, height: number): string {
  return `M${round(x)} 0h${round(width)}v${round(height)}h${round(-width)}z`
}
