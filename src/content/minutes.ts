/** Minutes that all steps of an exercise take. */
export function minutesOf({ steps }: { steps: readonly { minutes: number }[] }): number {
  return steps.reduce((sum, step) => sum + step.minutes, 0)
}
