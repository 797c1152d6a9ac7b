import type { Context, MiddlewareHandler } from 'hono'
import type { RoomEnv, RouteOptions } from './middleware.ts'
import { generateCookie, getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { cookieRoots } from './basePath.ts'
import { COOKIE_SECONDS, isSecure } from './middleware.ts'

/** The voter that a phone's cookie names in this session; undefined for a phone that has not joined. */
export function readVoter(c: Context, { room, secrets }: RouteOptions): string | undefined {
  return secrets.voterOf(getCookie(c, 'voter') ?? '', room.session)
}

/** Joins a phone: one without a cookie of this room gets one. Sets `voter` for the route. */
export function joinVoter(options: RouteOptions): MiddlewareHandler<RoomEnv> {
  const { room, secrets, root } = options
  return createMiddleware<RoomEnv>(async (c, next) => {
    let voter = readVoter(c, options)
    if (!voter) {
      const cookie = secrets.newVoterCookie()
      voter = secrets.voterOf(cookie, room.session) as string
      const kept = { httpOnly: true, sameSite: 'Lax', secure: isSecure(c), maxAge: COOKIE_SECONDS } as const
      // On Node's own response, since an event stream is written there and not by Hono.
      c.env.outgoing.setHeader(
        'Set-Cookie',
        cookieRoots(c, root).map(path => generateCookie('voter', cookie, { ...kept, path })),
      )
    }
    c.set('voter', voter)
    await next()
  })
}
