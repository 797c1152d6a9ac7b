import { join } from 'node:path'
import { z } from 'zod'
import { KIT } from './exercises.ts'
import { TRACK_IDS } from './tracks.ts'
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

const siteWords = z.strictObject({
  /** Over the title. */
  kicker: text,
  /** What a programme prints, and what search engines and messengers show of the site. */
  pitch: text,
  /** For whom it is, in a sentence or two. */
  audience: text,
  /** What the room needs, an item a line. */
  needs: z.array(text).min(1, 'needs at least one item'),
  /** What each length is, in a sentence. */
  lengths: z.record(z.enum(TRACK_IDS, { error: `must be one of ${TRACK_IDS.join(', ')}` }), text),
  /** Where to ask for the talk. */
  contact: z.strictObject({ words: text, url: z.url({ error: 'must be an address, such as mailto:…' }) }).optional(),
})

export type Question = z.infer<typeof question>
export type GlossaryEntry = z.infer<typeof entry>
export type SiteWords = z.infer<typeof siteWords>

export const QUESTIONS = 'five-questions.yaml'
export const GLOSSARY = 'glossary.yaml'
export const SITE = 'site.yaml'

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

/**
 * Reads what the landing page of the site says beyond what slides, exercises and evidence say already.
 *
 * @param exercises path of `exercises/`
 * @throws {import('./yamlFile.ts').ContentError} for a bad field, or without the file
 */
export function readSiteWords(exercises: string): SiteWords {
  return readYaml(join(exercises, KIT, SITE), siteWords, `exercises/${KIT}/${SITE}`)
}
