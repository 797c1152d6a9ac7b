import type { Phase, StageAction } from './protocol.ts'

/** Where a poll stands in a session. */
export interface PollState {
  phase: Phase
  /** Starts at 1; `reset` starts the next one and keeps the old. */
  round: number
}

/** Everything about a session that is not a ballot. */
export interface SessionState {
  /** Grows by one with every change. */
  seq: number
  /** Id of the poll that phones show. */
  current: string | null
  polls: Map<string, PollState>
}

/** The action does not fit the phase that the poll is in. */
export class PhaseConflict extends Error {
  override name = 'PhaseConflict'
}

/** From which phases an action may start, and where it leads. An action whose target already holds changes nothing. */
const MOVES: Record<Exclude<StageAction, 'reset'>, { from: Phase[], to: Phase }> = {
  open: { from: ['idle', 'closed'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  reveal: { from: ['closed'], to: 'revealed' },
  hide: { from: ['revealed'], to: 'closed' },
}

export const FIRST: PollState = { phase: 'idle', round: 1 }

/**
 * The session after a stage action. Phones show one poll at a time, so any other that is open closes: nobody could see it.
 *
 * @throws {PhaseConflict} when the action does not fit the poll's phase
 */
export function advance(session: SessionState, pollId: string, action: StageAction): SessionState {
  const poll = session.polls.get(pollId) ?? FIRST
  const next = after(poll, action)
  if (next === poll && session.current === pollId)
    return session

  const polls = new Map(session.polls).set(pollId, next)
  for (const [id, other] of polls) {
    if (id !== pollId && other.phase === 'open')
      polls.set(id, { ...other, phase: 'closed' })
  }
  return { seq: session.seq + 1, current: pollId, polls }
}

function after(poll: PollState, action: StageAction): PollState {
  if (action === 'reset')
    return { phase: 'idle', round: poll.round + 1 }
  const { from, to } = MOVES[action]
  if (poll.phase === to)
    return poll
  if (!from.includes(poll.phase))
    throw new PhaseConflict(`The poll is ${poll.phase}: ${action} needs it ${from.join(' or ')}.`)
  return { ...poll, phase: to }
}
