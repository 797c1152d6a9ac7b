import type { ErrorBody, RoomSnapshot, StageAction } from '../../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { ask } from '../support/rawHttp.ts'
import { joinRoom, startRoom } from '../support/testRoom.ts'

interface Row {
  name: string
  /** Stage actions on `bill` before the ballot. */
  steps?: StageAction[]
  poll?: string
  headers?: Record<string, string>
  body?: unknown
  expected: [status: number, code: string]
}

const OPEN: StageAction[] = ['open']
const VALID = { round: 1, answer: ['run'] }

const REFUSED: Row[] = [
  { name: 'no JSON', body: '{"round":1,', expected: [400, 'bad-request'] },
  { name: 'no round', body: { answer: ['run'] }, expected: [400, 'bad-request'] },
  { name: 'no answer', body: { round: 1 }, expected: [400, 'bad-request'] },
  { name: 'round 0', body: { round: 0, answer: ['run'] }, expected: [400, 'bad-request'] },
  { name: 'half a round', body: { round: 1.5, answer: ['run'] }, expected: [400, 'bad-request'] },
  {
    name: 'more options than a poll can have',
    body: { round: 1, answer: Array.from({ length: 9 }).fill('run') },
    expected: [422, 'invalid-answer'],
  },
  { name: 'something it should not know', body: { ...VALID, voter: 'me' }, expected: [400, 'bad-request'] },
  { name: 'no cookie', headers: { Cookie: '' }, expected: [403, 'forbidden'] },
  { name: 'a cookie of its own making', headers: { Cookie: 'voter=abc.def' }, expected: [403, 'forbidden'] },
  { name: 'a page of another origin', headers: { Origin: 'http://evil.example' }, expected: [403, 'forbidden'] },
  { name: 'a page without an origin', headers: { Origin: 'null' }, expected: [403, 'forbidden'] },
  { name: 'an unknown poll', poll: 'nope', expected: [404, 'not-found'] },
  { name: 'an idle poll', steps: [], expected: [409, 'closed'] },
  { name: 'a closed poll', steps: ['open', 'close'], expected: [409, 'closed'] },
  { name: 'a revealed poll', steps: ['open', 'close', 'reveal'], expected: [409, 'closed'] },
  { name: 'a solved poll', steps: ['open', 'close', 'reveal', 'solve'], expected: [409, 'closed'] },
  { name: 'an old round', steps: ['open', 'reset', 'open'], expected: [409, 'stale-round'] },
  { name: 'a round to come', body: { round: 2, answer: ['run'] }, expected: [409, 'stale-round'] },
  { name: 'another session', body: { ...VALID, session: 'Monday' }, expected: [409, 'stale-round'] },
  { name: 'a body over the limit', body: { ...VALID, more: 'x'.repeat(9000) }, expected: [413, 'too-large'] },
  { name: 'text', headers: { 'Content-Type': 'text/plain' }, expected: [415, 'not-json'] },
  { name: 'a form', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, expected: [415, 'not-json'] },
  {
    name: 'a type that only begins like JSON',
    headers: { 'Content-Type': 'application/jsonp' },
    expected: [415, 'not-json'],
  },
  { name: 'no option', body: { round: 1, answer: [] }, expected: [422, 'invalid-answer'] },
  {
    name: 'two options where one is asked',
    body: { round: 1, answer: ['run', 'all'] },
    expected: [422, 'invalid-answer'],
  },
  { name: 'an unknown option', body: { round: 1, answer: ['walk'] }, expected: [422, 'invalid-answer'] },
]

