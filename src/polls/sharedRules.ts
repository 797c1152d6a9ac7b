import type { Phase } from './protocol.ts'

/**
 * Rules that the server, the phone page and the deck share. All three bundle this file, so it stays as light as
 * `protocol.ts`.
 */

/**
 * Whether the room is discussing between two votes. A poll that was merely reset is idle in a later round too, but has
 * no clock.
 */
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

/** Moves between two votes are shown for at least so many voters: among fewer, a single person could be recognised. */
export const MIN_FOLLOWED_VOTERS = 5
