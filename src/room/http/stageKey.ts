import type { Context, MiddlewareHandler } from 'hono'
import type { Right } from '../rights.ts'
import type { RoomEnv, RouteOptions } from './middleware.ts'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { COOKIE_NAMES, mayCall, RIGHTS } from '../rights.ts'
import { cookieRoots } from './basePath.ts'
import { bearerKey, COOKIE_SECONDS, isSecure, refuse } from './middleware.ts'

/**
 * The check of rights: a call needs a key that allows it as a bearer token, or the cookie that the key was traded for.
 * A browser may send the cookie from any page, so with it a call that changes something must come from the room's own
 * pages. Sets `right` for the route.
 */
export function requireRight(options: RouteOptions): MiddlewareHandler<RoomEnv> {
  return createMiddleware<RoomEnv>(async (c, next) => {
    const key = bearerKey(c)
    const right = key !== undefined ? options.secrets.rightOfKey(key) : rightOfCookies(c, options)
    if (right === undefined) {
      return refuse(
        c,
        'unauthorized',
        'This needs a key: open the link that npm start or npm run room printed.',
      )
    }
    c.header('Cache-Control', 'no-store')
    if (!mayCall(right, callOf(c)))
      return refuse(c, 'forbidden', 'This link does not allow that; the presenter link does.')
    c.set('right', right)
    return key !== undefined || c.req.method === 'GET' ? next() : options.ownPagesOnly(c, next)
  })
}

/** The strongest right of those that the browser has a cookie for. */
function rightOfCookies(c: Context, { secrets }: RouteOptions): Right | undefined {
  return RIGHTS.find(right => secrets.isCookieOf(right, getCookie(c, COOKIE_NAMES[right]) ?? ''))
}

/** The route that answers, such as `GET /api/stage/events`; undefined where there is none. */
function callOf(c: Context): string | undefined {
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL')
  return route && `${route.method} ${route.path}`
}

/** Gives a browser the cookie that stands for its key. */
export function setRightCookie(c: Context, right: Right, { secrets, root }: RouteOptions): void {
  for (const path of cookieRoots(c, root)) {
    setCookie(c, COOKIE_NAMES[right], secrets.cookies[right], {
      httpOnly: true,
      sameSite: 'Strict',
      secure: isSecure(c),
      path: `${path}api/stage`,
      maxAge: COOKIE_SECONDS,
    })
  }
}
