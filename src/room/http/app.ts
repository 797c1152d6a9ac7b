import type { Context } from 'hono'
import type { Room } from '../room.ts'
import type { Secrets } from '../secrets.ts'
import type { DeckFiles } from './deckRoutes.ts'
import type { RoomApp, RoomEnv, RouteOptions } from './middleware.ts'
import type { HtmlPage, PhonePage } from './phonePage.ts'
import { Hono } from 'hono'
import { PhaseConflict } from '../../polls/phase.ts'
import { pathUnder } from './basePath.ts'
import { registerDeck, registerFollow, registerSync } from './deckRoutes.ts'
import { refuse, sameOrigin } from './middleware.ts'
import { registerPhoneRoutes } from './phoneRoutes.ts'
import { registerStageRoutes } from './stageRoutes.ts'

export interface AppOptions {
  room: Room
  secrets: Secrets
  page: PhonePage
  /** The page for moderators, built at the first call: many rooms have none. */
  moderatePage?: (() => Promise<HtmlPage>) | undefined
  /** What the talk is called. */
  title?: string | undefined
  /** The deck, where the room serves it. */
  deck?: DeckFiles | undefined
  /** Address that phones are given. */
  joinUrl: () => string
  /**
   * Path of that address, from slash to slash.
   *
   * @default '/'
   */
  root?: string
  onError: (error: unknown) => void
}

/** The HTTP face of a room: the table of calls in `docs/room.md`. */
export function createApp(given: AppOptions): RoomApp {
  const { room, secrets, page, moderatePage, deck, title = 'Slides', joinUrl, root = '/', onError } = given
  const app = new Hono<RoomEnv>({ getPath: pathUnder(root) })
  const options: RouteOptions = { room, secrets, root, ownPagesOnly: sameOrigin(joinUrl) }

  app.onError((error, c) => {
    if (error instanceof PhaseConflict)
      return refuse(c, 'conflict', error.message)
    // A phone that hangs up half-way through is no fault of the room.
    if (!c.env.incoming.errored)
      onError(error)
    return refuse(c, 'unavailable', 'The room cannot answer right now; try again in a moment.', { 'Retry-After': '1' })
  })
  app.notFound(c => isForReader(c)
    ? page.respondLost(c)
    : refuse(c, 'not-found', 'There is nothing at this address.'))

  app.use(async (c, next) => {
    await next()
    if (c.env.outgoing.headersSent)
      return
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Frame-Options', 'SAMEORIGIN')
  })

  app.get('/healthz', c => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    await room.ready()
    return c.json({ ok: true })
  })

  app.get('/', c => page.respond(c))
  // The pages are addressed from where the phone's page is, so it has to be in a folder.
  if (root !== '/')
    app.get(root.slice(0, -1), c => c.redirect(`./${root.split('/').at(-2)}/${new URL(c.req.url).search}`))
  app.get('/:file{(?:part|font)-\\w+\\.\\w+}', async (c, next) => page.respondFile(c) ?? next())
  app.get('/moderate', async c => (await moderatePage?.())?.respond(c) ?? c.notFound())
  registerPhoneRoutes(app, options)
  registerStageRoutes(app, options)
  registerSync(app, options)
  registerFollow(app, options)
  if (deck)
    registerDeck(app, deck, title)
  return app
}

/** Whether somebody waits for a page, and no program for an answer. */
function isForReader(c: Context): boolean {
  return c.req.method === 'GET'
    && !c.req.path.startsWith('/api/')
    && /\btext\/html\b/.test(c.req.header('accept') ?? '')
}
