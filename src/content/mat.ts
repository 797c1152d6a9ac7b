import { z } from 'zod'
import { VERDICTS } from './evidenceSchema.ts'
import { readYaml } from './yamlFile.ts'

/** The schema of an exercise's `mat.yaml`: where its cards are laid. */

const text = z.string({ error: 'must be text' }).trim().min(1, 'must not be empty')

const ONE_EACH = `needs one column for each of ${VERDICTS.join(', ')}`

const areDistinct = (columns: { verdict: string }[]) =>
  new Set(columns.map(({ verdict }) => verdict)).size === columns.length

const mat = z.strictObject({
  title: text,
  /** What the two directions ask. */
  across: text,
  up: text,
  /** From weak evidence to strong, then what evidence cannot settle, as on the claim board. */
  columns: z.array(z.strictObject({
    verdict: z.enum(VERDICTS, { error: `must be one of ${VERDICTS.join(', ')}` }),
    name: text,
    meaning: text,
    /** From anywhere but the cards. */
    example: text,
  })).length(VERDICTS.length, ONE_EACH).refine(areDistinct, ONE_EACH),
  /** From large to small. */
  rows: z.array(z.strictObject({ name: text, meaning: text })).length(3, 'needs three rows'),
  how: text,
})

export type Mat = z.infer<typeof mat>

/**
 * Reads and validates the mat of an exercise.
 *
 * @param path of a `mat.yaml`
 * @param file name for messages
 * @throws {import('./yamlFile.ts').ContentError} for a bad field
 */
export function readMat(path: string, file: string): Mat {
  return readYaml(path, mat, file)
}