describe('a ballot', () => {
  it('is counted from the address that phones were given, whatever Host a proxy sends', async () => {
    const room = await startRoom({ url: 'https://vote.example.org/' })
    await room.act('bill', 'open')
    const { cookie } = await joinRoom(room.url)
    const from = (Origin: string) =>
      ask(room.url, {
        method: 'PUT',
        path: '/api/polls/bill/ballot',
        headers: { 'Cookie': cookie, Origin, 'Content-Type': 'application/json' },
        body: JSON.stringify(VALID),
      })
    expect((await from('https://vote.example.org')).status).toBe(200)
    expect((await from('https://vote.example.com')).status).toBe(403)
  })

  it('is counted, can be changed until the close, and comes back as mine', async () => {
    const room = await startRoom()
    await room.act('bill', 'open')
    const [ann, bob] = [await joinRoom(room.url), await joinRoom(room.url)]
    for (const answer of [['run'], ['all']]) {
      const response = await ann.vote('bill', answer)
      expect(response.status).toBe(200)
      expect(await response.json()).toEqual({ counted: true, poll: 'bill', round: 1, answer })
      expect((await ann.room()).mine).toEqual(answer)
    }
    expect((await bob.room()).mine).toBeNull()
    await room.act('bill', 'close')
    expect((await ann.vote('bill', ['run'])).status).toBe(409)
    expect((await ann.room()).mine).toEqual(['all'])
    const { polls } = await room.act('bill', 'reveal')
    expect(polls.bill).toMatchObject({ answered: 1, tally: { people: 1, counts: { run: 0, all: 1 } } })
  })

  it('may name several options where the poll says so', async () => {
    const room = await startRoom()
    await room.act('lenses', 'open')
    const phone = await joinRoom(room.url)
    expect((await phone.vote('lenses', ['world', 'tech'])).status).toBe(200)
    expect((await phone.vote('lenses', ['tech', 'tech'])).status).toBe(422)
    expect(await phone.room()).toMatchObject({
      mine: ['tech', 'world'],
      tally: { people: 1, counts: { tech: 1, money: 0, world: 1 } },
    })
  })

  it('disappears from the phone in a new round and stays in the results', async () => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    await room.act('bill', 'open')
    await phone.vote('bill', ['run'])
    await room.act('bill', 'reset')
    await room.act('bill', 'open')
    expect(await phone.room()).toMatchObject({ round: 2, phase: 'open', mine: null })
    expect((await phone.vote('bill', ['all'], 2)).status).toBe(200)
    await room.act('bill', 'close')
    const { polls } = await room.act('bill', 'reveal')
    expect(polls.bill).toMatchObject({ round: 2, answered: 1, tally: { counts: { run: 0, all: 1 } } })
  })

  it.each(REFUSED)(
    'is refused: $name',
    async ({ steps = OPEN, poll = 'bill', headers = {}, body = VALID, expected }) => {
      const room = await startRoom()
      const phone = await joinRoom(room.url)
      for (const step of steps) await room.act('bill', step)
      const { status, text } = await ask(room.url, {
        method: 'PUT',
        path: `/api/polls/${poll}/ballot`,
        headers: { 'Content-Type': 'application/json', 'Cookie': phone.cookie, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      const { error, room: now } = JSON.parse(text) as ErrorBody
      expect([status, error.code]).toEqual(expected)
      expect(error.message).toMatch(/^[A-Z].*\.$/)
      // A conflict brings the room's state, so that the phone need not ask for it.
      expect(now).toEqual(status === 409 ? await phone.room() : undefined)
      expect((await phone.room()).mine).toBeNull()
    },
  )

  it('is refused without a Content-Type', async () => {
    const room = await startRoom()
    expect((await ask(room.url, { method: 'PUT', path: '/api/polls/bill/ballot', body: '{}' })).status).toBe(415)
  })

  it.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON'])(
    'is counted with Content-Type %s, in one piece or in chunks',
    async (type) => {
      const room = await startRoom()
      await room.act('bill', 'open')
      const { cookie } = await joinRoom(room.url)
      for (const body of ['{"round":1,"answer":["run"]}', ['{"round":1,', '"answer":["run"]}']]) {
        const { status, text } = await ask(room.url, {
          method: 'PUT',
          path: '/api/polls/bill/ballot',
          headers: { 'Cookie': cookie, 'Content-Type': type },
          body,
        })
        expect(text).toContain('"counted":true')
        expect(status).toBe(200)
      }
    },
  )

  it('is refused with 429 beyond the rate limit, for that phone alone', async () => {
    const room = await startRoom()
    await room.act('bill', 'open')
    const [ann, bob] = [await joinRoom(room.url), await joinRoom(room.url)]
    const responses = await Promise.all(Array.from({ length: 40 }, () => ann.vote('bill', ['run'])))
    const refused = responses.filter(response => response.status === 429)
    expect(responses.filter(response => response.status === 200).length).toBe(40 - refused.length)
    expect(refused.length).toBeGreaterThan(10)
    for (const response of refused) {
      expect(response.headers.get('retry-after')).toBe('1')
      expect((await response.json() as ErrorBody).error.code).toBe('too-many')
    }
    expect((await bob.vote('bill', ['run'])).status).toBe(200)
    expect((await ann.room() as RoomSnapshot).mine).toEqual(['run'])
  })
})
