import type { Exercise } from '../content/exercises.ts'
import type { Countdown } from './useCountdown.ts'

/**
 * The clock of an exercise as it is kept, so that every window of this machine shows the same and a reload loses
 * nothing.
 */
export interface ClockState {
  /** Milliseconds that were left at `since`, or that are left while it stands still. */
  left: number
  /** Time of day, ms, since which it runs; undefined while it stands still. */
  since?: number | undefined
}

/** After so long at nought a clock is that of an earlier workshop. */
const FORGOTTEN_MS = 30 * 60_000

/** Milliseconds left. */
export function leftAt({ left, since }: ClockState, now: number): number {
  return since === undefined ? left : Math.max(0, left - Math.max(0, now - since))
}

/** After a press of the button: it starts, stands still, or begins anew when its time is over. */
export function pressed(state: ClockState, now: number, total: number): ClockState {
  const left = leftAt(state, now)
  if (left === 0)
    return { left: total }
  return state.since === undefined ? { left, since: now } : { left }
}

/** What a screen reader hears of it: what its colours say, half a minute, ten seconds and the end; nothing before. */
export function sayLeft({ seconds, level }: Countdown): string {
  if (seconds <= 30)
    return seconds === 0 ? 'Time is over' : seconds <= 10 ? '10 seconds left' : 'Half a minute left'
  return { calm: '', amber: 'A fifth of the time is left', red: 'A twentieth of the time is left' }[level]
}

/** Number of the step that is due, from 0. */
export function stepAt(steps: Exercise['steps'], elapsed: number): number {
  let end = 0
  const index = steps.findIndex(({ minutes }) => {
    end += minutes * 60_000
    return elapsed < end
  })
  return index < 0 ? steps.length - 1 : index
}

/** What was kept, unless it is damaged, older than this workshop, or of an exercise that has another length by now. */
export function readClock(text: string | null, now: number, total: number): ClockState {
  try {
    const { left, since } = JSON.parse(text ?? '') as ClockState
    const isTime = (item: unknown) => typeof item === 'number' && Number.isFinite(item)
    if (
      isTime(left)
      && left >= 0
      && left <= total
      && (since === undefined || (isTime(since) && now - since - left < FORGOTTEN_MS))
    ) {
      return since === undefined ? { left } : { left, since }
    }
  }
  catch {}
  return { left: total }
}
