import type { Exercise, Slip } from '../content/exercises.ts'
import exercises from 'virtual:exercises'
import { useRoute } from 'vue-router'

export interface UseShownSlipReturn {
  exercise: Exercise | undefined
  /** Undefined where the address is not that of a paper for later. */
  slip: Slip | undefined
}

/** The exercise at this address, and which paper for later is shown of it. */
export function useShownSlip(): UseShownSlipReturn {
  const { params } = useRoute()
  const exercise = exercises.find(item => item.slug === params.slug)
  return { exercise, slip: exercise?.slips.find(item => item.file === params.edition) }
}
