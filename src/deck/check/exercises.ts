import type { Exercise } from '../../content/exercises.ts'
import type { ContentIndex } from './contentIndex.ts'
import type { Page, Slide } from './pages.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CARDS } from '../../content/exercises.ts'
import { minutesOf } from '../../content/minutes.ts'
import { exercisePages } from './pages.ts'
import { formatMissing } from './references.ts'

/** Faults of exercises whose slide is missing, exists twice, or has another length or track than the handout. */
export function checkExercises(exercises: Exercise[], slides: Slide[]): string[] {
  return exercises.flatMap((exercise) => {
    const file = `exercises/${exercise.slug}/handout.md`
    const [own, ...more] = slides.filter(slide => slide.frontmatter.exercise === exercise.slug)
    if (!own)
      return [`${file}:1: no slide shows this exercise; add one with layout: exercise and exercise: ${exercise.slug}.`]
    return [
      ...differences(own, exercise, file),
      ...slides
        .filter(slide => slide.frontmatter.partOf === exercise.slug)
        .flatMap(slide => trackFault(slide, exercise, file)),
      ...more.map(
        slide => `${slide.opening}: ${own.opening} is the slide of ${exercise.slug} already; delete one of the two.`,
      ),
    ]
  })
}

function differences({ frontmatter, opening }: Slide, exercise: Exercise, file: string): string[] {
  const minutes = minutesOf(exercise)
  return [
    ...(frontmatter.minutes === minutes
      ? []
      : [
          `${opening}: the slide takes ${String(frontmatter.minutes)} minutes and the steps in ${file} take `
          + `${minutes}; make them one.`,
        ]),
    ...trackFault({ frontmatter, opening }, exercise, file),
  ]
}

/** An exercise is swapped with all its slides, so they share its track. */
function trackFault(
  { frontmatter: { track = 'talk' }, opening }: Pick<Slide, 'frontmatter' | 'opening'>,
  exercise: Exercise,
  file: string,
): string[] {
  return track === exercise.track
    ? []
    : [`${opening}: the slide is of track ${String(track)} and ${file} of ${exercise.track}; make them one.`]
}

/** Faults of cards that name a claim which does not exist. */
export function checkCards({ slug, cards }: Exercise, root: string, content: ContentIndex): string[] {
  const { ledger } = content
  const missing = [...cards?.cards ?? [], ...cards?.spares ?? []]
    .flatMap(card => ('claim' in card && !Object.hasOwn(ledger.claims, card.claim) ? [card.claim] : []))
  if (missing.length === 0)
    return []
  const file = join('exercises', slug, CARDS)
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  return missing.map((id) => {
    const line = 1 + lines.findIndex(text => text.includes('claim:') && text.includes(id))
    return `${file}:${line}: ${formatMissing({ kind: 'claim', id }, content)}`
  })
}

/** Faults of an exercise that names a poll which does not exist. */
export function checkPolls({ slug, polls }: Exercise, root: string, content: ContentIndex): string[] {
  const [{ markdown, at }] = exercisePages(slug, root) as [Page, Page]
  const place = at(markdown.search(/^polls:/m))
  return polls
    .filter(poll => !content.polls.has(poll))
    .map(id => `${place}: ${formatMissing({ kind: 'poll', id }, content)}`)
}
