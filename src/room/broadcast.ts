import type { StageState } from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import type { PhoneBroadcast } from './phoneBroadcast.ts'
import type { Streams } from './streams.ts'
import { coalesce } from './coalesce.ts'
import { createPhoneBroadcast } from './phoneBroadcast.ts'
import { createStageView } from './stageView.ts'
import { createStreams, frame } from './streams.ts'

/** At most ten stage events a second, however many people vote. */
const STAGE_EVERY_MS = 100
/** Decks and presenter windows at a time. */
const MAX_STAGE_STREAMS = 50

export interface BroadcastOptions {
  /** Address that the QR code encodes. */
  joinUrl: () => string
  /** Ballots of an earlier audience, 0 once the presenter has acted. */
  resumed: () => number
  /** What the talk is called. */
  title?: string | undefined
  /** Phones connected at a time. */
  maxPhones: number
  /** Told of a state that could not be read or sent. */
  onError: (error: unknown) => void
}

/** Who is connected, and what they are sent. */
export interface Broadcast {
  phones: PhoneBroadcast
  /** Streams of decks and presenter windows. */
  stage: Streams
  stageState: () => Promise<StageState>
  /** Sends the stage its state soon, together with what else changes meanwhile. */
  queueStage: () => void
  /** Tells everybody of a session state that was just adopted; resolves once phones were sent it. */
  announce: () => Promise<void>
  close: () => void
}

/** Opens the streams of phones and stage, and keeps both told of the session. */
export function createBroadcast(
  session: LiveSession,
  { joinUrl, title, maxPhones, onError, resumed }: BroadcastOptions,
): Broadcast {
  const queueStage = coalesce(STAGE_EVERY_MS, sendStage, onError)
  const phones = createPhoneBroadcast(session, { title, maxPhones, onPeople: queueStage, onError })
  // A stage that has just connected is sent the state again: it may have changed while the first one was read.
  const stage = createStreams({ max: MAX_STAGE_STREAMS, onPeople: queueStage })
  const stageState = createStageView(session, { joinUrl, countPhones: phones.people, resumed })

  async function sendStage(): Promise<void> {
    if (stage.people() > 0)
      stage.send(frame('stage', await stageState()))
  }

  return {
    phones,
    stage,
    stageState,
    queueStage,
    async announce() {
      queueStage()
      await phones.sendNew()
    },
    close() {
      queueStage.stop()
      phones.close()
      stage.close()
    },
  }
}
