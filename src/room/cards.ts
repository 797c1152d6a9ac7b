import type { SessionState } from '../polls/phase.ts'
import type { CardReply, StageState } from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import { cardOf } from '../polls/calibration.ts'
import { areCardsShown, showCards } from '../polls/phase.ts'

/** The cards of phones, and with them the room's curve on the wall. */
export interface Cards {
  /** Shows them, or no longer. */
  showCards: (isShown: boolean) => Promise<StageState>
  /** One phone's card; undefined before the presenter has shown them. */
  card: (voter: string) => Promise<CardReply | undefined>
}

/** @param publish takes over the changed state, and tells everybody */
export function createCards(session: LiveSession, publish: (next: SessionState) => Promise<StageState>): Cards {
  return {
    showCards: async isShown =>
      publish(await session.store.change(session.name, now => showCards(now, isShown))),

    async card(voter) {
      if (!areCardsShown(session.state))
        return undefined
      const calibration = await session.calibrations.read()
      return calibration ? { card: calibration.cards.get(voter) ?? cardOf([]) } : {}
    },
  }
}
