import type { AskedPoll, SessionState } from '../polls/phase.ts'
import type { StageState } from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import { askAdhoc, showAdhoc } from '../polls/adhoc.ts'

/** What the presenter does with polls that are typed during the talk. */
export interface AdhocDesk {
  /**
   * Asks a poll, which opens at once.
   *
   * @throws {import('../polls/phase.ts').PhaseConflict} where the session holds as many as it may
   */
  askAdhoc: (asked: AskedPoll) => Promise<StageState>
  /** Puts a typed poll away, which closes it where it is open, or shows it again as it stands. */
  showAdhoc: (id: string, isShown: boolean) => Promise<StageState>
}

/** @param publish takes over a state that the store wrote, and tells everybody */
export function createAdhocDesk(
  session: Pick<LiveSession, 'name' | 'store'>,
  publish: (next: SessionState) => Promise<StageState>,
): AdhocDesk {
  const change = async (next: (now: SessionState) => SessionState) =>
    publish(await session.store.change(session.name, next))
  return {
    askAdhoc: asked => change(now => askAdhoc(now, asked)),
    showAdhoc: (id, isShown) => change(now => showAdhoc(now, id, isShown)),
  }
}
