import type { EntryState, Phase, Slip, StageAction } from './protocol.ts'

/** What the presenter adds to one round by hand. It is stored as JSON, so renaming a field needs a migration. */
export interface RoundEdits {
  /** States of words or questions, by entry id. */
  marks?: Record<string, EntryState>
  /** Ballots from paper. */
  paper?: Slip[]
}

/** Phase, round and clock of one poll in a session. */
export interface PollState {
  phase: Phase
  /** From 1; `reset` starts the next round and keeps the ballots of the old one. */
  round: number
  /** The highest round so far, where an earlier one is shown again. */
  last?: number
  /** When the clock runs out, milliseconds since 1970: then an open poll closes, or a discussion is over. */
  endsAt?: number
  /** The presenter's edits, by round. */
  edits?: Record<number, RoundEdits>
}

/** The state of a session, without its ballots. */
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

/**
 * In which phases an action is allowed, and to which it leads. Where the poll is in that phase already, nothing
 * changes.
 */
const TRANSITIONS: Record<PhaseAction, { from: Phase[], to: Phase }> = {
  open: { from: ['idle', 'closed'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  reveal: { from: ['closed'], to: 'revealed' },
  solve: { from: ['revealed'], to: 'solved' },
  hide: { from: ['revealed', 'solved'], to: 'closed' },
}

/** The state of a poll that no action has touched yet. */
export const INITIAL_POLL_STATE: PollState = { phase: 'idle', round: 1 }

/**
 * The session after a stage action. Phones show one poll at a time, so any other open poll is closed: nobody could see
 * it any more.
 *
 * @param session is not changed
 * @param pollId the poll that is acted on
 * @param action what is done
 * @param endsAt when the clock runs out, milliseconds since 1970; only for actions that start a clock
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
 * The session after the presenter has edited a round: set the state of an entry, or entered ballots from paper.
 *
 * @param session is not changed
 * @param pollId the poll that is edited
 * @param round from 1
 * @param edit must return the object that it was given if nothing changes; then the same session is returned
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

/**
 * The session after the presenter has gone back to an earlier round of a poll, or forward again. It is closed there, so
 * that its results can be shown; the rounds after it keep their ballots.
 *
 * @param session is not changed
 * @param pollId the poll whose round is shown
 * @param round from 1
 * @throws {PhaseConflict} while people vote, and where there is no such round
 */
export function showRound(session: SessionState, pollId: string, round: number): SessionState {
  const poll = session.polls.get(pollId) ?? INITIAL_POLL_STATE
  const last = lastRound(poll)
  if (poll.phase === 'open')
    throw new PhaseConflict('The poll is open: close it before another round is shown.')
  if (!Number.isInteger(round) || round < 1 || round > last)
    throw new PhaseConflict(`The poll has no round ${round}: it has ${last}.`)
  if (round === poll.round)
    return session
  const shown: PollState = { ...withoutClock(poll), phase: 'closed', round, ...round < last && { last } }
  if (round === last)
    delete shown.last
  return { seq: session.seq + 1, current: pollId, polls: new Map(session.polls).set(pollId, shown) }
}

/**
 * The session for a new audience: every poll that was asked begins a new round, and phones wait. The rounds before keep
 * their ballots and can be shown again.
 *
 * @param session is not changed; returned itself where nothing was asked yet
 */
export function beginAnew(session: SessionState): SessionState {
  const asked = [...session.polls].filter(([, poll]) => poll.phase !== 'idle')
  if (asked.length === 0)
    return session
  const polls = new Map(session.polls)
  for (const [id, poll] of asked)
    polls.set(id, { ...nextRound(poll), phase: 'idle' })
  return { seq: session.seq + 1, current: null, polls }
}

/** The number of rounds that a poll has had. */
export function lastRound({ round, last }: PollState): number {
  return Math.max(round, last ?? 0)
}

function nextPollState(poll: PollState, action: StageAction, endsAt: number | undefined): PollState {
  const clock = endsAt === undefined ? {} : { endsAt }
  if (action === 'reset')
    return { ...nextRound(poll), phase: 'idle' }
  if (action === 'discuss') {
    expectPhase(poll, action, ['closed'])
    return { ...nextRound(poll), phase: 'idle', ...clock }
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

/** After an earlier round was shown again, the next one still begins without ballots. */
function nextRound({ last, ...poll }: PollState): PollState {
  return { ...withoutClock(poll), round: lastRound({ ...poll, ...last !== undefined && { last } }) + 1 }
}

function expectPhase(poll: PollState, action: StageAction, allowed: Phase[]): void {
  if (!allowed.includes(poll.phase))
    throw new PhaseConflict(`The poll is ${poll.phase}: ${action} needs it ${allowed.join(' or ')}.`)
}

function withoutClock({ endsAt: _, ...poll }: PollState): PollState {
  return poll
}
