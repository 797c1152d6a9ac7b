import type { Exercise } from '../exercises.ts'
import exercises from 'virtual:exercises'

/**
 * The exercise of a folder.
 *
 * @throws {Error} naming the folder, when exercises/ has no such one
 */
export function exerciseOf(slug: string): Exercise {
  const exercise = exercises.find(exercise => exercise.slug === slug)
  if (!exercise)
    throw new Error(`There is no exercise "${slug}" in exercises/; mend the name or add the folder.`)
  return exercise
}
