import type { Phase } from './protocol.ts'

/**
 * Rules that the server, the phone page and the deck share. As `protocol.ts`, it is part of all three bundles and has
 * to stay small.
 */

/**
 * Whether the room is discussing between two votes. A poll that was only reset is idle in a later round too, but no
 * clock is running.
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

/** Whether there is nothing to answer, to talk about or to see the results of. */
export function isWaiting(
  room: { poll: unknown, phase: Phase, round: number, endsIn?: number | undefined, cards?: true },
): boolean {
  return !room.cards && (!room.poll || (room.phase === 'idle' && !isTalking(room)))
}

/** Whether the room sees the results, with the answer or still without it. */
export const areResultsShown = (phase: Phase | undefined): boolean => phase === 'revealed' || phase === 'solved'

/** Fewer voters than this are not followed from one vote to the next: they could be recognised. */
export const MIN_FOLLOWED_VOTERS = 5
