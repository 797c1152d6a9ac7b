import type { EntryState, Phase, Slip, StageAction } from './protocol.ts'

/** What the presenter adds to one round by hand. Stores keep it as JSON, so its field names are part of the data. */
export interface RoundEdits {
  /** States of words or questions, by entry id. */
  marks?: Record<string, EntryState>
  /** Ballots from paper. */
  paper?: Slip[]
}

/** Phase, round and clock of one poll in a session. */
export interface PollState {
  phase: Phase
  /** Starts at 1; `reset` starts the next one and keeps the old. */
  round: number
  /** When the clock runs out, milliseconds since 1970: an open poll closes then, a discussion is over. */
  endsAt?: number
  /** The presenter's edits, by round. */
  edits?: Record<number, RoundEdits>
}

/** Everything about a session that is not a ballot. */
export interface SessionState {
  /** Grows by one with every change. */
  seq: number
  /** Id of the poll that phones show. */
  current: string | null
  polls: Map<string, PollState>
}

/** The action does not fit the phase that the poll is in; the message says which phase it needs. */
export class PhaseConflict extends Error {
  override name = 'PhaseConflict'
}

type PhaseAction = Exclude<StageAction, 'reset' | 'discuss' | 'countdown'>

/** From which phases an action may start, and where it leads. An action whose target is the phase changes nothing. */
const TRANSITIONS: Record<PhaseAction, { from: Phase[], to: Phase }> = {
  open: { from: ['idle', 'closed'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  reveal: { from: ['closed'], to: 'revealed' },
  hide: { from: ['revealed'], to: 'closed' },
}

/** The state of a poll that no action has touched yet. */
export const INITIAL_POLL_STATE: PollState = { phase: 'idle', round: 1 }

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
  const poll = session.polls.get(pollId) ?? INITIAL_POLL_STATE
  const next = nextPollState(poll, action, endsAt)
  if (next === poll && session.current === pollId)
    return session

  const polls = new Map(session.polls).set(pollId, next)
  for (const [id, other] of polls) {
    if (id !== pollId && other.phase === 'open')
      polls.set(id, { ...withoutClock(other), phase: 'closed' })
  }
  return { seq: session.seq + 1, current: pollId, polls }
}

/**
 * The session after the presenter edited a round of a poll: set an entry's state, or entered ballots from paper.
 *
 * @param edit returns the very object that it was given where nothing changes; the session is then the same too
 */
export function editRound(
  session: SessionState,
  pollId: string,
  round: number,
  edit: (edits: RoundEdits) => RoundEdits,
): SessionState {
  const poll = session.polls.get(pollId) ?? INITIAL_POLL_STATE
  const before = poll.edits?.[round] ?? {}
  const after = edit(before)
  if (after === before)
    return session
  const edits = { ...poll.edits, [round]: after }
  return { ...session, seq: session.seq + 1, polls: new Map(session.polls).set(pollId, { ...poll, edits }) }
}

function nextPollState(poll: PollState, action: StageAction, endsAt: number | undefined): PollState {
  const clock = endsAt === undefined ? {} : { endsAt }
  if (action === 'reset')
    return { ...withoutClock(poll), phase: 'idle', round: poll.round + 1 }
  if (action === 'discuss') {
    expectPhase(poll, action, ['closed'])
    return { ...withoutClock(poll), phase: 'idle', round: poll.round + 1, ...clock }
  }
  if (action === 'countdown') {
    expectPhase(poll, action, poll.phase === 'idle' && poll.endsAt !== undefined ? ['idle'] : ['open'])
    return { ...withoutClock(poll), ...clock }
  }
  const { from, to } = TRANSITIONS[action]
  if (poll.phase === to)
    return poll
  expectPhase(poll, action, from)
  return { ...withoutClock(poll), phase: to, ...(to === 'open' && clock) }
}

function expectPhase(poll: PollState, action: StageAction, allowed: Phase[]): void {
  if (!allowed.includes(poll.phase))
    throw new PhaseConflict(`The poll is ${poll.phase}: ${action} needs it ${allowed.join(' or ')}.`)
}

function withoutClock({ endsAt: _, ...poll }: PollState): PollState {
  return poll
}
