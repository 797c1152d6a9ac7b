import type { BallotRequest } from '../../src/polls/protocol.ts'
import type { Phone, Reply } from '../../src/rehearsal/phone.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRandom } from '../../src/polls/random.ts'
import { createRecords } from '../../src/rehearsal/ballots.ts'
import { createRecordedDelivery } from '../../src/rehearsal/recordedDelivery.ts'

let sent: { answer: unknown, signal: AbortSignal | undefined, respond: (status: number, body: unknown) => void }[]
beforeEach(() => {
  vi.useFakeTimers()
  sent = []
})
afterEach(() => {
  vi.useRealTimers()
})

const phone: Phone = {
  cookie: () => 'cookie',
  fetch: (_, { body = '', signal } = {}) => new Promise<Reply>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('aborted')))
    sent.push({
      answer: (JSON.parse(body) as BallotRequest).answer,
      signal,
      respond: (status, reply) => resolve(Response.json(reply, { status }) as unknown as Reply),
    })
  }),
}

function start() {
  const record = createRecords().ensure({ session: 'Tuesday', poll: 'bill', round: 1 })
  const delivery = createRecordedDelivery({
    phone,
    random: createRandom('test'),
    onChange: () => {},
    onRoom: () => {},
  })
  return { record, delivery }
}

it('tries nothing while it is paused, and sends the latest answer at once when it resumes', async () => {
  const { record, delivery } = start()
  delivery.send(record, ['run'])
  delivery.pause()
  expect(sent[0]?.signal?.aborted).toBe(true)
  delivery.send(record, ['all'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent.length).toBe(1)

  delivery.resume()
  expect(sent.map(({ answer }) => answer)).toEqual([['run'], ['all']])
  expect(delivery.pending()).toBe(record)
  await vi.advanceTimersByTimeAsync(40)
  sent[1]?.respond(200, { counted: true })
  await vi.advanceTimersByTimeAsync(0)
  expect(delivery.pending()).toBeUndefined()
  expect(record).toMatchObject({ sent: [['run'], ['all']], acked: 1, ackedAt: performance.now() })
  // Time out of reach is not the room's.
  expect(delivery.outcomes).toEqual({ sent: 2, acknowledged: 1, late: 0, refused: 0, retried: 0, slowest: 40 })
})

it('aborts a request that was begun after it resumed when it pauses again', () => {
  const { record, delivery } = start()
  delivery.pause()
  delivery.resume()
  delivery.send(record, ['run'])
  delivery.resume()
  delivery.pause()
  expect(sent.map(({ signal }) => signal?.aborted)).toEqual([true])
})

it('tries nothing any more once it is stopped, and leaves no timer', async () => {
  const { record, delivery } = start()
  delivery.send(record, ['run'])
  delivery.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([sent.length, vi.getTimerCount()]).toEqual([1, 0])
})

it('records an answer that was acknowledged after another had replaced it', async () => {
  const { record, delivery } = start()
  delivery.send(record, ['run'])
  delivery.send(record, ['all'])
  sent[0]?.respond(200, { counted: true })
  await vi.advanceTimersByTimeAsync(0)
  expect([record.acked, delivery.pending()]).toEqual([0, record])
  sent[1]?.respond(409, { error: { code: 'closed', message: 'Voting is closed.' } })
  await vi.advanceTimersByTimeAsync(0)
  expect(record.acked).toBe(0)
  expect(delivery.outcomes).toMatchObject({ sent: 2, acknowledged: 1, late: 1, retried: 0 })
})
