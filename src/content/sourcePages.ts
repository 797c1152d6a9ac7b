import { z } from 'zod'
import { readYaml } from './yamlFile.ts'

/** The schema of an exercise's `pages.yaml`: web pages that are invented and printed, each in a design of its own. */

const text = z.string({ error: 'must be text' }).trim().min(1, 'must not be empty')

const AS_WIDE = 'must have as many cells a row as heads'

const sourcePages = z.strictObject({
  title: text,
  /** What stands in the box at the foot of each page. */
  invented: text,
  pages: z.array(z.strictObject({
    /** By which the other papers call it. */
    letter: z.string().regex(/^[A-Z]$/, 'must be one capital letter'),
    design: z.enum(['glossy', 'plain', 'corporate'], { error: 'must be glossy, plain or corporate' }),
    /** A made-up address that nobody can own: it ends in .example. */
    address: z.string().regex(/^[a-z-]+\.example(?:\/\S*)?$/, 'must be an address that ends in .example'),
    /** What the eye sees, for those who do not see it. */
    looks: text,
    publisher: text,
    heading: text,
    /** Above or under the heading. */
    tagline: text,
    paragraphs: z.array(text).min(1, 'needs at least one paragraph'),
    /** Numbers in large type. */
    numbers: z.array(z.strictObject({ amount: text, of: text })).default([]),
    table: z.strictObject({ head: z.array(text), rows: z.array(z.array(text)) })
      .refine(({ head, rows }) => rows.every(row => row.length === head.length), AS_WIDE)
      .optional(),
    /** The last lines, one each. */
    foot: z.array(text).default([]),
  }))
    .min(1, 'needs at least one page')
    .refine(pages => new Set(pages.map(({ letter }) => letter)).size === pages.length, 'has a letter twice'),
})

export type SourcePages = z.infer<typeof sourcePages>
export type SourcePage = SourcePages['pages'][number]

/**
 * Reads and validates the source pages of an exercise.
 *
 * @param path of a `pages.yaml`
 * @param file name for messages
 * @throws {import('./yamlFile.ts').ContentError} for a bad field
 */
export function readSourcePages(path: string, file: string): SourcePages {
  return readYaml(path, sourcePages, file)
}
