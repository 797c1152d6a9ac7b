import type { Phase } from './protocol.ts'

/**
 * Rules that the server, the phone page and the deck each go by. All three bundle this file, so it stays as light as
 * `protocol.ts`.
 */

/** Whether neighbours talk it over between two votes: a poll that was only reset waits without a clock. */
export function isTalking({
  phase,
  round,
  endsIn,
}: {
  phase: Phase
  round: number
  endsIn?: number | undefined
}): boolean {
  return phase === 'idle' && round > 1 && endsIn !== undefined
}

/** Voters, of fewer of whom nobody's way is told: they could be told apart. */
export const LEAST_FOLLOWED = 5
