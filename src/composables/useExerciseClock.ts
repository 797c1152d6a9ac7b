import type { ComputedRef } from 'vue'
import type { ClockState } from '../content/exerciseClock.ts'
import type { Countdown } from './useCountdown.ts'
import { useIntervalFn, useStorage } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'
import { extendClock, msLeft, parseClock, pressClock } from '../content/exerciseClock.ts'
import { windowSync } from '../polls/browser/windowSync.ts'
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
  /** Adds a minute. */
  extend: () => void
  reset: () => void
}

const TICK_MS = 250

/** Clocks that were set in any window of the deck since it was opened, by slug. */
const shared = shallowRef<Record<string, ClockState>>({})
const send = windowSync.join('clocks', {
  onPatch(patch, toHere) {
    const clocks = Object.entries(patch as Record<string, ClockState>)
      .map(([slug, { since, ...clock }]) => [slug, { ...clock, ...since !== undefined && { since: toHere(since) } }])
    shared.value = { ...shared.value, ...Object.fromEntries(clocks) }
  },
  whole: () => shared.value,
})

/** The clock of an exercise, the same in every window of the deck and after a reload. */
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
  watch(() => shared.value[slug], (clock) => {
    if (clock)
      state.value = parseClock(JSON.stringify(clock), Date.now(), total)
  }, { immediate: true })
  const set = (clock: ClockState) => {
    shared.value = { ...shared.value, [slug]: clock }
    send({ [slug]: clock })
  }
  const left = computed(() => msLeft(state.value, now.value))

  watch(() => state.value.since !== undefined, runs => runs ? ticking.resume() : ticking.pause(), { immediate: true })

  const isStopped = computed(() => state.value.since === undefined && left.value !== total)

  return {
    countdown: computed(() => countdownOf(left.value, total, isStopped.value)),
    elapsed: computed(() => total + (state.value.added ?? 0) - left.value),
    running: computed(() => state.value.since !== undefined && left.value > 0),
    begun: computed(() => left.value !== total || state.value.since !== undefined),
    press: () => set(pressClock(state.value, Date.now(), total)),
    extend: () => set(extendClock(state.value, Date.now())),
    reset: () => set({ left: total }),
  }
}

/** The clock on the slide that is shown, for the keys. */
export const shownExerciseClock = shallowRef<Pick<UseExerciseClockReturn, 'press' | 'extend'>>()
