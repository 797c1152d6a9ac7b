import type { EntryState, Phase, Slip, StageAction } from './protocol.ts'

/** What the presenter decided and entered in one round. */
export interface RoundNotes {
  /** States of entries, by entry id. */
  marks?: Record<string, EntryState>
  /** Ballots from paper. */
  paper?: Slip[]
}

/** Where a poll stands in a session. */
export interface PollState {
  phase: Phase
  /** Starts at 1; `reset` starts the next one and keeps the old. */
  round: number
  /** When the clock runs out, milliseconds since 1970: an open poll closes then, a discussion is over. */
  endsAt?: number
  /** By round. */
  notes?: Record<number, RoundNotes>
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

type Move = Exclude<StageAction, 'reset' | 'discuss' | 'countdown'>

/** From which phases an action may start, and where it leads. An action whose target already holds changes nothing. */
const MOVES: Record<Move, { from: Phase[], to: Phase }> = {
  open: { from: ['idle', 'closed'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  reveal: { from: ['closed'], to: 'revealed' },
  hide: { from: ['revealed'], to: 'closed' },
}

export const FIRST: PollState = { phase: 'idle', round: 1 }

/**
 * The session after a stage action. Phones show one poll at a time, so any other that is open closes: nobody could see
 * it.
 *
 * @param session stays as it is
 * @param pollId the poll that is acted on
 * @param action what is done
 * @param endsAt when the clock that it starts runs out; without it no clock runs, nor after an action that starts none
 * @throws {PhaseConflict} when the action does not fit the poll's phase
 */
export function advance(session: SessionState, pollId: string, action: StageAction, endsAt?: number): SessionState {
  const poll = session.polls.get(pollId) ?? FIRST
  const next = after(poll, action, endsAt)
  if (next === poll && session.current === pollId)
    return session

  const polls = new Map(session.polls).set(pollId, next)
  for (const [id, other] of polls) {
    if (id !== pollId && other.phase === 'open')
      polls.set(id, { ...timeless(other), phase: 'closed' })
  }
  return { seq: session.seq + 1, current: pollId, polls }
}

/**
 * The session after something was noted about a round of a poll: an entry's state, or ballots from paper.
 *
 * @param change gives back what it was given where nothing changes
 */
export function note(
  session: SessionState,
  pollId: string,
  round: number,
  change: (notes: RoundNotes) => RoundNotes,
): SessionState {
  const poll = session.polls.get(pollId) ?? FIRST
  const before = poll.notes?.[round] ?? {}
  const after = change(before)
  if (after === before)
    return session
  const notes = { ...poll.notes, [round]: after }
  return { ...session, seq: session.seq + 1, polls: new Map(session.polls).set(pollId, { ...poll, notes }) }
}

function after(poll: PollState, action: StageAction, endsAt: number | undefined): PollState {
  const clock = endsAt === undefined ? {} : { endsAt }
  if (action === 'reset')
    return { ...timeless(poll), phase: 'idle', round: poll.round + 1 }
  if (action === 'discuss') {
    expectPhase(poll, action, ['closed'])
    return { ...timeless(poll), phase: 'idle', round: poll.round + 1, ...clock }
  }
  if (action === 'countdown') {
    expectPhase(poll, action, poll.phase === 'idle' && poll.endsAt !== undefined ? ['idle'] : ['open'])
    return { ...timeless(poll), ...clock }
  }
  const { from, to } = MOVES[action]
  if (poll.phase === to)
    return poll
  expectPhase(poll, action, from)
  return { ...timeless(poll), phase: to, ...(to === 'open' && clock) }
}

function expectPhase(poll: PollState, action: StageAction, allowed: Phase[]): void {
  if (!allowed.includes(poll.phase))
    throw new PhaseConflict(`The poll is ${poll.phase}: ${action} needs it ${allowed.join(' or ')}.`)
}

function timeless({ endsAt: _, ...poll }: PollState): PollState {
  return poll
}
