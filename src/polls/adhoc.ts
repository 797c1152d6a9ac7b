import type { AskedPoll, SessionState } from './phase.ts'
import type { PollOption } from './protocol.ts'
import { advance, INITIAL_POLL_STATE, PhaseConflict, withoutClock } from './phase.ts'

/**
 * Polls that the presenter types while the talk goes on. They are part of the session and not of polls.yaml, and the
 * wall shows one over whatever slide it has, as long as it is the poll that phones show.
 */

/** Limits of what is typed; options and texts as in polls.yaml. */
export const ADHOC_LIMITS = { question: 140, option: 80, leastOptions: 2, mostOptions: 8, mostPolls: 50 }

/** Whether an id is kept for polls that are typed in the presenter view. */
export const isAdhocId = (id: string): boolean => /^adhoc-\d+$/.test(id)

/** The options of a typed poll; their ids only tell their order. */
export const adhocOptions = (texts: string[]): PollOption[] =>
  texts.map((text, i) => ({ id: `option-${i + 1}`, text }))

/**
 * The session after the presenter has asked another poll, which is open at once. As with any other, a poll that was
 * open is closed.
 *
 * @param session is not changed
 * @param asked what was typed
 * @throws {PhaseConflict} where the session holds as many as it may
 */
export function askAdhoc(session: SessionState, asked: AskedPoll): SessionState {
  const count = [...session.polls.keys()].filter(isAdhocId).length
  if (count >= ADHOC_LIMITS.mostPolls)
    throw new PhaseConflict(`This session has ${count} typed polls already; write the next one into polls.yaml.`)
  const id = `adhoc-${count + 1}`
  return advance({ ...session, polls: new Map(session.polls).set(id, { ...INITIAL_POLL_STATE, asked }) }, id, 'open')
}

/**
 * The session after a typed poll was put away, or shown again as it stands. Put away while it is open, it is closed:
 * nobody could see it any more.
 *
 * @param session is not changed
 * @param id of the poll
 * @param isShown whether wall and phones show it
 */
export function showAdhoc(session: SessionState, id: string, isShown: boolean): SessionState {
  if ((session.current === id) === isShown)
    return session
  const polls = new Map(session.polls)
  for (const [otherId, other] of polls) {
    if (other.phase === 'open')
      polls.set(otherId, { ...withoutClock(other), phase: 'closed' })
  }
  return { seq: session.seq + 1, current: isShown ? id : null, polls }
}
