import type { Edition } from '../../../src/content/editions.ts'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, root } from '../../../src/cli/paths.ts'
import { SOURCE_OF } from '../../../src/content/editions.ts'
import { missingFrom, sentencesOf } from './sentences.ts'

/** The Markdown of an exercise in one edition. */
export const sheetOf = (slug: string, edition: Edition) =>
  readFileSync(join(inRoot('exercises', slug), SOURCE_OF[edition]), 'utf8')

/**
 * Stands on no page. With it at the foot of each facilitator page there is a secret to find, whatever the page says.
 */
export const PLANTED = 'This sentence was planted to see whether it would be found.'

/**
 * Sentences of facilitator pages that participants have on no sheet of theirs. A source may be cited by both.
 *
 * @param exercises whose sheets they are
 * @param planted goes with each facilitator page
 */
export function secretsOf(exercises: { slug: string }[], planted = ''): string[] {
  const shared = exercises.flatMap(exercise => sentencesOf(sheetOf(exercise.slug, 'participant'))).join('\n')
  return missingFrom(
    shared,
    exercises.flatMap(exercise => sentencesOf(`${sheetOf(exercise.slug, 'facilitator')}\n\n${planted}\n`)),
  )
}

/** The same, of each exercise by itself, but for what the slides themselves say: that is no secret. */
export function deckSecrets(exercises: { slug: string }[], planted = ''): string[] {
  const own = globSync(['pages/*.md', 'evidence/*.yaml', 'polls.yaml'], { cwd: root })
    .map(file => readFileSync(inRoot(file), 'utf8'))
    .join('\n')
  return missingFrom(
    own,
    exercises.flatMap(exercise => secretsOf([exercise], planted)),
  )
}
