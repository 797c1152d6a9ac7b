import type { ComputedRef } from 'vue'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'

export interface CountdownState {
  /** What the clock belongs to: a poll, its round and phase. */
  key: string
  /** Milliseconds left when the state was received; undefined where no clock runs. */
  endsIn?: number | undefined
  /** Whether it stands still. */
  paused?: boolean | undefined
}

export interface Countdown {
  /** Whole seconds left, 0 for none. */
  seconds: number
  /** As `1:05`. */
  text: string
  /** `amber` for the last fifth, `red` for the last twentieth. */
  level: 'calm' | 'amber' | 'red'
  /** Whether it stands still. */
  isPaused: boolean
}

/**
 * @param left milliseconds until the clock ends, negative once it has
 * @param total milliseconds that were left when it was first seen
 * @param isPaused whether it stands still
 */
export function countdownOf(left: number, total: number, isPaused = false): Countdown {
  const seconds = Math.max(0, Math.ceil(left / 1000))
  const share = total > 0 ? left / total : 0
  return {
    seconds,
    text: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
    level: share <= 0.05 ? 'red' : share <= 0.2 ? 'amber' : 'calm',
    isPaused,
  }
}

export interface UseCountdownOptions {
  /** Read anew whenever the room says something. */
  state: () => CountdownState
}

/** Undefined where no clock runs. */
export type UseCountdownReturn = ComputedRef<Countdown | undefined>

const TICK_MS = 250

/** Follows a clock of the room by this device's own steady time: what it shows as the time of day may be wrong. */
export function useCountdown({ state }: UseCountdownOptions): UseCountdownReturn {
  const clock = shallowRef<{ key: string, deadline: number, total: number, paused: boolean }>()
  const now = shallowRef(performance.now())
  let timer: ReturnType<typeof setInterval> | undefined

  watch(state, ({ key, endsIn, paused = false }) => {
    clearInterval(timer)
    now.value = performance.now()
    if (endsIn === undefined) {
      clock.value = undefined
      return
    }
    const total = clock.value?.key === key ? Math.max(clock.value.total, endsIn) : endsIn
    clock.value = { key, deadline: now.value + endsIn, total, paused }
    if (paused)
      return
    timer = setInterval(() => now.value = performance.now(), TICK_MS)
  }, { immediate: true })
  onScopeDispose(() => clearInterval(timer))

  return computed(() => {
    const { deadline, total, paused } = clock.value ?? {}
    return deadline === undefined ? undefined : countdownOf(deadline - now.value, total ?? 0, paused)
  })
}
