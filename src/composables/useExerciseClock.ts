import type { ComputedRef } from 'vue'
import type { Countdown } from './useCountdown.ts'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { leftAt, pressed, readClock } from './exerciseClock.ts'
import { countdownOf } from './useCountdown.ts'

export interface ExerciseClock {
  countdown: ComputedRef<Countdown>
  /** Milliseconds since the start. */
  elapsed: ComputedRef<number>
  running: ComputedRef<boolean>
  /** Whether it was ever started. */
  begun: ComputedRef<boolean>
  press: () => void
  reset: () => void
}

/**
 * The clock of an exercise, the same in every window of this browser.
 *
 * @param slug of the exercise
 * @param minutes that it takes
 */
export function useExerciseClock(slug: string, minutes: number): ExerciseClock {
  const key = `exercise-clock:${slug}`
  const total = minutes * 60_000
  const now = shallowRef(Date.now())
  const state = shallowRef(readClock(localStorage.getItem(key), now.value, total))
  const left = computed(() => leftAt(state.value, now.value))

  const keep = (next: typeof state.value) => {
    now.value = Date.now()
    state.value = next
    localStorage.setItem(key, JSON.stringify(next))
  }
  const hear = (event: StorageEvent) => {
    if (event.key !== key)
      return
    now.value = Date.now()
    state.value = readClock(event.newValue, now.value, total)
  }
  window.addEventListener('storage', hear)
  let timer: ReturnType<typeof setInterval> | undefined
  watch(() => state.value.since !== undefined, (runs) => {
    clearInterval(timer)
    timer = runs ? setInterval(() => now.value = Date.now(), 250) : undefined
  }, { immediate: true })
  onScopeDispose(() => {
    clearInterval(timer)
    window.removeEventListener('storage', hear)
  })

  return {
    countdown: computed(() => countdownOf(left.value, total)),
    elapsed: computed(() => total - left.value),
    running: computed(() => state.value.since !== undefined && left.value > 0),
    begun: computed(() => left.value < total || state.value.since !== undefined),
    press: () => keep(pressed(state.value, Date.now(), total)),
    reset: () => keep({ left: total }),
  }
}
