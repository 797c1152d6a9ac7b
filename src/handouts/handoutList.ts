import type { Exercise } from '../content/exercises.ts'
import type { KitDocument } from './kitDocuments.ts'
import { EDITIONS } from '../content/editions.ts'
import { KIT_DOCUMENTS } from './kitDocuments.ts'

export interface HandoutLink {
  name: string
  /** Address of its preview. */
  route: string
}

/** Every handout that there is: those of the exercises in their order, then those of the kit. */
export function listHandouts(exercises: Exercise[]): {
  sheets: { exercise: Exercise, links: HandoutLink[] }[]
  kit: KitDocument[]
} {
  const sheets = exercises.map((exercise) => {
    const { cards, mat, pages, slips } = exercise
    const kinds = [
      ...EDITIONS,
      ...(cards ? ['cards'] : []),
      ...(mat ? ['mat', 'mat-in-two'] : []),
      ...(pages ? ['pages'] : []),
      ...slips.map(slip => slip.file),
    ]
    return { exercise, links: kinds.map(name => ({ name, route: `/handouts/${exercise.slug}/${name}` })) }
  })
  return { sheets, kit: Object.values(KIT_DOCUMENTS).sort((a, b) => a.listPlace - b.listPlace) }
}
