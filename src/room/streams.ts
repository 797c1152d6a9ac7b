import type { ServerResponse } from 'node:http'
import { Buffer } from 'node:buffer'
import { HEARTBEAT_MS } from '../polls/protocol.ts'

/** Bytes that may wait for a slow client before it is dropped. It reconnects and gets the whole state. */
const MAX_BACKLOG_BYTES = 64 * 1024
/** Enough for a phone with a few tabs; a client that opened thousands of streams would lock the others out. */
const MAX_STREAMS_PER_CLIENT = 4
const HEARTBEAT = Buffer.from('event: beat\ndata: \n\n')

const STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // A proxy that compressed the events would hold them back until it had enough of them.
  'Cache-Control': 'no-store, no-transform',
  // Keeps a reverse proxy from holding events back.
  'X-Accel-Buffering': 'no',
}

/** The open event streams of phones, or of the stage. */
export interface Streams {
  /**
   * Turns a response into an event stream that starts with `first`, or refuses it with 429 or 503.
   *
   * @param response of the request
   * @param client a phone or a deck, which may have several streams
   * @param first of any size; streams that are given the same bytes share them
   */
  add: (response: ServerResponse, client: string, ...first: Buffer[]) => void
  /** Writes the same bytes to every stream. */
  send: (frame: Buffer) => void
  /** Clients connected now, each counted once. */
  people: () => number
  /** Whether this client has a stream. */
  has: (client: string) => boolean
  /** Ends all streams and refuses new ones. */
  close: () => void
}

/**
 * Waits until a response can write to its connection. A browser sends the next request as soon as it has an answer,
 * sometimes before this side has noticed that the answer has gone out. To be called before the state is read, which
 * would be old after a wait.
 */
export async function connected(response: ServerResponse): Promise<void> {
  if (response.socket || response.destroyed)
    return
  await new Promise<void>((resolve) => {
    response.once('socket', () => resolve())
    response.once('close', resolve)
  })
}

/** One server-sent event as bytes, serialised once for any number of streams. */
export function frame(event: string, data: unknown): Buffer {
  return Buffer.from(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

export interface StreamsOptions {
  /** Streams at a time; one more is answered 503. */
  max: number
  /** Called when a client joins or leaves. */
  onPeople?: () => void
  /** @default HEARTBEAT_MS */
  heartbeatMs?: number
}

export function createStreams({ max, onPeople, heartbeatMs = HEARTBEAT_MS }: StreamsOptions): Streams {
  /** The client of each open stream. */
  const clients = new Map<ServerResponse, string>()
  const streamCounts = new Map<string, number>()
  let closed = false
  // One timer for all: a heartbeat lets both ends notice a half-open connection.
  const heartbeat = setInterval(send, heartbeatMs, HEARTBEAT)
  heartbeat.unref()

  function send(bytes: Buffer): void {
    clients.forEach((_, response) => write(response, bytes))
  }

  function countStreams(client: string, change: 1 | -1): void {
    const count = (streamCounts.get(client) ?? 0) + change
    if (count > 0)
      streamCounts.set(client, count)
    else
      streamCounts.delete(client)
    onPeople?.()
  }

  /** The status of the refusal; undefined where the stream may be opened. */
  function refusal(response: ServerResponse, client: string): 429 | 503 | undefined {
    // Without a socket, the request waits behind another on its own connection: it would take a place for nothing.
    if (closed || clients.size >= max || !response.socket)
      return 503
    return (streamCounts.get(client) ?? 0) >= MAX_STREAMS_PER_CLIENT ? 429 : undefined
  }

  return {
    add(response, client, ...first) {
      // The client may have gone while its state was being read.
      if (response.destroyed)
        return
      const status = refusal(response, client)
      if (status !== undefined) {
        response.writeHead(status, { 'Retry-After': '5' }).end()
        return
      }
      response.writeHead(200, STREAM_HEADERS)
      clients.set(response, client)
      countStreams(client, 1)
      response.on('close', () => clients.delete(response) && countStreams(client, -1))
      response.on('error', () => response.destroy())
      begin(response, first)
    },
    send,
    people: () => streamCounts.size,
    has: client => streamCounts.has(client),
    close() {
      closed = true
      clearInterval(heartbeat)
      clients.forEach((_, response) => response.end())
    },
  }
}

/** Of streams that have not taken what they begin with yet: how many bytes of that may wait. */
const beginnings = new WeakMap<ServerResponse, number>()

/** What a stream begins with may be large, and a slow network takes its time over it: nobody is dropped for that. */
function begin(response: ServerResponse, first: readonly Buffer[]): void {
  first.filter(bytes => bytes.length > 0).forEach(bytes => response.write(bytes))
  if (response.writableNeedDrain) {
    beginnings.set(response, response.writableLength)
    response.once('drain', () => beginnings.delete(response))
  }
}

function write(response: ServerResponse, bytes: Buffer): void {
  // Checked before writing: one long event is no sign of a slow client.
  if (response.writableLength > MAX_BACKLOG_BYTES + (beginnings.get(response) ?? 0))
    response.destroy()
  else
    response.write(bytes)
}
