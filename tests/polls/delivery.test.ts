import type { BallotStorage, LocalBallot, Outcome } from '../../src/polls/delivery.ts'
import type { BallotRequest } from '../../src/polls/protocol.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDelivery } from '../../src/polls/delivery.ts'

const ROUND = { session: 'main', poll: 'bill', round: 1 }
const RUN: LocalBallot = { ...ROUND, answer: ['run'] }
const ALL: LocalBallot = { ...ROUND, answer: ['all'] }

interface Sent {
  path: string
  body: BallotRequest
  respond: (status: number, body?: unknown, headers?: Record<string, string>) => void
  fail: () => void
}

let sent: Sent[]
let settled: [answer: unknown, outcome: Outcome][]
beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  settled = []
})
afterEach(() => {
  vi.useRealTimers()
})

const create = (storage?: BallotStorage<LocalBallot>) => createDelivery<LocalBallot>({
  fetch: (path, { body }) => new Promise<Response>((resolve, reject) => sent.push({
    path,
    body: JSON.parse(body) as BallotRequest,
    respond: (status, reply, headers = {}) =>
      resolve(new Response(typeof reply === 'string' ? reply : JSON.stringify(reply), { status, headers })),
    fail: () => reject(new TypeError('Failed to fetch')),
  })),
  random: () => 1,
  onSettled: (ballot, outcome) => settled.push([ballot.answer, outcome]),
  ...(storage && { storage }),
})
const turn = () => vi.advanceTimersByTimeAsync(0)

describe('the delivery of a ballot', () => {
  it('sends the round and the answer with the time at which it was given', async () => {
    create().send(RUN)
    expect(sent[0]).toMatchObject({
      path: '/api/polls/bill/ballot',
      body: { session: 'main', round: 1, answer: ['run'], given: Date.now() },
    })
  })

  it('keeps one request on its way, and then sends the latest answer only', async () => {
    const delivery = create()
    delivery.send(RUN)
    delivery.send({ ...ROUND, answer: ['neither'] })
    delivery.send(ALL)
    delivery.retryNow()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent.length).toBe(1)
    sent[0]?.respond(200, { counted: true })
    await turn()
    expect(sent.map(({ body }) => body.answer)).toEqual([['run'], ['all']])
    expect(settled).toEqual([[['run'], 'counted']])
    expect(delivery.pending(ROUND)?.answer).toEqual(['all'])
    sent[1]?.respond(200, { counted: true })
    await turn()
    expect(settled).toEqual([[['run'], 'counted'], [['all'], 'counted']])
    expect(delivery.pending(ROUND)).toBeUndefined()
  })

  it('gives a later answer a later time, also by a clock that was set back', () => {
    const delivery = create()
    const givens = [5000, 5000, 1000].map((now) => {
      vi.setSystemTime(now)
      delivery.send(RUN)
      return delivery.pending(ROUND)?.given
    })
    expect(givens).toEqual([5000, 5001, 5002])
  })

  it.each<[name: string, answer: (request: Sent) => void]>([
    ['the network fails', request => request.fail()],
    ['the server fails', request => request.respond(503, { error: { code: 'unavailable' } })],
    ['there are too many requests', request => request.respond(429, { error: { code: 'too-many' } })],
    ['another page answers', request => request.respond(200, '<h1>Welcome to our Wi-Fi</h1>')],
    ['a page answers with JSON', request => request.respond(200, { welcome: true })],
    ['a page answers with null', request => request.respond(200, null)],
  ])('sends the same ballot again when %s', async (_, answer) => {
    const delivery = create()
    delivery.send(RUN)
    for (let i = 0; i < 3; i++) {
      const request = sent[i] ?? expect.unreachable()
      answer(request)
      await vi.advanceTimersByTimeAsync(3000)
    }
    expect(sent.length).toBe(4)
    expect(new Set(sent.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(delivery.pending(ROUND)?.answer).toEqual(['run'])
    expect(settled).toEqual([])
  })

  it.each<[status: number, body: object, outcome: Outcome]>([
    [200, { counted: true }, 'counted'],
    [409, { error: { code: 'closed' } }, 'late'],
    [422, { error: { code: 'invalid-answer' } }, 'refused'],
    [404, {}, 'refused'],
  ])('ends when the room answers %d: %j is %s', async (status, body, outcome) => {
    const delivery = create()
    delivery.send(RUN)
    sent[0]?.respond(status, body)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([sent.length, settled, delivery.pending(ROUND)]).toEqual([1, [[['run'], outcome]], undefined])
  })

  it('waits twice as long after each failure, up to 3 s, and tries at once when the network is back', async () => {
    const delivery = create()
    delivery.send(RUN)
    for (const wait of [300, 600, 1200, 2400, 3000, 3000]) {
      const before = sent.length
      sent.at(-1)?.fail()
      await vi.advanceTimersByTimeAsync(wait - 1)
      expect(sent.length).toBe(before)
      await vi.advanceTimersByTimeAsync(1)
      expect(sent.length).toBe(before + 1)
    }
    sent.at(-1)?.fail()
    await turn()
    const before = sent.length
    delivery.retryNow()
    expect(sent.length).toBe(before + 1)
    sent.at(-1)?.fail()
    await vi.advanceTimersByTimeAsync(300)
    expect(sent.length).toBe(before + 2)
  })

  it.each([
    ['7', 7000],
    ['0', 300],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 300],
  ])('waits as long as Retry-After says: %s', async (header, wait) => {
    create().send(RUN)
    sent[0]?.respond(429, {}, { 'Retry-After': header })
    await vi.advanceTimersByTimeAsync(wait - 1)
    expect(sent.length).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(sent.length).toBe(2)
  })

  it('stores a ballot until it is settled, and sends it again after a reload', async () => {
    let stored: LocalBallot[] = []
    const storage = { load: () => stored, save: (ballots: LocalBallot[]) => stored = ballots }
    create(storage).send(RUN)
    expect(stored).toMatchObject([{ ...RUN, given: Date.now() }])

    const reloaded = create(storage)
    reloaded.retryNow()
    expect(sent[1]?.body).toEqual(sent[0]?.body)
    sent[1]?.respond(503)
    await turn()
    expect(stored.length).toBe(1)
    await vi.advanceTimersByTimeAsync(300)
    sent[2]?.respond(200, { counted: true })
    await turn()
    expect(stored).toEqual([])
  })
})

