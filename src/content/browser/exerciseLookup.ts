import type { Exercise } from '../exercises.ts'
import exercises from 'virtual:exercises'
import { unknownId } from '../unknownId.ts'

/**
 * The exercise of a folder.
 *
 * @throws {Error} naming the folder, when exercises/ has no such one
 */
export function exerciseOf(slug: string): Exercise {
  const exercise = exercises.find(exercise => exercise.slug === slug)
  if (!exercise)
    throw unknownId({ what: 'exercise', id: slug, file: 'exercises/', known: exercises.map(other => other.slug) })
  return exercise
}
