import type { IncomingMessage, RequestOptions } from 'node:http'
import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { json } from 'node:stream/consumers'

/** As much of a `Response` as an attendee needs. */
export interface Reply extends Pick<Response, 'status' | 'ok' | 'json'> {
  headers: Pick<Headers, 'get'>
  /** To be read to its end, here or by `json`, or the request to be aborted. */
  body: AsyncIterable<Uint8Array>
}

export interface PhoneRequest {
  method?: string
  headers?: Record<string, string>
  body?: string
  signal?: AbortSignal
}

/** A phone's browser: it talks to one room, on connections of its own, and keeps the cookie that it was given there. */
export interface Phone {
  /** Value of the cookie that stands for the voter; empty before the room has answered once. */
  cookie: () => string
  /** Rejects when the room does not answer. */
  fetch: (path: string, init?: PhoneRequest) => Promise<Reply>
}

/** Node's own requests: hundreds of phones share a machine with the room, and `fetch` would take most of it. */
const CLIENTS = {
  http: { request: httpRequest, agent: new HttpAgent({ keepAlive: true }) },
  https: { request: httpsRequest, agent: new HttpsAgent({ keepAlive: true }) },
}

/** @param url of the room, which may have a path */
export function createPhone(url: string): Phone {
  const { request, agent } = CLIENTS[url.startsWith('https:') ? 'https' : 'http']
  let cookie = ''

  return {
    cookie: () => cookie,
    fetch: (path, { method = 'GET', headers = {}, body, signal } = {}) =>
      new Promise((resolve, reject) => {
        const options: RequestOptions = {
          method,
          agent,
          headers: {
            ...headers,
            ...(cookie && { Cookie: `voter=${cookie}` }),
            ...(body !== undefined && { 'Content-Length': new TextEncoder().encode(body).length }),
          },
          ...(signal && { signal }),
        }
        const outgoing = request(new URL(`.${path}`, url.replace(/\/*$/, '/')), options, (incoming) => {
          cookie = voterOf(incoming) ?? cookie
          const reply = replyOf(incoming)
          // A network that sends its guests elsewhere is not the room.
          if (reply.status < 300 || reply.status >= 400)
            return resolve(reply)
          incoming.resume()
          reject(new Error(`The room sends elsewhere: ${reply.status}.`))
        })
        // What breaks after the answer has begun breaks its body too.
        outgoing.on('error', reject)
        outgoing.end(body)
      }),
  }
}

function voterOf({ headers }: IncomingMessage): string | undefined {
  return headers['set-cookie']?.map(header => /^voter=([^;]*)/.exec(header)?.[1]).find(text => text !== undefined)
}

function replyOf(incoming: IncomingMessage): Reply {
  const status = incoming.statusCode ?? 0
  return {
    status,
    ok: status >= 200 && status < 300,
    headers: { get: name => incoming.headers[name]?.toString() ?? null },
    body: incoming,
    json: () => json(incoming),
  }
}
