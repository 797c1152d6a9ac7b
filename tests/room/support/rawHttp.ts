import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import { request } from 'node:http'
import { connect } from 'node:net'

export interface Ask {
  method?: string
  /** Sent as it is, neither normalised nor escaped. */
  path: string
  headers?: OutgoingHttpHeaders
  /** A list is sent chunked. */
  body?: string | string[] | undefined
}

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** One request on a connection of its own, with headers that `fetch` would not send. */
export function ask(url: string, { method = 'GET', path, headers = {}, body }: Ask): Promise<Reply> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const length = typeof body === 'string' ? { 'Content-Length': new TextEncoder().encode(body).length } : {}
    const outgoing = request(
      { host: hostname, port, method, path, headers: { ...length, ...headers }, agent: false },
      (incoming) => {
        const parts: string[] = []
        incoming.setEncoding('utf8')
        incoming.on('data', part => parts.push(part))
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: parts.join('') }))
        incoming.on('error', reject)
      },
    )
    outgoing.on('error', reject)
    for (const part of [body ?? []].flat())
      outgoing.write(part)
    outgoing.end()
  })
}

/** Writes bytes to a new socket, and returns what comes until the other side closes or `enough` matches. */
export function speak(url: string, bytes: string, enough = /\r\n\r\n/): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'))
    const done = () => {
      socket.destroy()
      resolve(heard)
    }
    socket.setEncoding('latin1')
    socket.on('data', (part) => {
      heard += String(part)
      if (enough.test(heard))
        done()
    })
    socket.on('close', done)
    socket.on('error', done)
  })
}
