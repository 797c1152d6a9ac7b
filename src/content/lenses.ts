import type { LensId } from './evidenceSchema.ts'

export interface Lens {
  id: LensId
  name: string
}

/** The four lenses in the order of the deck. */
export const LENSES: readonly Lens[] = [
  { id: 'technical', name: 'Technical' },
  { id: 'economic', name: 'Economic' },
  { id: 'domestic', name: 'US domestic politics' },
  { id: 'international', name: 'International politics' },
]

/** The lens of an id; undefined for slides outside a lens. */
export function lensOf(id: unknown): Lens | undefined {
  return LENSES.find(lens => lens.id === id)
}

export interface LensTab extends Lens {
  /** How much of the lens has been shown, from 0 to 1. */
  done: number
}

/**
 * How much of each lens has been shown.
 *
 * @param lenses the lens of each slide of the deck, in order; anything else for slides outside a lens
 * @param index of the slide that is shown, from 0
 */
export function lensTabs(lenses: unknown[], index: number): LensTab[] {
  return LENSES.map((lens) => {
    const own = lenses.map((id, i) => id === lens.id ? i : -1).filter(slide => slide >= 0)
    return { ...lens, done: own.length ? own.filter(slide => slide <= index).length / own.length : 0 }
  })
}
