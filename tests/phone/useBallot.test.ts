import type { BallotReceipt, ErrorBody, RoomSnapshot } from '../../src/polls/protocol.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useBallot } from '../../src/phone/useBallot.ts'

const BILL = {
  id: 'bill',
  kind: 'choice' as const,
  question: 'For what?',
  options: [
    { id: 'run', text: 'The run' },
    { id: 'all', text: 'All of it' },
  ],
  several: false,
}
const room = (seq: number, phase: RoomSnapshot['phase']): RoomSnapshot => ({
  seq,
  session: 'main',
  poll: BILL,
  phase,
  round: 1,
  mine: null,
})

let answers: ((status: number, body: Partial<BallotReceipt> & Partial<ErrorBody>) => void)[]
beforeEach(() => {
  answers = []
  vi.stubGlobal(
    'fetch',
    () => new Promise<Response>(resolve => answers.push((status, body) => resolve(Response.json(body, { status })))),
  )
})
afterEach(() => vi.unstubAllGlobals())

it('drops an answer that came too late for a poll that has reopened meanwhile', async () => {
  const { status, chosen, send, follow } = useBallot({ onRoom: () => {} })
  follow(room(1, 'open'), null)
  send({ session: 'main', poll: 'bill', round: 1, answer: ['run'] })
  expect([status.value, chosen.value]).toEqual(['sending', ['run']])
  follow(room(2, 'closed'), undefined)
  follow(room(3, 'open'), undefined)
  answers[0]?.(409, { error: { code: 'closed', message: 'Voting is closed.' } })
  await vi.waitFor(() => expect(status.value).toBe('late'))
  expect(chosen.value).toBeUndefined()
})

it('keeps the earlier answer where a change came too late', async () => {
  const { status, chosen, send, follow } = useBallot({ onRoom: () => {} })
  follow(room(1, 'open'), null)
  send({ session: 'main', poll: 'bill', round: 1, answer: ['run'] })
  answers[0]?.(200, { counted: true, answer: ['run'] })
  await vi.waitFor(() => expect(status.value).toBe('counted'))
  send({ session: 'main', poll: 'bill', round: 1, answer: ['all'] })
  answers[1]?.(409, { error: { code: 'closed', message: 'Voting is closed.' } })
  await vi.waitFor(() => expect(status.value).toBe('late'))
  expect(chosen.value).toEqual(['run'])
})
