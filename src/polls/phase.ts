import type { EntryState, MovingAction, Phase, Slip } from './protocol.ts'

/** What the presenter adds to one round by hand. It is stored as JSON, so renaming a field needs a migration. */
export interface RoundEdits {
  /** States of words or questions, by entry id. */
  marks?: Record<string, EntryState>
  /** Entries that say the same as another: by entry id, the id of the one that they were merged into. */
  merges?: Record<string, string>
  /** Ballots from paper. */
  paper?: Slip[]
  /** Whether the answer was shown after these votes, and nobody has voted since. */
  solved?: boolean
}

/** A poll as the presenter typed it during the talk. It is stored as JSON, so renaming a field needs a migration. */
export interface AskedPoll {
  question: string
  /** Texts of the options. */
  options: string[]
  /** Whether several options may be chosen. */
  several: boolean
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
  /** Milliseconds that were left when the clock was stopped; it runs again with `endsAt`. */
  paused?: number
  /** The presenter's edits, by round. */
  edits?: Record<number, RoundEdits>
  /** What is asked, where it is not in polls.yaml. */
  asked?: AskedPoll
}

/** The state of a session, without its ballots. */
export interface SessionState {
  /** Grows by one with every change. */
  seq: number
  /** Id of the poll that phones show, or `CARDS`. */
  current: string | null
  polls: Map<string, PollState>
}

/** The action does not fit the phase that the poll is in; the message says which phase it needs. */
export class PhaseConflict extends Error {
  override name = 'PhaseConflict'
}

type PhaseAction = Exclude<MovingAction, 'reset' | 'discuss' | 'countdown'>

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
 * Stands for a poll's id where phones show their cards instead of a poll. Whether they are shown is kept as a poll is,
 * so that it survives a restart. No poll can have this id: ids are made of letters, digits and hyphens.
 */
export const CARDS = '#cards'

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
export function advance(session: SessionState, pollId: string, action: MovingAction, endsAt?: number): SessionState {
  const poll = session.polls.get(pollId) ?? INITIAL_POLL_STATE
  const next = nextPollState(poll, action, endsAt)
  if (next === poll && session.current === pollId)
    return session

  return { seq: session.seq + 1, current: pollId, polls: withOthersClosed(session.polls, pollId, next) }
}

/**
 * The session in which phones show their cards, and the wall the room's curve; or no longer do.
 *
 * @param session is not changed; returned itself where nothing changes
 */
export function showCards(session: SessionState, isShown: boolean): SessionState {
  const before = session.polls.get(CARDS) ?? INITIAL_POLL_STATE
  const phase = isShown ? 'revealed' : 'idle'
  const current = isShown ? CARDS : session.current === CARDS ? null : session.current
  if (phase === before.phase && current === session.current)
    return session
  const polls = isShown
    ? withOthersClosed(session.polls, CARDS, { ...before, phase })
    : new Map(session.polls).set(CARDS, { ...before, phase })
  return { seq: session.seq + 1, current, polls }
}

/** Whether the presenter has shown the cards, even if phones have another poll by now. */
export const areCardsShown = ({ polls }: SessionState): boolean => polls.get(CARDS)?.phase === 'revealed'

/** One poll's state changed, and any other that was open closed. */
function withOthersClosed(before: SessionState['polls'], pollId: string, next: PollState): SessionState['polls'] {
  const polls = new Map(before).set(pollId, next)
  for (const [id, other] of polls) {
    if (id !== pollId && other.phase === 'open')
      polls.set(id, { ...withoutClock(other), phase: 'closed' })
  }
  return polls
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
 * their ballots and can be shown again; what the last audience knew counts no longer.
 *
 * @param session is not changed; returned itself where nothing was asked yet
 * @param answered ids of polls that have answers without having been opened
 */
export function beginAnew(session: SessionState, answered: string[] = []): SessionState {
  const asked = [...session.polls].filter(([, poll]) => poll.phase !== 'idle').map(([id]) => id)
  const over = new Set([...asked, ...answered])
  if (over.size === 0)
    return session
  const polls = new Map(session.polls)
  for (const id of over)
    polls.set(id, { ...nextRound(withoutSolved(polls.get(id) ?? INITIAL_POLL_STATE)), phase: 'idle' })
  return { seq: session.seq + 1, current: null, polls }
}

/**
 * Whether a board that takes questions at any time does so now although it is not open: always but while phones show
 * that it is closed.
 */
export function takesAnytime(phase: Phase, isCurrent: boolean): boolean {
  return phase === 'idle' || !isCurrent
}

/** The number of rounds that a poll has had. */
export function lastRound({ round, last }: PollState): number {
  return Math.max(round, last ?? 0)
}

/**
 * The last round of a poll whose answer the room has seen; undefined for none. A new round does not undo it, while
 * opening the same one again does: who votes then knows the answer.
 */
export function solvedRound({ phase, round, edits = {} }: PollState): number | undefined {
  const solved = Object.keys(edits).map(Number).filter(key => edits[key]?.solved)
  const last = Math.max(...solved, phase === 'solved' ? round : 0)
  return last > 0 ? last : undefined
}

function withoutSolved({ edits, ...poll }: PollState): PollState {
  if (!edits)
    return poll
  const kept = Object.entries(edits).map(([round, { solved: _, ...edit }]) => [round, edit])
  return { ...poll, edits: Object.fromEntries(kept) as Record<number, RoundEdits> }
}

function nextPollState(poll: PollState, action: MovingAction, endsAt: number | undefined): PollState {
  const clock = endsAt === undefined ? {} : { endsAt }
  if (action === 'reset')
    return { ...nextRound(poll), phase: 'idle' }
  if (action === 'discuss') {
    expectPhase(poll, action, ['closed'])
    return { ...nextRound(poll), phase: 'idle', ...clock }
  }
  if (action === 'countdown') {
    expectPhase(poll, action, poll.phase === 'idle' && hasClock(poll) ? ['idle'] : ['open'])
    return { ...withoutClock(poll), ...clock }
  }
  const { from, to } = TRANSITIONS[action]
  if (poll.phase === to)
    return poll
  expectPhase(poll, action, from)
  return { ...withoutClock(markSolved(poll, to)), phase: to, ...(to === 'open' && clock) }
}

function markSolved(poll: PollState, to: Phase): PollState {
  const { solved, ...edit } = poll.edits?.[poll.round] ?? {}
  if (to === 'solved')
    return { ...poll, edits: { ...poll.edits, [poll.round]: { ...edit, solved: true } } }
  return to === 'open' && solved ? { ...poll, edits: { ...poll.edits, [poll.round]: edit } } : poll
}

/** After an earlier round was shown again, the next one still begins without ballots. */
function nextRound({ last, ...poll }: PollState): PollState {
  return { ...withoutClock(poll), round: lastRound({ ...poll, ...last !== undefined && { last } }) + 1 }
}

function expectPhase(poll: PollState, action: MovingAction, allowed: Phase[]): void {
  if (!allowed.includes(poll.phase))
    throw new PhaseConflict(`The poll is ${poll.phase}: ${action} needs it ${allowed.join(' or ')}.`)
}

export function withoutClock({ endsAt: _, paused: __, ...poll }: PollState): PollState {
  return poll
}

function hasClock({ endsAt, paused }: PollState): boolean {
  return endsAt !== undefined || paused !== undefined
}
