import type { Exercise } from './exercises.ts'

/** Minutes that all steps of an exercise take. */
export function minutesOf({ steps }: Pick<Exercise, 'steps'>): number {
  return steps.reduce((sum, step) => sum + step.minutes, 0)
}
