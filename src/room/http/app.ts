import type { Room } from '../room.ts'
import type { Secrets } from '../secrets.ts'
import type { RoomApp, RoomEnv, RouteOptions } from './middleware.ts'
import type { PhonePage } from './phonePage.ts'
import { Hono } from 'hono'
import { PhaseConflict } from '../../polls/phase.ts'
import { refuse, sameOrigin } from './middleware.ts'
import { registerPhoneRoutes } from './phoneRoutes.ts'
import { registerStageRoutes } from './stageRoutes.ts'

export interface AppOptions {
  room: Room
  secrets: Secrets
  page: PhonePage
  /** Address that phones are given. */
  joinUrl: () => string
  onError: (error: unknown) => void
}

/** The HTTP face of a room: the table of calls in `docs/room.md`. */
export function createApp({ room, secrets, page, joinUrl, onError }: AppOptions): RoomApp {
  const app = new Hono<RoomEnv>()
  const options: RouteOptions = { room, secrets, ownPagesOnly: sameOrigin(joinUrl) }

  app.onError((error, c) => {
    if (error instanceof PhaseConflict)
      return refuse(c, 'conflict', error.message)
    // A phone that hangs up half-way through is no fault of the room.
    if (!c.env.incoming.errored)
      onError(error)
    return refuse(c, 'unavailable', 'The room cannot answer right now; try again in a moment.', { 'Retry-After': '1' })
  })
  app.notFound(c => refuse(c, 'not-found', 'There is nothing at this address.'))

  app.use(async (c, next) => {
    await next()
    if (c.env.outgoing.headersSent)
      return
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Frame-Options', 'DENY')
  })

  app.get('/healthz', c => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    await room.ready()
    return c.json({ ok: true })
  })

  app.get('/', c => page.respond(c))
  registerPhoneRoutes(app, options)
  registerStageRoutes(app, options)
  return app
}
