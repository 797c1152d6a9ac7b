import type { Exercise } from '../content/exercises.ts'
import type { UseHandoutDocumentOptions, UseHandoutDocumentReturn } from './useHandoutDocument.ts'
import exercises from 'virtual:exercises'
import { useRoute } from 'vue-router'
import { useHandoutDocument } from './useHandoutDocument.ts'

export interface UseExercisePartReturn<T> extends Pick<UseHandoutDocumentReturn, 'pageSize'> {
  exercise: Exercise | undefined
  /** Undefined where the exercise has none, or there is no such exercise. */
  part: T | undefined
  title: string
}

/**
 * What an exercise has beside its sheet, such as its cards, as a document: it is drawn if the exercise in the address
 * has it.
 *
 * @param partOf takes it from the exercise
 * @param missing title of a page at whose address there is none
 * @param optionsOf the document that shows it
 */
export function useExercisePart<T extends { title: string }>(
  partOf: (exercise: Exercise) => T | undefined,
  missing: string,
  optionsOf: (part: T | undefined) => Omit<UseHandoutDocumentOptions, 'title' | 'runningHead'>,
): UseExercisePartReturn<T> {
  const { params } = useRoute()
  const exercise = exercises.find(item => item.slug === params.slug)
  const part = exercise && partOf(exercise)
  const title = part ? `${exercise.title}: ${part.title}` : missing
  const { pageSize, draw, tellUnknown } = useHandoutDocument({ title, runningHead: title, ...optionsOf(part) })
  if (part)
    void draw()
  else
    tellUnknown()
  return { exercise, part, title, pageSize }
}
