import type { ServerResponse } from 'node:http'
import type { StageState, SyncChannel, SyncEvent } from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import type { Streams } from './streams.ts'
import type { WindowSync } from './windowSync.ts'
import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { STAGE_HEARTBEAT_MS } from '../polls/protocol.ts'
import { coalesce } from './coalesce.ts'
import { readModeration } from './moderation.ts'
import { connected, createStreams, frame } from './streams.ts'
import { forWall } from './wallView.ts'

/** At most ten stage events a second, however many people vote. */
const STAGE_EVERY_MS = 100
/** Decks and presenter windows at a time, and as many walls and moderators. */
const MAX_STAGE_STREAMS = 50
/** A remote audience is told of votes twice a second. */
const FOLLOWERS_EVERY_MS = 500
const MAX_FOLLOWERS = 2000
/** What a remote audience follows of what windows share. */
const FOLLOWED: readonly SyncChannel[] = ['deck', 'drawings', 'bill', 'clocks']
/** Moderators are told once a second that something is new. */
const ENTRIES_EVERY_MS = 1000
/**
 * Windows that come within this time begin with the same bytes. Drawings make them hundreds of kilobytes long, and
 * nobody needs a key to ask for them: made anew for each, they would keep the room from counting votes. Their time of
 * day is as old at most, which is less than windows take notice of.
 */
const SHARED_FRAMES_MS = 100

/** Event streams of decks and presenter windows, walls, moderators, and a remote audience, which has no key. */
export type StageStream = 'stage' | 'wall' | 'entries' | 'follow'

/** The streams of all that show the deck or sort what people write. */
export interface StageStreams {
  /** Opens a stream, which begins with the state as it is. */
  follow: (response: ServerResponse, stream: StageStream) => Promise<void>
  /** Sends decks, walls and the remote audience their state soon. */
  queueStage: () => void
  /** Sends moderators theirs soon. */
  queueEntries: () => void
  /** Writes the same bytes to every deck and wall. */
  sendToDecks: (bytes: Buffer) => void
  /** Tells every window of the deck what one of them has changed. */
  sendSync: (event: SyncEvent) => void
  close: () => void
}

export interface StageStreamsOptions {
  session: LiveSession
  readState: () => Promise<StageState>
  /** What all windows share, of which a new one is told first. */
  sync: WindowSync
  /** Told of a state that could not be read or sent. */
  onError: (error: unknown) => void
}

/** The streams of moderators, who are sent what people write. */
function createModeratorStreams(session: LiveSession, onError: (error: unknown) => void) {
  const queue = coalesce(ENTRIES_EVERY_MS, send, onError)
  const streams = createStreams({ max: MAX_STAGE_STREAMS, onPeople: queue })
  const read = async () => frame('entries', await readModeration(session))

  async function send(): Promise<void> {
    if (streams.people() > 0)
      streams.send(await read())
  }

  return { streams, queue, read }
}

/** What all windows share, for one that has just come; it is kept for the next one for a moment. */
function createSharedFrames(sync: WindowSync) {
  const kept = new Map<readonly SyncChannel[] | undefined, Buffer>()
  let timer: NodeJS.Timeout | undefined

  function forget(): void {
    clearTimeout(timer)
    timer = undefined
    kept.clear()
  }

  return {
    /** @param channels undefined for all */
    read(channels?: readonly SyncChannel[]): Buffer {
      const bytes = kept.get(channels) ?? Buffer.concat(sync.state(channels).map(event => frame('sync', event)))
      kept.set(channels, bytes)
      timer ??= setTimeout(forget, SHARED_FRAMES_MS).unref()
      return bytes
    },
    /** To be called at a change: who comes now begins with it. */
    forget,
  }
}

/** Opens the streams, each told at its own pace. */
export function createStageStreams({ session, readState, sync, onError }: StageStreamsOptions): StageStreams {
  const queueStage = coalesce(STAGE_EVERY_MS, () => tell('stage', 'wall'), onError)
  const queueFollowers = coalesce(FOLLOWERS_EVERY_MS, () => tell('follow'), onError)
  const moderators = createModeratorStreams(session, onError)
  const shared = createSharedFrames(sync)
  // Who has just connected is sent the state again: it may have changed while the first one was read.
  const streams: Record<StageStream, Streams> = {
    stage: createStreams({ max: MAX_STAGE_STREAMS, onPeople: queueStage, heartbeatMs: STAGE_HEARTBEAT_MS }),
    wall: createStreams({ max: MAX_STAGE_STREAMS, onPeople: queueStage, heartbeatMs: STAGE_HEARTBEAT_MS }),
    entries: moderators.streams,
    follow: createStreams({ max: MAX_FOLLOWERS, onPeople: queueFollowers }),
  }

  async function tell(...names: StageStream[]): Promise<void> {
    const open = names.filter(name => streams[name].people() > 0)
    if (open.length === 0)
      return
    const state = await readState()
    const forOthers = frame('stage', forWall(state))
    for (const name of open)
      streams[name].send(name === 'stage' ? frame('stage', state) : forOthers)
  }

  const sendToDecks = (bytes: Buffer) => [streams.stage, streams.wall].forEach(stream => stream.send(bytes))

  async function firstFrames(stream: StageStream): Promise<Buffer[]> {
    if (stream === 'entries')
      return [await moderators.read()]
    const state = await readState()
    // After the wait, so that no change falls between this and the moment when the window is told of changes.
    return [
      shared.read(stream === 'follow' ? FOLLOWED : undefined),
      frame('stage', stream === 'stage' ? state : forWall(state)),
    ]
  }

  return {
    async follow(response, stream) {
      await connected(response)
      streams[stream].add(response, randomUUID(), ...await firstFrames(stream))
    },
    queueStage() {
      queueStage()
      queueFollowers()
    },
    queueEntries: moderators.queue,
    sendToDecks,
    sendSync(event) {
      shared.forget()
      const bytes = frame('sync', event)
      sendToDecks(bytes)
      if (FOLLOWED.includes(event.channel))
        streams.follow.send(bytes)
    },
    close() {
      [queueStage, moderators.queue, queueFollowers].forEach(queue => queue.stop())
      Object.values(streams).forEach(stream => stream.close())
    },
  }
}
