import type { ComputedRef } from 'vue'
import type { Countdown } from './useCountdown.ts'
import { useIntervalFn, useStorage } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'
import { msLeft, parseClock, pressClock } from '../content/exerciseClock.ts'
import { countdownOf } from './useCountdown.ts'

export interface UseExerciseClockOptions {
  /** Folder of the exercise, under which its clock is kept. */
  slug: string
  /** Minutes that it takes. */
  minutes: number
}

export interface UseExerciseClockReturn {
  countdown: ComputedRef<Countdown>
  /** Milliseconds since the start. */
  elapsed: ComputedRef<number>
  running: ComputedRef<boolean>
  /** Whether it was ever started. */
  begun: ComputedRef<boolean>
  press: () => void
  reset: () => void
}

const TICK_MS = 250

/** The clock of an exercise, the same in every window of this browser and after a reload. */
export function useExerciseClock({ slug, minutes }: UseExerciseClockOptions): UseExerciseClockReturn {
  const total = minutes * 60_000
  const now = shallowRef(Date.now())
  const ticking = useIntervalFn(() => now.value = Date.now(), TICK_MS, { immediate: false, immediateCallback: true })
  const state = useStorage(`exercise-clock:${slug}`, { left: total }, undefined, {
    serializer: { read: text => parseClock(text, Date.now(), total), write: JSON.stringify },
    shallow: true,
    flush: 'sync',
    writeDefaults: false,
  })
  const left = computed(() => msLeft(state.value, now.value))

  watch(() => state.value.since !== undefined, runs => runs ? ticking.resume() : ticking.pause(), { immediate: true })

  return {
    countdown: computed(() => countdownOf(left.value, total)),
    elapsed: computed(() => total - left.value),
    running: computed(() => state.value.since !== undefined && left.value > 0),
    begun: computed(() => left.value < total || state.value.since !== undefined),
    press: () => state.value = pressClock(state.value, Date.now(), total),
    reset: () => state.value = { left: total },
  }
}
