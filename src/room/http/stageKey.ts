import type { Context, MiddlewareHandler } from 'hono'
import type { RouteOptions } from './middleware.ts'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { bearerKey, COOKIE_SECONDS, refuse } from './middleware.ts'

/**
 * The stage key check: a call needs the key as a bearer token, or the cookie that the key was traded for. A browser may
 * send the cookie from any page, so with it a call that changes something must come from the room's own pages.
 */
export function requireStageKey({ secrets, ownPagesOnly }: RouteOptions): MiddlewareHandler {
  return createMiddleware(async (c, next) => {
    const key = bearerKey(c)
    const isAllowed = key !== undefined ? secrets.isStageKey(key) : secrets.isStageCookie(getCookie(c, 'stage') ?? '')
    if (!isAllowed) {
      return refuse(
        c,
        'unauthorized',
        'This needs the stage key: open the presenter link that the start command printed.',
      )
    }
    c.header('Cache-Control', 'no-store')
    return key !== undefined || c.req.method === 'GET' ? next() : ownPagesOnly(c, next)
  })
}

/** Gives the presenter's browser the cookie that stands for the stage key. */
export function setStageCookie(c: Context, { secrets }: RouteOptions): void {
  setCookie(c, 'stage', secrets.stageCookie, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/api/stage',
    maxAge: COOKIE_SECONDS,
  })
}
