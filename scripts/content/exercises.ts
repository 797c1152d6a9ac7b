import type { Exercise } from '../../handouts/exercises.ts'
import type { Known } from './known.ts'
import type { Page, Slide } from './pages.ts'
import { minutesOf } from '../../handouts/minutes.ts'
import { exercisePages } from './pages.ts'

/** Faults of exercises whose slide is missing, comes twice or tells another time than the handout. */
export function checkExercises(exercises: Exercise[], slides: Slide[]): string[] {
  return exercises.flatMap((exercise) => {
    const file = `exercises/${exercise.slug}/handout.md`
    const [own, ...more] = slides.filter(it => it.frontmatter.exercise === exercise.slug)
    if (!own)
      return [`${file}:1: no slide shows this exercise; add one with layout: exercise and exercise: ${exercise.slug}.`]
    return [...differences(own, exercise, file), ...more.map(it => `${it.opening}: ${own.opening} is the slide of ${exercise.slug} already; delete one of the two.`)]
  })
}

function differences({ frontmatter, opening }: Slide, exercise: Exercise, file: string): string[] {
  const minutes = minutesOf(exercise)
  const { track = 'talk' } = frontmatter
  return [
    ...frontmatter.minutes === minutes ? [] : [`${opening}: the slide takes ${String(frontmatter.minutes)} minutes and the steps in ${file} take ${minutes}; make them one.`],
    ...track === exercise.track ? [] : [`${opening}: the slide is of track ${String(track)} and ${file} of ${exercise.track}; make them one.`],
  ]
}

/** Faults of an exercise that names a poll which is not there. */
export function checkPolls({ slug, polls }: Exercise, root: string, known: Known): string[] {
  const [{ markdown, at }] = exercisePages(slug, root) as [Page, Page]
  const place = at(markdown.search(/^polls:/m))
  return polls.filter(it => !known.polls.has(it)).map(it => `${place}: poll "${it}" is not in polls.yaml; mend the id or add the poll.`)
}
