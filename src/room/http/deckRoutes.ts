import type { Context } from 'hono'
import type { SyncRequest } from '../../polls/protocol.ts'
import type { RoomApp, RouteOptions } from './middleware.ts'
import { readFile } from 'node:fs/promises'
import { serveStatic } from '@hono/node-server/serve-static'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { z } from 'zod'
import { FOLLOW_EVENTS_PATH, NOTES_PATH, SYNC_CHANNELS, SYNC_PATH } from '../../polls/protocol.ts'
import { createFollowPage } from './followPage.ts'
import { limitedJson, parseJson, refuse } from './middleware.ts'

/** The deck as it is built for presenting. */
export interface DeckFiles {
  /** Folder of the site, without notes, which everybody may load. */
  site: string
  /** The speaker notes: a JSON array of HTML, one entry a slide. */
  notes: string
}

/** Where the deck is served. */
export const DECK_PATH = '/deck/'

/** One slide full of drawing takes some ten kilobytes. */
const MAX_SYNC_BYTES = 512 * 1024

const syncRequest = z.strictObject({
  channel: z.enum(SYNC_CHANNELS),
  from: z.string().max(60),
  n: z.int().min(0),
  now: z.number(),
  patch: z.record(z.string().regex(/^[a-z0-9][\w-]{0,59}$/i), z.unknown()),
})

const inSite = (path: string) => path.slice(DECK_PATH.length - 1)

/** The built deck: its files for everybody, and its notes for the presenter. */
export function registerDeck(app: RoomApp, { site, notes }: DeckFiles, title: string): void {
  const follow = createFollowPage(title)
  app.get('/follow', c => follow.respond(c))
  app.get('/follow/', c => c.redirect('../follow'))
  app.get('/deck', c => c.redirect(`.${DECK_PATH}`))
  app.get(`${DECK_PATH}*`, serveStatic({
    root: site,
    precompressed: true,
    rewriteRequestPath: inSite,
    // The name of a file in this folder changes with what is in it.
    onFound: (_, c) => c.header('Cache-Control', inSite(c.req.path).startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache'),
  }))
  const page = serveStatic({ root: site, path: 'index.html', precompressed: true })
  app.get(`${DECK_PATH}*`, async (c, next) => {
    if (!isPage(c))
      return next()
    c.header('Cache-Control', 'no-cache')
    return page(c, next)
  })
  app.get(NOTES_PATH, async c => c.body(await readFile(notes, 'utf8'), 200, { 'Content-Type': 'application/json' }))
}

/** Whether the path is that of a slide and not of a file; the deck itself then finds the slide. */
function isPage(c: Context): boolean {
  return /^[\w/-]+$/.test(inSite(c.req.path))
}

/** What windows of the deck share, which only a presenter may change. */
export function registerSync(app: RoomApp, { room }: RouteOptions): void {
  app.post(SYNC_PATH, limitedJson(MAX_SYNC_BYTES), async (c) => {
    const body = syncRequest.safeParse(parseJson(await c.req.text()))
    if (!body.success)
      return refuse(c, 'bad-request', `A change names its channel, one of ${SYNC_CHANNELS.join(', ')}, and its fields.`)
    room.sync.put(body.data as SyncRequest)
    return c.body(null, 204)
  })
}

/** What a remote audience follows, without a key: it holds nothing that the hall does not see. */
export function registerFollow(app: RoomApp, { room }: RouteOptions): void {
  app.get(FOLLOW_EVENTS_PATH, async (c) => {
    if (c.req.method === 'HEAD')
      return c.body(null)
    await room.follow(c.env.outgoing, 'follow')
    return RESPONSE_ALREADY_SENT
  })
}