describe('ballots of two rounds', () => {
  const QUESTION: LocalBallot = { session: 'main', poll: 'board', round: 2, answer: { ask: ['Why now?'], up: [] } }

  it('go side by side: neither waits for the other, nor takes its place', async () => {
    const delivery = create()
    delivery.send(QUESTION)
    delivery.send(RUN)
    expect(sent.map(({ path }) => path)).toEqual(['/api/polls/board/ballot', '/api/polls/bill/ballot'])
    // The board is busy; the vote is not.
    sent[0]?.respond(429, {}, { 'Retry-After': '5' })
    sent[1]?.respond(200, { counted: true })
    await turn()
    expect(settled).toEqual([[['run'], 'counted']])
    expect([delivery.pending(ROUND), delivery.all().length]).toEqual([undefined, 1])
    await vi.advanceTimersByTimeAsync(5000)
    sent[2]?.respond(200, { counted: true })
    await turn()
    expect(settled.map(([, outcome]) => outcome)).toEqual(['counted', 'counted'])
    expect(delivery.all()).toEqual([])
  })

  it('are both kept over a reload, and both sent again', async () => {
    let stored: LocalBallot[] = []
    const storage = { load: () => stored, save: (ballots: LocalBallot[]) => stored = ballots }
    const before = create(storage)
    before.send(QUESTION)
    before.send(RUN)
    sent.splice(0).forEach(request => request.fail())
    await turn()
    expect(stored.map(({ poll }) => poll)).toEqual(['board', 'bill'])

    const reloaded = create(storage)
    reloaded.retryNow()
    expect(sent.map(({ body }) => body.answer)).toEqual([QUESTION.answer, RUN.answer])
    sent[0]?.respond(200, { counted: true })
    await turn()
    expect(stored.map(({ poll }) => poll)).toEqual(['bill'])
    sent[1]?.respond(200, { counted: true })
    await turn()
    expect(stored).toEqual([])
  })
})
