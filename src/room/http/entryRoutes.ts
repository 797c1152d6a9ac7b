import type { Context } from 'hono'
import type { ModeratedEntries, StageState } from '../../polls/protocol.ts'
import type { RoomApp, RoomEnv, RouteOptions } from './middleware.ts'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { ENTRY_STATES, MODERATION_EVENTS_PATH } from '../../polls/protocol.ts'
import { limitedJson, parseJson, refuse } from './middleware.ts'
import { entriesQuery, MAX_BALLOT_BYTES, mergeRequest } from './requests.ts'

/** Words and questions as a moderator sorts them: which there are, their states, and which of them say the same. */
export function registerEntries(app: RoomApp, { room }: RouteOptions): void {
  app.get(MODERATION_EVENTS_PATH, async (c) => {
    if (c.req.method === 'HEAD')
      return c.body(null)
    await room.follow(c.env.outgoing, 'entries')
    return RESPONSE_ALREADY_SENT
  })

  app.get('/api/stage/polls/:id/entries', async (c) => {
    const poll = room.polls.get(c.req.param('id'))
    const query = entriesQuery.safeParse(c.req.query())
    if (!query.success)
      return refuse(c, 'bad-request', 'Ask with a search of up to 200 characters, a state, and a count.')
    const { search = '', state, count } = query.data
    const entries = poll && await room.entries(poll, { search, count, ...state && { states: [state] } })
    return entries
      ? c.json<ModeratedEntries>(entries)
      : refuse(c, 'not-found', 'There is no such poll in which people write.')
  })

  app.post('/api/stage/polls/:id/entries/:entry/:state', async (c) => {
    const poll = room.polls.get(c.req.param('id'))
    const state = ENTRY_STATES.find(name => name === c.req.param('state'))
    const round = c.req.query('round')
    if (poll && round !== undefined && round !== String(room.roundOf(poll)))
      return refuse(c, 'stale-round', 'A new round has begun; look at the list again.')
    const after = poll && state && (await room.setEntryState(poll, c.req.param('entry'), state))
    return after
      ? answer(c, after)
      : refuse(c, 'not-found', 'There is no such entry, or entries do not come into that state.')
  })

  app.put('/api/stage/polls/:id/entries/:entry/merge', limitedJson(MAX_BALLOT_BYTES), async (c) => {
    const poll = room.polls.get(c.req.param('id'))
    const body = mergeRequest.safeParse(parseJson(await c.req.text()))
    if (!body.success)
      return refuse(c, 'bad-request', 'Name the entry that it says the same as, or null to take it out again.')
    const after = poll && await room.mergeEntry(poll, c.req.param('entry'), body.data.into ?? undefined)
    return after ? answer(c, after) : refuse(c, 'not-found', 'There are no such entries in this poll.')
  })
}

/** The presenter's deck goes on from the new state, which holds more than a moderator may know. */
function answer(c: Context<RoomEnv>, after: StageState) {
  return c.get('right') === 'presenter' ? c.json(after) : c.body(null, 204)
}
