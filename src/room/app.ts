import type { HttpBindings } from '@hono/node-server'
import type { BallotReceipt, ErrorBody, PaperRequest, Slip } from '../polls/protocol.ts'
import type { CastResult } from '../polls/store.ts'
import type { PhonePage } from './phonePage.ts'
import type { Room } from './room.ts'
import type { Secrets } from './secrets.ts'
import { randomUUID } from 'node:crypto'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { generateCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { readAnswer } from '../polls/kinds/index.ts'
import { PhaseConflict } from '../polls/phase.ts'
import { ENTRY_STATES, STAGE_ACTIONS } from '../polls/protocol.ts'
import { bearer, limitedJson, refuse, sameOrigin } from './http.ts'
import { createLimiter } from './limiter.ts'
import { toCsv } from './results.ts'
import { frame } from './streams.ts'

const COOKIE_SECONDS = 30 * 24 * 3600
/** A ballot is a few option ids, or questions in any script. */
const MAX_BODY = 8 * 1024
/** All slips of a hall. */
const MAX_PAPER_BODY = 256 * 1024
const MAX_SLIPS = 2000

const texts = z.array(z.string().max(400)).max(120)
const answer = z.union([
  texts,
  z.number(),
  z.strictObject({ value: z.number(), sure: z.boolean() }),
  z.strictObject({ ask: texts, up: texts }),
])
const ballotRequest = z.strictObject({ session: z.string().max(60).optional(), round: z.int().positive(), answer, given: z.int().positive().optional() })
const actionRequest = z.strictObject({ seconds: z.int().min(0).max(3600).optional() })
const paperRequest = z.strictObject({
  round: z.int().positive(),
  slips: z.array(z.strictObject({ answer, people: z.int().positive().max(MAX_SLIPS) })).max(MAX_SLIPS),
}).refine(({ slips }) => slips.reduce((sum, slip) => sum + slip.people, 0) <= MAX_SLIPS)

const NOT_COUNTED: Record<Exclude<CastResult, 'counted'>, string> = {
  'closed': 'The poll is closed, so this answer was not counted.',
  'stale-round': 'A new round or session has started, so this answer was not counted.',
  'overtaken': 'A later answer from this phone is counted already.',
}

interface Env { Bindings: HttpBindings, Variables: { voter: string } }

export interface AppOptions {
  room: Room
  secrets: Secrets
  page: PhonePage
  /** Address that phones are given. */
  joinUrl: () => string
  onError: (error: unknown) => void
}

/** The HTTP face of a room: the table of calls in `docs/room.md`. */
export function createApp({ room, secrets, page, joinUrl, onError }: AppOptions): Hono<Env> {
  const app = new Hono<Env>()
  const mayVote = createLimiter(20, 2)
  const ownPages = sameOrigin(joinUrl)
  const voterOf = (cookie: string) => secrets.voterOf(cookie, room.session)

  app.onError((error, c) => {
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

  // --- phones -------------------------------------------------------------------------------------------------------

  /** Whoever asks for the room joins it: a phone without a cookie of this room gets one, on Node's own response. */
  const joined = createMiddleware<Env>(async (c, next) => {
    let voter = voterOf(getCookie(c, 'voter') ?? '')
    if (!voter) {
      const cookie = secrets.newVoterCookie()
      voter = voterOf(cookie) as string
      c.env.outgoing.setHeader(
        'Set-Cookie',
        generateCookie('voter', cookie, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: COOKIE_SECONDS }),
      )
    }
    c.set('voter', voter)
    await next()
  })

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

  app.put('/api/polls/:id/ballot', ownPages, limitedJson(MAX_BODY), async (c) => {
    const voter = voterOf(getCookie(c, 'voter') ?? '')
    if (!voter)
      return refuse(c, 'forbidden', 'Join the room first: open its start page.')
    const wait = mayVote(voter)
    if (wait > 0) {
      return refuse(c, 'too-many', 'That was too quick; the answer will be taken in a moment.', {
        'Retry-After': String(Math.ceil(wait / 1000)),
      })
    }
    const poll = room.polls.get(c.req.param('id'))
    if (!poll)
      return refuse(c, 'not-found', 'There is no such poll in this room.')

    const body = ballotRequest.safeParse(await c.req.json().catch(() => undefined))
    if (!body.success)
      return refuse(c, 'bad-request', 'A ballot is a JSON object with a round and an answer.')
    const { session, round, given } = body.data
    const read = readAnswer(poll, body.data.answer)
    if ('fault' in read)
      return refuse(c, 'invalid-answer', `The answer does not fit the poll: ${read.fault}.`)

    const result
      = session === undefined || session === room.session
        ? await room.cast(poll, { voter, round, answer: read.answer, ...(given !== undefined && { given }) })
        : 'stale-round'
    if (result !== 'counted') {
      return c.json<ErrorBody>(
        { error: { code: result, message: NOT_COUNTED[result] }, room: await room.snapshot(voter) },
        409,
      )
    }
    return c.json<BallotReceipt>({ counted: true, poll: poll.id, round, answer: read.answer })
  })

  // --- stage --------------------------------------------------------------------------------------------------------

  app.use('/api/stage/*', async (c, next) => {
    const key = bearer(c)
    const allowed = key !== undefined ? secrets.isStageKey(key) : secrets.isStageCookie(getCookie(c, 'stage') ?? '')
    if (!allowed) {
      return refuse(
        c,
        'unauthorized',
        'This needs the stage key: open the presenter link that the start command printed.',
      )
    }
    c.header('Cache-Control', 'no-store')
    return key !== undefined || c.req.method === 'GET' ? next() : ownPages(c, next)
  })

  app.get('/api/stage/session', c => c.body(null, 204))
  app.post('/api/stage/session', (c) => {
    setCookie(c, 'stage', secrets.stageCookie, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/api/stage',
      maxAge: COOKIE_SECONDS,
    })
    return c.body(null, 204)
  })

  app.get('/api/stage/events', async (c) => {
    if (c.req.method === 'HEAD')
      return c.body(null)
    room.stage.add(c.env.outgoing, randomUUID(), frame('stage', await room.stageState()))
    return RESPONSE_ALREADY_SENT
  })

  app.post('/api/stage/polls/:id/:action', async (c) => {
    const poll = room.polls.get(c.req.param('id'))
    const action = STAGE_ACTIONS.find(name => name === c.req.param('action'))
    if (!poll || !action)
      return refuse(c, 'not-found', `There is no such ${poll ? 'action' : 'poll'} in this room.`)
    const text = await c.req.text()
    const body = actionRequest.safeParse(text ? parsed(text) : {})
    if (!body.success)
      return refuse(c, 'bad-request', 'An action takes at most a number of seconds, 0 to 3600.')
    try {
      return c.json(await room.act(poll, action, body.data.seconds))
    }
    catch (error) {
      if (error instanceof PhaseConflict)
        return refuse(c, 'conflict', error.message)
      throw error
    }
  })

  app.post('/api/stage/polls/:id/entries/:entry/:state', async (c) => {
    const poll = room.polls.get(c.req.param('id'))
    const state = ENTRY_STATES.find(text => text === c.req.param('state'))
    const after = poll && state && (await room.mark(poll, c.req.param('entry'), state))
    return after
      ? c.json(after)
      : refuse(c, 'not-found', 'There is no such entry, or entries do not come into that state.')
  })

  app.get('/api/stage/polls/:id/paper', (c) => {
    const poll = room.polls.get(c.req.param('id'))
    return poll ? c.json<PaperRequest>(room.paper(poll)) : refuse(c, 'not-found', 'There is no such poll in this room.')
  })

  app.put('/api/stage/polls/:id/paper', limitedJson(MAX_PAPER_BODY), async (c) => {
    const poll = room.polls.get(c.req.param('id'))
    if (!poll)
      return refuse(c, 'not-found', 'There is no such poll in this room.')
    const body = paperRequest.safeParse(parsed(await c.req.text()))
    if (!body.success) {
      return refuse(
        c,
        'bad-request',
        `Ballots from paper are a round and up to ${MAX_SLIPS} slips, each with an answer and a number of people.`,
      )
    }
    const slips: Slip[] = []
    for (const [i, { answer, people }] of body.data.slips.entries()) {
      const read = readAnswer(poll, answer)
      if ('fault' in read)
        return refuse(c, 'invalid-answer', `Slip ${i + 1} does not fit the poll: ${read.fault}.`)
      slips.push({ answer: read.answer, people })
    }
    const after = await room.enter(poll, body.data.round, slips)
    return after ? c.json(after) : refuse(c, 'stale-round', 'A new round has started; enter the slips there.')
  })

  app.get('/api/stage/results.json', async c => c.json(await room.results()))
  app.get('/api/stage/results.csv', async c => c.body(toCsv(await room.results()), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="results.csv"',
  }))

  return app
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    return undefined
  }
}
