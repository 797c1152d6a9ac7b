import type { Countdown } from '../composables/useCountdown.ts'
import { TIME } from '../polls/phoneWords.ts'

/** What a clock shows. Its colour says nothing that the text does not say. */
export function formatClockStatus({ seconds, text, level, isPaused }: Countdown, isTalking: boolean): string {
  if (isTalking)
    return TIME.talk(seconds > 0 ? text : undefined)
  if (isPaused)
    return TIME.paused(text)
  if (seconds === 0)
    return TIME.closing
  return TIME[level](text)
}

/**
 * What a screen reader hears of a clock: the time left when it starts, passes half a minute, and passes ten seconds.
 *
 * @param now seconds left, undefined where no clock runs
 * @param before the same a moment earlier
 * @returns undefined where nothing new is to be said
 */
export function formatTimeLeft(now: number | undefined, before: number | undefined): string | undefined {
  if (!now)
    return ''
  return before === undefined || now > before || [30, 10].some(mark => before > mark && now <= mark)
    ? TIME.seconds(now)
    : undefined
}
