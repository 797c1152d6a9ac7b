import type { SyncRequest } from '../protocol.ts'
import type { NearMessage, SyncOutcome } from './syncLink.ts'
import { SYNC_PATH } from '../protocol.ts'
import { createSyncLink } from './syncLink.ts'

/** A change that is not taken by then is sent again. */
const TIMEOUT_MS = 4000

const near = openNear()

/** This window's end of what all windows of the deck share; `useRoomClient` connects it to the room. */
export const windowSync = createSyncLink({ post, tellNear: message => near?.postMessage(message) })

/** Reaches the other windows of this browser. */
function openNear(): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === 'undefined')
    return undefined
  const channel = new BroadcastChannel('kit-windows')
  channel.addEventListener('message', ({ data }: MessageEvent<NearMessage>) => windowSync.takeNear(data))
  return channel
}

async function post(request: SyncRequest): Promise<SyncOutcome> {
  try {
    const { status } = await fetch(`${import.meta.env.ROOM_ROOT}${SYNC_PATH}`, {
      method: 'POST',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    })
    return status < 300 ? 'taken' : status < 500 ? 'refused' : 'lost'
  }
  catch {
    return 'lost'
  }
}
