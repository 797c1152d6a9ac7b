import type { RequestListener, ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import { createServer } from 'node:http'

/** Requests of one connection that may wait for their answers. Browsers send the next one once they have the last. */
const MOST_WAITING = 4

/**
 * An HTTP server that hangs up on a client which sends request after request without reading the answers. Node keeps
 * all of those answers in memory: a few connections with some thousand requests each would fill it.
 */
export function createBoundedServer(options: ServerOptions, listener: RequestListener) {
  const waiting = new WeakMap<Socket, number>()
  return createServer(options, (request, response) => {
    const { socket } = request
    const count = waiting.get(socket) ?? 0
    if (count >= MOST_WAITING)
      socket.destroy()
    // Of what had come with the last one, the rest is read all the same.
    if (socket.destroyed)
      return
    waiting.set(socket, count + 1)
    response.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1))
    listener(request, response)
  })
}
