import type { CardSet } from './cards.ts'
import type { Edition } from './editions.ts'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readCards } from './cards.ts'
import { EDITIONS, SOURCE_OF } from './editions.ts'
import { LENS_IDS } from './evidenceSchema.ts'
import { SPARE, TRACK_IDS } from './tracks.ts'
import { ContentError, readFrontmatter } from './yamlFile.ts'

/** The schema of an exercise's frontmatter. */

const text = z.string({ error: 'must be text' }).trim().min(1, 'must not be empty')

/** Folder inside `exercises/` for documents of the whole kit; it is not an exercise. */
export const KIT = 'kit'

/** File of an exercise's cards; optional. */
export const CARDS = 'cards.yaml'

/** All four lenses. */
const ALL = 'all'
const LENSES = [...LENS_IDS, ALL] as const
const TRACK_OR_SPARE = [...TRACK_IDS, SPARE] as const

const handout = z.strictObject({
  title: text,
  /** What to do, in a sentence; shown on the exercise's slide. */
  task: text,
  lens: z.enum(LENSES, { error: `must be one of ${LENSES.join(', ')}` }),
  /** The shortest track that includes it; must be the same as on its slide. */
  track: z.enum(TRACK_OR_SPARE, { error: `must be one of ${TRACK_OR_SPARE.join(', ')}` }),
  /** Who works together, such as `3 people`. */
  group: text,
  steps: z
    .array(z.strictObject({ name: text, minutes: z.number({ error: 'must be a number of minutes' }).positive() }))
    .min(1, 'needs at least one step'),
  objectives: z.array(text).min(1, 'needs at least one objective'),
  materials: z.array(text),
  /** Ids of the polls that belong to it, in the order in which they are asked. */
  polls: z.array(text),
})

const facilitator = z.strictObject({ title: text })

export interface Exercise extends z.infer<typeof handout> {
  /** Name of the folder, such as `04-fermi-the-bill`. */
  slug: string
  titles: Record<Edition, string>
  /** Cards to cut out, if the exercise has a `cards.yaml`. */
  cards?: CardSet
}

/**
 * Reads all exercises in the order of their folders.
 *
 * @param folder path of `exercises/`
 * @throws {ContentError} for a missing file or a bad field
 */
export function readExercises(folder: string): Exercise[] {
  if (!existsSync(folder))
    throw new ContentError(`exercises/ is missing at ${folder}; restore it from the repository.`)
  return readdirSync(folder, { withFileTypes: true })
    .filter(name => name.isDirectory() && name.name !== KIT)
    .map(name => name.name)
    .sort()
    .map((slug) => {
      const path = (edition: Edition) => join(folder, slug, SOURCE_OF[edition])
      const missing = EDITIONS.find(name => !existsSync(path(name)))
      if (missing) {
        throw new ContentError(
          `exercises/${slug}: ${SOURCE_OF[missing]} is missing; an exercise needs a handout and a facilitator page.`,
        )
      }
      const own = readFrontmatter(path('participant'), handout, `exercises/${slug}/handout.md`)
      const guide = readFrontmatter(path('facilitator'), facilitator, `exercises/${slug}/facilitator.md`)
      const cards = join(folder, slug, CARDS)
      return {
        ...own,
        slug,
        ...(existsSync(cards) && { cards: readCards(cards, `exercises/${slug}/${CARDS}`) }),
        titles: { participant: own.title, facilitator: guide.title },
      }
    })
}
