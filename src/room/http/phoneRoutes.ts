import type { RoomApp, RouteOptions } from './middleware.ts'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { registerBallotRoute } from './ballotRoute.ts'
import { joinVoter } from './voterCookie.ts'

/** Calls of phones: the room's state, once or as a stream, and the ballot. */
export function registerPhoneRoutes(app: RoomApp, options: RouteOptions): void {
  const { room } = options
  const joined = joinVoter(options)

  app.get('/api/room', joined, async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(await room.snapshot(c.get('voter')))
  })

  app.get('/api/room/events', joined, async (c) => {
    if (c.req.method === 'HEAD')
      return c.body(null)
    await room.join(c.env.outgoing, c.get('voter'))
    return RESPONSE_ALREADY_SENT
  })

  registerBallotRoute(app, options)
}
