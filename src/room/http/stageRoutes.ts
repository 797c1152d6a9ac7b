import type { PaperRequest, Slip } from '../../polls/protocol.ts'
import type { RoomApp, RouteOptions } from './middleware.ts'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { checkAnswer } from '../../polls/kinds/rules.ts'
import { BEGIN_ANEW_PATH, CARDS_ACTIONS, cardsPath, STAGE_ACTIONS } from '../../polls/protocol.ts'
import { toCsv } from '../results.ts'
import { registerAdhocRoutes } from './adhocRoutes.ts'
import { registerEntries } from './entryRoutes.ts'
import { limitedJson, parseJson, refuse } from './middleware.ts'
import { registerMuteRoute } from './reactionRoutes.ts'
import { actionRequest, MAX_SLIPS, MAX_SLIPS_BYTES, paperRequest, roundRequest } from './requests.ts'
import { requireRight, setRightCookie } from './stageKey.ts'

/** Calls of decks, the presenter and moderators; `rights.ts` says which key allows which. */
export function registerStageRoutes(app: RoomApp, options: RouteOptions): void {
  app.use('/api/stage/*', requireRight(options))
  registerSession(app, options)
  registerAdhocRoutes(app, options)
  registerMuteRoute(app, options)
  registerActions(app, options)
  registerEntries(app, options)
  registerPaper(app, options)
  registerResults(app, options)
}

function registerSession(app: RoomApp, options: RouteOptions): void {
  const { room } = options

  app.get('/api/stage/session', c => c.body(null, 204))
  app.post('/api/stage/session', (c) => {
    setRightCookie(c, c.get('right'), options)
    return c.body(null, 204)
  })

  app.get('/api/stage/events', async (c) => {
    if (c.req.method === 'HEAD')
      return c.body(null)
    await room.follow(c.env.outgoing, c.get('right') === 'wall' ? 'wall' : 'stage')
    return RESPONSE_ALREADY_SENT
  })
}

/** What the presenter does to a poll. */
function registerActions(app: RoomApp, { room }: RouteOptions): void {
  app.post(BEGIN_ANEW_PATH, async c => c.json(await room.beginAnew()))
  for (const action of CARDS_ACTIONS)
    app.post(cardsPath(action), async c => c.json(await room.showCards(action === 'show')))

  app.post('/api/stage/polls/:id/round', async (c) => {
    const poll = room.polls.get(c.req.param('id'))
    if (!poll)
      return refuse(c, 'not-found', 'There is no such poll in this room.')
    const body = roundRequest.safeParse(parseJson(await c.req.text()))
    if (!body.success)
      return refuse(c, 'bad-request', 'Name the round to show: a whole number from 1.')
    return c.json(await room.showRound(poll, body.data.round))
  })

  app.post('/api/stage/polls/:id/:action', async (c) => {
    const poll = room.polls.get(c.req.param('id'))
    const action = STAGE_ACTIONS.find(name => name === c.req.param('action'))
    if (!poll || !action)
      return refuse(c, 'not-found', `There is no such ${poll ? 'action' : 'poll'} in this room.`)
    const text = await c.req.text()
    const body = actionRequest.safeParse(text ? parseJson(text) : {})
    if (!body.success)
      return refuse(c, 'bad-request', 'An action takes at most a number of seconds, 0 to 3600.')
    return c.json(await room.act(poll, action, body.data.seconds))
  })
}

function registerPaper(app: RoomApp, { room }: RouteOptions): void {
  app.get('/api/stage/polls/:id/paper', (c) => {
    const poll = room.polls.get(c.req.param('id'))
    return poll
      ? c.json<PaperRequest>(room.paperSlips(poll))
      : refuse(c, 'not-found', 'There is no such poll in this room.')
  })

  app.put('/api/stage/polls/:id/paper', limitedJson(MAX_SLIPS_BYTES), async (c) => {
    const poll = room.polls.get(c.req.param('id'))
    if (!poll)
      return refuse(c, 'not-found', 'There is no such poll in this room.')
    const body = paperRequest.safeParse(parseJson(await c.req.text()))
    if (!body.success) {
      return refuse(
        c,
        'bad-request',
        `Ballots from paper are a round and up to ${MAX_SLIPS} slips, each with an answer and a number of people.`,
      )
    }
    const slips: Slip[] = []
    for (const [i, { answer, people }] of body.data.slips.entries()) {
      const read = checkAnswer(poll, answer)
      if ('fault' in read)
        return refuse(c, 'invalid-answer', `Slip ${i + 1} does not fit the poll: ${read.fault}.`)
      slips.push({ answer: read.answer, people })
    }
    const after = await room.setPaperSlips(poll, body.data.round, slips)
    return after ? c.json(after) : refuse(c, 'stale-round', 'A new round has started; enter the slips there.')
  })
}

function registerResults(app: RoomApp, { room }: RouteOptions): void {
  app.get('/api/stage/results.json', async c => c.json(await room.results()))
  app.get('/api/stage/results.csv', async c => c.body(toCsv(await room.results()), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="results.csv"',
  }))
}
