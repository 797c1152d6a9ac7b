import type { DeckPoll, RefusedEdits, StageState, SyncEvent } from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import type { PhoneBroadcast } from './phoneBroadcast.ts'
import type { Reactions } from './reactions.ts'
import type { StageStreams } from './stageStreams.ts'
import type { WindowSync } from './windowSync.ts'
import { createPhoneBroadcast } from './phoneBroadcast.ts'
import { createReactions } from './reactions.ts'
import { createStageStreams } from './stageStreams.ts'
import { createStageView } from './stageView.ts'
import { frame } from './streams.ts'
import { createWindowSync } from './windowSync.ts'

export interface BroadcastOptions {
  /** Address that the QR code encodes. */
  joinUrl: () => string
  /** A short link to it, for people who type. */
  joinShort?: string | undefined
  /** Ballots of an earlier audience, 0 once the presenter has acted. */
  resumed: () => number
  /** Changes of the polls file that were not taken over. */
  refused: () => RefusedEdits | undefined
  /** Polls that were changed since the start. */
  edited: () => DeckPoll[]
  /** Whether the deck wants reactions. */
  hasReactions: boolean
  /** What the talk is called. */
  title?: string | undefined
  /** Phones connected at a time. */
  maxPhones: number
  /** How often their number is kept at most, in milliseconds; once a minute where left out. */
  attendanceEveryMs?: number | undefined
  /** Told of a state that could not be read or sent. */
  onError: (error: unknown) => void
}

/** Who is connected, and what they are sent. */
export interface Broadcast {
  phones: PhoneBroadcast
  /** Opens an event stream of the stage, which begins with the state as it is. */
  follow: StageStreams['follow']
  stageState: () => Promise<StageState>
  /** Sends the stage its state soon, together with what else changes meanwhile. */
  queueStage: () => void
  /** Sends stage and phones their state soon: the polls themselves have changed, which is no new session state. */
  queueAll: () => void
  reactions: Reactions
  /** Keeps the windows of the deck in step. */
  sync: WindowSync
  /** Tells everybody of a session state that was just adopted; resolves once phones were sent it. */
  announce: () => Promise<void>
  close: () => void
}

/** Opens the streams of phones and stage, and keeps both told of the session. */
export function createBroadcast(
  session: LiveSession,
  { joinUrl, joinShort, onError, resumed, refused, edited, hasReactions, ...hall }: BroadcastOptions,
): Broadcast {
  const sync = createWindowSync(sendSync)
  const stage = createStageStreams({ session, readState, sync, onError })
  const { queueStage: onPeople } = stage
  const phones = createPhoneBroadcast(session, { ...hall, takesReactions, onPeople, onError })
  const reactions = createReactions(session, {
    isEnabled: hasReactions,
    // An event of its own: the state of the stage is a thousand times as long.
    send: counts => stage.sendToDecks(frame('reactions', counts)),
    announce: queueAll,
    onError,
  })
  const told = { joinUrl, joinShort, countPhones: phones.people, resumed, refused, edited }
  const stageState = createStageView(session, { ...told, reactions: reactions.state })

  function sendSync(event: SyncEvent): void {
    stage.sendSync(event)
  }

  function takesReactions(): boolean {
    return reactions.isTaken()
  }

  function readState(): Promise<StageState> {
    return stageState()
  }

  function queueStage(): void {
    stage.queueStage()
    stage.queueEntries()
  }

  function queueAll(): void {
    queueStage()
    phones.queue()
  }

  return {
    phones,
    follow: stage.follow,
    stageState,
    queueStage,
    queueAll,
    reactions,
    sync,
    async announce() {
      queueStage()
      await phones.sendNew()
    },
    close() {
      reactions.close()
      phones.close()
      stage.close()
    },
  }
}
