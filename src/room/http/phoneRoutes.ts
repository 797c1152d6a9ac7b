import type { RoomApp, RouteOptions } from './middleware.ts'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { CARD_PATH } from '../../polls/protocol.ts'
import { registerBallotRoute } from './ballotRoute.ts'
import { refuse } from './middleware.ts'
import { registerReactionRoute } from './reactionRoutes.ts'
import { moreQuery } from './requests.ts'
import { joinVoter } from './voterCookie.ts'

/** Calls of phones: the room's state, once or as a stream, the ballot, and the phone's own card. */
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

  app.get('/api/polls/:id/entries', async (c) => {
    const poll = room.polls.get(c.req.param('id'))
    const query = moreQuery.safeParse(c.req.query())
    if (!poll)
      return refuse(c, 'not-found', 'There is no such poll in this room.')
    if (!query.success)
      return refuse(c, 'bad-request', 'Say how many entries to send.')
    c.header('Cache-Control', 'no-store')
    const more = await room.moreEntries(poll, query.data.count)
    return more ? c.json(more) : refuse(c, 'conflict', 'Phones show no entries of this poll now.')
  })

  app.get(CARD_PATH, joined, async (c) => {
    c.header('Cache-Control', 'no-store')
    const card = await room.card(c.get('voter'))
    return card ? c.json(card) : refuse(c, 'not-found', 'There are no cards before the presenter shows them.')
  })

  registerBallotRoute(app, options)
  registerReactionRoute(app, options)
}
