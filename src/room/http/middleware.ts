import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import type { ErrorBody, ErrorCode } from '../../polls/protocol.ts'
import type { Right } from '../rights.ts'
import type { Room } from '../room.ts'
import type { Secrets } from '../secrets.ts'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'

/** Node's request and response, the voter of a phone that has joined, and the right of a stage call. */
export interface RoomEnv {
  Bindings: HttpBindings
  Variables: { voter: string, right: Right }
}

export type RoomApp = Hono<RoomEnv>

/** What the routes work with. */
export interface RouteOptions {
  room: Room
  secrets: Secrets
  /** Path of the public address, from slash to slash. */
  root: string
  /** `sameOrigin` for this room. */
  ownPagesOnly: MiddlewareHandler
}

/** Cookies of phones and presenters last for 30 days. */
export const COOKIE_SECONDS = 30 * 24 * 3600

const STATUS: Record<ErrorCode, 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503> = {
  'bad-request': 400,
  'unauthorized': 401,
  'forbidden': 403,
  'not-found': 404,
  'closed': 409,
  'stale-round': 409,
  'overtaken': 409,
  'conflict': 409,
  'too-large': 413,
  'not-json': 415,
  'invalid-answer': 422,
  'too-many': 429,
  'unavailable': 503,
}

/** Answers with an error: the status of its code, and one sentence for the person at the other end. */
export function refuse(c: Context, code: ErrorCode, message: string, headers?: Record<string, string>) {
  return c.json<ErrorBody>({ error: { code, message } }, STATUS[code], headers)
}

/**
 * Refuses calls from pages of another origin: one that a presenter or voter happens to have open must not act with
 * their cookies.
 *
 * @param ownUrl address that phones are given; behind a proxy, the `Host` header may name another
 */
export function sameOrigin(ownUrl: () => string) {
  return createMiddleware(async (c, next) => {
    const origin = c.req.header('origin')
    // What a proxy says in `X-Forwarded-Host` counts for nothing: anybody can send that.
    if (origin !== undefined && hostOf(origin) !== c.req.header('host') && origin !== new URL(ownUrl()).origin)
      return refuse(c, 'forbidden', 'Calls from pages of another origin are not accepted.')
    await next()
  })
}

/** Refuses bodies that are not JSON, or larger than `maxBytes`, before they are read. */
export function limitedJson(maxBytes: number) {
  const limit = bodyLimit({
    maxSize: maxBytes,
    onError: c => refuse(c, 'too-large', `The body may have at most ${maxBytes} bytes.`, { Connection: 'close' }),
  })
  return createMiddleware(async (c, next) => {
    if (!/^application\/json\s*(?:;|$)/i.test(c.req.header('content-type') ?? ''))
      return refuse(c, 'not-json', 'Send the body as application/json.')
    return limit(c, next)
  })
}

/** Whether the browser has asked by HTTPS, as a proxy says; a cookie for that connection is kept to such. */
export function isSecure(c: Context): boolean {
  return c.req.header('x-forwarded-proto') === 'https'
}

/** The key in an `Authorization: Bearer` header. */
export function bearerKey(c: Context): string | undefined {
  return /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
}

/** Never empty or undefined, so that it is equal to no `Host` that is missing. */
function hostOf(origin: string): string {
  return (URL.canParse(origin) && new URL(origin).host) || 'none'
}

/** Undefined for text that is not JSON, or nested so deeply that it could not be sent on. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    // What is nested too deeply to be written again could be kept and never sent.
    JSON.stringify(value)
    return value
  }
  catch {
    return undefined
  }
}
