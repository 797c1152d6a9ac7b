import type { Context } from 'hono'
import type { ErrorBody, ErrorCode } from '../polls/protocol.ts'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'

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
 * A page of another origin that a presenter or voter happens to have open must not act with their cookies.
 *
 * @param ownUrl address under which phones know the room: a proxy before it may pass on another host
 */
export function sameOrigin(ownUrl: () => string) {
  return createMiddleware(async (c, next) => {
    const origin = c.req.header('origin')
    if (origin !== undefined && ![c.req.header('host'), hostOf(ownUrl())].includes(hostOf(origin) ?? 'none'))
      return refuse(c, 'forbidden', 'Calls from pages of another origin are not accepted.')
    await next()
  })
}

/** JSON bodies up to a size; anything else is refused before it is read. */
export function limitedJson(maxSize: number) {
  const limit = bodyLimit({
    maxSize,
    onError: c => refuse(c, 'too-large', `A ballot is at most ${maxSize} bytes.`, { Connection: 'close' }),
  })
  return createMiddleware(async (c, next) => {
    if (!/^application\/json\s*(?:;|$)/i.test(c.req.header('content-type') ?? ''))
      return refuse(c, 'not-json', 'Send the ballot as application/json.')
    return limit(c, next)
  })
}

/** The key of an `Authorization: Bearer` header. */
export function bearer(c: Context): string | undefined {
  return /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
