import type { Context, MiddlewareHandler } from 'hono'
import type { RoomEnv, RouteOptions } from './middleware.ts'
import { generateCookie, getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { COOKIE_SECONDS } from './middleware.ts'

/** The voter that a phone's cookie names in this session; undefined for a phone that has not joined. */
export function readVoter(c: Context, { room, secrets }: RouteOptions): string | undefined {
  return secrets.voterOf(getCookie(c, 'voter') ?? '', room.session)
}

/** Joins a phone: one without a cookie of this room gets one. Sets `voter` for the route. */
export function joinVoter(options: RouteOptions): MiddlewareHandler<RoomEnv> {
  const { room, secrets } = options
  return createMiddleware<RoomEnv>(async (c, next) => {
    let voter = readVoter(c, options)
    if (!voter) {
      const cookie = secrets.newVoterCookie()
      voter = secrets.voterOf(cookie, room.session) as string
      // On Node's own response, since an event stream is written there and not by Hono.
      c.env.outgoing.setHeader(
        'Set-Cookie',
        generateCookie('voter', cookie, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: COOKIE_SECONDS }),
      )
    }
    c.set('voter', voter)
    await next()
  })
}
