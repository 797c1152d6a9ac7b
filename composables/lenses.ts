import type { LensId } from './evidenceSchema.ts'

export interface Lens {
  id: LensId
  name: string
}

/** The four lenses in the order in which the deck walks through them. */
export const LENSES: readonly Lens[] = [
  { id: 'technical', name: 'Technical' },
  { id: 'economic', name: 'Economic' },
  { id: 'domestic', name: 'US domestic politics' },
  { id: 'international', name: 'International politics' },
]

export function lensOf(id: unknown): Lens | undefined {
  return LENSES.find(it => it.id === id)
}
