import type { Exercise } from './exercises.ts'

/** The clock of an exercise. It is stored, so that all windows show the same and a reload keeps it. */
export interface ClockState {
  /** Milliseconds that were left at `since`; while the clock is stopped, those that are left. */
  left: number
  /** When it was started, milliseconds since 1970; undefined while it is stopped. */
  since?: number | undefined
  /** Milliseconds that were added to the length of the exercise. */
  added?: number | undefined
}

/** A clock that ran out longer ago than this is from an earlier workshop. */
const STALE_MS = 30 * 60_000
const MINUTE_MS = 60_000
/** No more is added to an exercise. */
const MAX_ADDED_MS = 60 * MINUTE_MS

/** Milliseconds left on the clock; `now` is in milliseconds since 1970. */
export function msLeft({ left, since }: ClockState, now: number): number {
  return since === undefined ? left : Math.max(0, left - Math.max(0, now - since))
}

/**
 * The clock after a press of its button: it starts or stops, or is reset if its time is over.
 *
 * @param state before the press
 * @param now milliseconds since 1970
 * @param total length of the exercise, ms
 */
export function pressClock(state: ClockState, now: number, total: number): ClockState {
  const left = msLeft(state, now)
  if (left === 0)
    return { left: total }
  const { added } = state
  return { left, ...state.since === undefined && { since: now }, ...added !== undefined && { added } }
}

/** The clock with another minute; one that had run out runs again. */
export function extendClock(state: ClockState, now: number): ClockState {
  const left = msLeft(state, now)
  const added = Math.min(MAX_ADDED_MS, (state.added ?? 0) + MINUTE_MS)
  const more = added - (state.added ?? 0)
  return { left: left + more, ...state.since !== undefined && { since: now }, added }
}

/**
 * The text for a screen reader when the colour changes and shortly before the end; empty before that.
 *
 * @param countdown as `countdownOf` gives it
 */
export function formatTimeLeft({ seconds, level }: { seconds: number, level: 'calm' | 'amber' | 'red' }): string {
  if (seconds <= 30)
    return seconds === 0 ? 'Time is over' : seconds <= 10 ? '10 seconds left' : 'Half a minute left'
  return { calm: '', amber: 'A fifth of the time is left', red: 'A twentieth of the time is left' }[level]
}

/**
 * Number of the step that is due, from 0; the last one once all are over.
 *
 * @param elapsed ms since the start
 */
export function dueStep(steps: Exercise['steps'], elapsed: number): number {
  let end = 0
  const index = steps.findIndex(({ minutes }) => {
    end += minutes * 60_000
    return elapsed < end
  })
  return index < 0 ? steps.length - 1 : index
}

/**
 * Reads a stored clock. A new clock is returned if the stored one is damaged, stale, or longer than the exercise.
 *
 * @param text JSON; null where nothing was stored
 * @param now milliseconds since 1970
 * @param total length of the exercise, ms
 */
export function parseClock(text: string | null, now: number, total: number): ClockState {
  try {
    const { left, since, added = 0 } = JSON.parse(text ?? '') as ClockState
    const isTime = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
    if (
      isTime(left)
      && left >= 0
      && isTime(added)
      && added >= 0
      && added <= MAX_ADDED_MS
      && left <= total + added
      && (since === undefined || (isTime(since) && now - since - left < STALE_MS))
    ) {
      return { left, ...since !== undefined && { since }, ...added > 0 && { added } }
    }
  }
  catch {}
  return { left: total }
}
