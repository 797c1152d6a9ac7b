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
  follow(room(1, 'open'), { mine: null })
  send({ session: 'main', poll: 'bill', round: 1, answer: ['run'] })
  expect([status.value, chosen.value]).toEqual(['sending', ['run']])
  follow(room(2, 'closed'), {})
  follow(room(3, 'open'), {})
  answers[0]?.(409, { error: { code: 'closed', message: 'Voting is closed.' } })
  await expect.poll(() => status.value).toBe('late')
  expect(chosen.value).toBeUndefined()
})

it('keeps the earlier answer where a change came too late', async () => {
  const { status, chosen, send, follow } = useBallot({ onRoom: () => {} })
  follow(room(1, 'open'), { mine: null })
  send({ session: 'main', poll: 'bill', round: 1, answer: ['run'] })
  answers[0]?.(200, { counted: true, answer: ['run'] })
  await expect.poll(() => status.value).toBe('counted')
  send({ session: 'main', poll: 'bill', round: 1, answer: ['all'] })
  answers[1]?.(409, { error: { code: 'closed', message: 'Voting is closed.' } })
  await expect.poll(() => status.value).toBe('late')
  expect(chosen.value).toEqual(['run'])
})

it('keeps a question and a vote apart, and neither takes the other’s place', async () => {
  const board = { id: 'board', kind: 'questions' as const, question: 'What else?', max: 3, approve: false }
  const withBoard = { ...room(1, 'open'), ask: { poll: board, round: 1 } }
  const { status, chosen, aside, send, follow } = useBallot({ onRoom: () => {} })
  follow(withBoard, { mine: null, mineAsked: { ask: ['Before?'], up: [] } })
  expect([status.value, aside.status.value]).toEqual(['none', 'counted'])
  send({ session: 'main', poll: 'board', round: 1, answer: { ask: ['Before?', 'Why?'], up: [] } })
  send({ session: 'main', poll: 'bill', round: 1, answer: ['run'] })
  expect([status.value, aside.status.value]).toEqual(['sending', 'sending'])
  answers[1]?.(200, { counted: true, answer: ['run'] })
  await expect.poll(() => status.value).toBe('counted')
  expect([chosen.value, aside.status.value]).toEqual([['run'], 'sending'])
  // The board's own slide comes while the question is on its way: it is there, and what is sent next builds on it.
  follow({ ...room(2, 'open'), poll: board }, { mine: null })
  expect([status.value, chosen.value]).toEqual(['sending', { ask: ['Before?', 'Why?'], up: [] }])
  answers[0]?.(200, { counted: true, answer: { ask: ['Before?', 'Why?'], up: [] } })
  await expect.poll(() => status.value).toBe('counted')
})
