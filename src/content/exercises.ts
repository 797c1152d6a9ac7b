import type { CardSet } from './cards.ts'
import type { Edition } from './editions.ts'
import type { Mat } from './mat.ts'
import type { SourcePages } from './sourcePages.ts'
import { existsSync, globSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readCards } from './cards.ts'
import { sharedBy } from './copies.ts'
import { EDITIONS, SOURCE_OF } from './editions.ts'
import { LENS_IDS } from './evidenceSchema.ts'
import { readMat } from './mat.ts'
import { minutesOf } from './minutes.ts'
import { readSourcePages } from './sourcePages.ts'
import { SPARE, TRACK_IDS } from './tracks.ts'
import { ContentError, readFrontmatter } from './yamlFile.ts'

/** The schema of an exercise's frontmatter. */

const text = z.string({ error: 'must be text' }).trim().min(1, 'must not be empty')

/** Name of an exercise's folder. */
const SLUG = /^\d{2,}-[a-z0-9-]+$/

/** Folder inside `exercises/` for documents of the whole kit; it is not an exercise. */
export const KIT = 'kit'

/** File of an exercise's cards; optional. */
export const CARDS = 'cards.yaml'

/** File of a mat on which cards are laid; optional. */
export const MAT = 'mat.yaml'

/** File of source pages, each with a design of its own; optional. */
export const SOURCE_PAGES = 'pages.yaml'

/** Folder of the papers that are handed out later than the sheet. */
export const SLIPS = 'slips'

/** All four lenses. */
const ALL = 'all'
const LENSES = [...LENS_IDS, ALL] as const
const TRACK_OR_SPARE = [...TRACK_IDS, SPARE] as const

/** Ends of the names of an exercise's other papers. */
const PAPERS: readonly string[] = [...EDITIONS, 'cards', 'mat', 'mat-in-two', 'pages']

/** A paper that is kept back until its minute: read too early, it would spoil the exercise. */
const slip = z.strictObject({
  /** Name of its file in `slips/`, without the ending. */
  file: z
    .string({ error: 'must be text' })
    .regex(/^[a-z][a-z-]*$/, 'must be lower-case letters and hyphens')
    .refine(file => !PAPERS.includes(file), `must be none of ${PAPERS.join(', ')}, which are papers of their own`),
  title: text,
  /** When it is handed out, such as `Minute 6`. */
  when: text,
  /** How many are needed, such as `One for each pair`. */
  copies: text,
  /** The same for the print plan. */
  sharedBy,
  /** Whether its sheet is cut into several. */
  cut: z.boolean({ error: 'must be true or false' }).default(false),
})

/** It stands in the running head, beside the deck's. */
const title = text.max(70, 'must be at most 70 characters, to fit the head of a page')

const handout = z.strictObject({
  title,
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
  /** Whether its sheet is turned over or given away, and so lies by itself and not in the booklet of a track. */
  separate: z.boolean({ error: 'must be true or false' }).default(false),
  /** Of its cards, its mat and its source pages: one set for a table, for the print plan. */
  sharedBy: sharedBy.optional(),
  /** Papers for later, each a file in `slips/`. */
  slips: z
    .array(slip)
    .refine(slips => areDistinct(slips.map(({ file }) => file)), 'has a file twice; name each once')
    .default([]),
  /** What goes first when time is short, and how many minutes that saves. */
  cut: z.strictObject({ what: text, saves: z.number({ error: 'must be a number of minutes' }).positive() }).optional(),
  /** Ids of the polls that belong to it, in the order in which they are asked. */
  polls: z.array(text).refine(areDistinct, 'names a poll twice; name each once'),
}).refine(({ steps, cut }) => !cut || cut.saves < minutesOf({ steps }), {
  path: ['cut', 'saves'],
  error: 'must be less than all steps take together',
})

const facilitator = z.strictObject({ title })

function areDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}

export type Slip = z.infer<typeof slip>

export interface Exercise extends z.infer<typeof handout> {
  /** Name of the folder, such as `04-fermi-the-bill`. */
  slug: string
  titles: Record<Edition, string>
  /** Cards to cut out, if the exercise has a `cards.yaml`. */
  cards?: CardSet
  /** The mat for its cards, if the exercise has a `mat.yaml`. */
  mat?: Mat
  /** Pages of sources, if the exercise has a `pages.yaml`. */
  pages?: SourcePages
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
    .filter(({ name }) => statSync(join(folder, name)).isDirectory() && name !== KIT && !name.startsWith('.'))
    .map(name => name.name)
    .sort()
    .map(slug => readExercise(folder, slug))
}

function readExercise(folder: string, slug: string): Exercise {
  if (!SLUG.test(slug)) {
    throw new ContentError(
      `exercises/${slug}: the folder’s name is part of addresses and files, so it must be lower-case letters, digits `
      + 'and hyphens, with its number first; rename it, such as 08-my-exercise.',
    )
  }
  const path = (edition: Edition) => join(folder, slug, SOURCE_OF[edition])
  const missing = EDITIONS.find(name => !existsSync(path(name)))
  if (missing) {
    throw new ContentError(
      `exercises/${slug}: ${SOURCE_OF[missing]} is missing; an exercise needs a handout and a facilitator page.`,
    )
  }
  const own = readFrontmatter(path('participant'), handout, `exercises/${slug}/handout.md`)
  const guide = readFrontmatter(path('facilitator'), facilitator, `exercises/${slug}/facilitator.md`)
  const lost = own.slips.find(({ file }) => !existsSync(join(folder, slug, SLIPS, `${file}.md`)))
  if (lost) {
    throw new ContentError(
      `exercises/${slug}: ${SLIPS}/${lost.file}.md is missing; add it, or mend slips in handout.md.`,
    )
  }
  const unlisted = globSync(`${SLIPS}/*.md`, { cwd: join(folder, slug) })
    .find(file => !own.slips.some(slip => file === join(SLIPS, `${slip.file}.md`)))
  if (unlisted) {
    throw new ContentError(
      `exercises/${slug}/${unlisted.replaceAll('\\', '/')}: is not in slips of handout.md, so nobody would print it; `
      + 'add it there, or delete it.',
    )
  }
  const optional = <T>(file: string, read: (path: string, name: string) => T) =>
    existsSync(join(folder, slug, file)) ? read(join(folder, slug, file), `exercises/${slug}/${file}`) : undefined
  const cards = optional(CARDS, readCards)
  const mat = optional(MAT, readMat)
  const pages = optional(SOURCE_PAGES, readSourcePages)
  if ((cards || mat || pages) && own.sharedBy === undefined) {
    throw new ContentError(
      `exercises/${slug}/handout.md: sharedBy is missing; say how many people share a set of what lies on the tables, `
      + 'such as 4, or room.',
    )
  }
  return {
    ...own,
    slug,
    ...(cards && { cards }),
    ...(mat && { mat }),
    ...(pages && { pages }),
    titles: { participant: own.title, facilitator: guide.title },
  }
}
