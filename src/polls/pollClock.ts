import type { PollState, SessionState } from './phase.ts'
import type { ClockAction } from './protocol.ts'
import { INITIAL_POLL_STATE, PhaseConflict } from './phase.ts'

/** What `extend` adds. */
export const EXTENSION_MS = 60_000

/** No clock shows more. */
const MAX_MS = 3600_000

/**
 * The session after its presenter has stopped a poll's clock, let it go on, or given it another minute.
 *
 * @param session is not changed
 * @param pollId the poll whose clock it is
 * @param action what is done; where it is so already, nothing changes
 * @param left milliseconds that are left, undefined where no clock runs
 * @param now milliseconds since 1970
 * @throws {PhaseConflict} where there is no clock
 */
export function adjustClock(
  session: SessionState,
  pollId: string,
  action: ClockAction,
  left: number | undefined,
  now: number,
): SessionState {
  const poll = session.polls.get(pollId) ?? INITIAL_POLL_STATE
  const next = withClock(poll, action, left, now)
  return next === poll
    ? session
    : { ...session, seq: session.seq + 1, polls: new Map(session.polls).set(pollId, next) }
}

function withClock(poll: PollState, action: ClockAction, left: number | undefined, now: number): PollState {
  const { endsAt: _, paused, ...rest } = poll
  if (left === undefined && !(action === 'extend' && poll.phase === 'open'))
    throw new PhaseConflict('No clock is running: start one first.')
  if (action === 'extend') {
    const longer = Math.min(MAX_MS, (left ?? 0) + EXTENSION_MS)
    return paused === undefined ? { ...rest, endsAt: now + longer } : { ...rest, paused: longer }
  }
  if (action === 'pause')
    return paused === undefined ? { ...rest, paused: left ?? 0 } : poll
  return paused === undefined ? poll : { ...rest, endsAt: now + paused }
}
