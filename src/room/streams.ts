import type { ServerResponse } from 'node:http'
import { Buffer } from 'node:buffer'
import { BEAT_MS } from '../polls/protocol.ts'

/** Bytes that may wait for a slow client before it is dropped; it comes back and gets the absolute state. */
const MAX_BACKLOG = 64 * 1024
/** A phone with a few tabs; one that opens streams by the thousand would lock the others out. */
const MAX_PER_CLIENT = 4
const BEAT = Buffer.from('event: beat\ndata: \n\n')

/** Open event streams of one role. */
export interface Streams {
  /**
   * Turns a response into an event stream that starts with `first`, or refuses it with 429 or 503.
   *
   * @param who identifies the client for `people`
   */
  add: (response: ServerResponse, who: string, first: Buffer) => void
  /** Writes the same bytes to every stream. */
  send: (frame: Buffer) => void
  /** Different clients connected now. */
  people: () => number
  close: () => void
}

/** One server-sent event, ready to be written to any number of streams. */
export function frame(event: string, data: unknown): Buffer {
  return Buffer.from(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

/**
 * @param options limits and hooks of the role
 * @param options.max streams at a time; one more is answered 503
 * @param options.onPeople called when a client joins or leaves
 */
export function createStreams(options: { max: number, onPeople?: () => void }): Streams {
  const open = new Map<ServerResponse, string>()
  const streamsOf = new Map<string, number>()
  let closed = false

  const write = (response: ServerResponse, bytes: Buffer) => {
    // Asked before writing: one long event is no sign of a slow client.
    if (response.writableLength > MAX_BACKLOG)
      response.destroy()
    else
      response.write(bytes)
  }
  const leave = (response: ServerResponse, who: string) => {
    if (!open.delete(response))
      return
    const left = (streamsOf.get(who) ?? 1) - 1
    if (left > 0)
      streamsOf.set(who, left)
    else
      streamsOf.delete(who)
    options.onPeople?.()
  }
  // One timer for all: a heartbeat lets both ends notice a half-open connection.
  const beat = setInterval(() => open.forEach((_, response) => write(response, BEAT)), BEAT_MS)
  beat.unref()

  return {
    add(response, who, first) {
      // The client may have gone while its state was being read.
      if (response.destroyed)
        return
      // Requests piled up on one connection would each take a place, and cost the sender nothing.
      if (closed || open.size >= options.max || !response.socket) {
        response.writeHead(503, { 'Retry-After': '5' }).end()
        return
      }
      if ((streamsOf.get(who) ?? 0) >= MAX_PER_CLIENT) {
        response.writeHead(429, { 'Retry-After': '5' }).end()
        return
      }
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        // Keeps a reverse proxy from holding events back.
        'X-Accel-Buffering': 'no',
      })
      open.set(response, who)
      streamsOf.set(who, (streamsOf.get(who) ?? 0) + 1)
      response.on('close', () => leave(response, who))
      response.on('error', () => response.destroy())
      write(response, first)
      options.onPeople?.()
    },
    send: bytes => open.forEach((_, response) => write(response, bytes)),
    people: () => streamsOf.size,
    close() {
      closed = true
      clearInterval(beat)
      open.forEach((_, response) => response.end())
    },
  }
}
