import { join } from 'node:path'
import { z } from 'zod'
import { KIT } from './exercises.ts'
import { readYaml } from './yamlFile.ts'

/** The schemas of the YAML files in `exercises/kit/`, which belong to the whole kit rather than to one exercise. */

const text = z.string({ error: 'must be text' }).trim().min(1, 'must not be empty')

const question = z.strictObject({
  /** Such as `Of what?`. */
  ask: text,
  about: text,
  /** Where to look for the answer; printed on paper only. */
  hint: text,
})

const entry = z.strictObject({
  term: text,
  meaning: text,
  /** Ids of sources, for a meaning that states a fact. */
  sources: z.array(text).default([]),
})

export type Question = z.infer<typeof question>
export type GlossaryEntry = z.infer<typeof entry>

export const QUESTIONS = 'five-questions.yaml'
export const GLOSSARY = 'glossary.yaml'

/**
 * Reads the questions to ask of the next headline.
 *
 * @param exercises path of `exercises/`
 * @throws {import('./yamlFile.ts').ContentError} for a bad field
 */
export function readQuestions(exercises: string): Question[] {
  return readYaml(
    join(exercises, KIT, QUESTIONS),
    z.array(question).min(1, 'needs at least one question'),
    `exercises/${KIT}/${QUESTIONS}`,
  )
}

/**
 * Reads the glossary, in alphabetical order.
 *
 * @param exercises path of `exercises/`
 * @throws {import('./yamlFile.ts').ContentError} for a bad field
 */
export function readGlossary(exercises: string): GlossaryEntry[] {
  return readYaml(join(exercises, KIT, GLOSSARY), z.array(entry), `exercises/${KIT}/${GLOSSARY}`)
    .sort((a, b) => a.term.localeCompare(b.term, 'en'))
}
