import type { SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { ClockAction, MovingAction, StageAction, StageState } from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import { isAdhocId } from '../polls/adhoc.ts'
import { advance, beginAnew, PhaseConflict, showRound } from '../polls/phase.ts'
import { adjustClock } from '../polls/pollClock.ts'
import { hasAnswer } from '../polls/pollsFile.ts'
import { CLOCK_ACTIONS } from '../polls/protocol.ts'

/** Seconds of discussion where the poll names none. */
const DISCUSS_SECONDS = 120

/** What the presenter does to polls. */
export interface PollActions {
  /**
   * @param seconds on the clock that the action starts; 0 for no clock, undefined for what the poll says
   * @throws {import('../polls/phase.ts').PhaseConflict} when the action does not fit the poll's phase
   */
  act: (poll: Poll, action: StageAction, seconds?: number) => Promise<StageState>
  /**
   * Shows an earlier round of a poll again, or the last one.
   *
   * @throws {import('../polls/phase.ts').PhaseConflict} while people vote, and where there is no such round
   */
  showRound: (poll: Poll, round: number) => Promise<StageState>
  /** Begins a new round of every poll that was asked. */
  beginAnew: () => Promise<StageState>
  /**
   * Closes polls that are open and not among `shown`: nobody could see them, and phones would go on voting. One that
   * was typed is over whatever slide the wall has.
   *
   * @returns their ids
   */
  closeUnseen: (shown: ReadonlySet<string>) => Promise<string[]>
}

/** @param publish takes over a state that the store wrote, and tells everybody */
export function createPollActions(
  session: LiveSession,
  publish: (next: SessionState) => Promise<StageState>,
): PollActions {
  const change = async (next: (now: SessionState) => SessionState) =>
    publish(await session.store.change(session.name, next))

  return {
    act(poll, action, seconds = clockSeconds(poll, action)) {
      return change(now => isOnClock(action)
        ? adjustClock(now, poll.id, action, session.msLeft(poll.id), Date.now())
        : advance(now, poll.id, withAnswer(poll, action), seconds > 0 ? Date.now() + seconds * 1000 : undefined))
    },
    async beginAnew() {
      const answered = await boardsWithQuestions(session)
      return change(now => beginAnew(now, answered))
    },
    showRound: (poll, round) => change(now => showRound(now, poll.id, round)),
    async closeUnseen(shown) {
      const unseen = [...session.state.polls]
        .filter(([id, { phase }]) => phase === 'open' && !shown.has(id) && !isAdhocId(id))
        .map(([id]) => id)
      for (const id of unseen)
        await change(now => advance(now, id, 'close'))
      return unseen
    },
  }
}

/** Ids of the boards that have questions although they may not have been opened. */
async function boardsWithQuestions({ polls, counts }: LiveSession): Promise<string[]> {
  const boards = [...polls.values()].filter(poll => 'anytime' in poll && poll.anytime)
  const people = await Promise.all(boards.map(async poll => (await counts.of(poll)).tally.people))
  return boards.filter((_, i) => (people[i] ?? 0) > 0).map(({ id }) => id)
}

function isOnClock(action: StageAction): action is ClockAction {
  return (CLOCK_ACTIONS as readonly StageAction[]).includes(action)
}

/** @throws {PhaseConflict} where an answer is to be shown and the author gave none */
function withAnswer(poll: Poll, action: MovingAction): MovingAction {
  if (action === 'solve' && !hasAnswer(poll))
    throw new PhaseConflict('The poll has no right answer to show: polls.yaml gives it none.')
  return action
}

/** Seconds on the clock that an action starts by itself; 0 for none. */
function clockSeconds(poll: Poll, action: StageAction): number {
  if (action === 'open')
    return poll.seconds ?? 0
  return action === 'discuss' ? ('discuss' in poll && poll.discuss) || DISCUSS_SECONDS : 0
}
