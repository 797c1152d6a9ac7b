import type { ErrorBody, StageState } from '../../src/polls/protocol.ts'
import { expect, it } from 'vitest'
import { roundPath } from '../../src/polls/protocol.ts'
import { joinRoom, startRoom } from './support/testRoom.ts'

it('shows an earlier round again after a new one was begun, and loses no vote of either', async () => {
  const room = await startRoom()
  const [ann, bob] = [await joinRoom(room.url), await joinRoom(room.url)]
  await room.act('bill', 'open')
  await ann.vote('bill', ['run'])
  await room.act('bill', 'close')
  await room.act('bill', 'reset')
  await room.act('bill', 'open')
  await bob.vote('bill', ['all'], 2)
  await room.act('bill', 'close')

  const back = await room.stage('POST', roundPath('bill'), { round: 1 })
  const { polls } = await back.json() as StageState
  expect(polls.bill).toEqual({ id: 'bill', phase: 'closed', round: 1, rounds: 2, answered: 1 })
  const shown = await room.act('bill', 'reveal')
  expect(shown.polls.bill?.tally).toMatchObject({ people: 1, counts: { run: 1, all: 0 } })
  expect(await ann.room()).toMatchObject({ phase: 'revealed', round: 1, mine: ['run'] })

  await room.stage('POST', roundPath('bill'), { round: 2 })
  expect((await room.act('bill', 'reveal')).polls.bill?.tally).toMatchObject({ counts: { run: 0, all: 1 } })
  expect((await room.act('bill', 'reset')).polls.bill).toMatchObject({ phase: 'idle', round: 3, answered: 0 })
})

it.each<[body: unknown, status: number, says: string]>([
  [{ round: 0 }, 400, 'Name the round to show: a whole number from 1.'],
  [{}, 400, 'Name the round to show: a whole number from 1.'],
  [{ round: 2 }, 409, 'The poll has no round 2: it has 1.'],
])('answers %j with %i', async (body, status, says) => {
  const room = await startRoom()
  const response = await room.stage('POST', roundPath('bill'), body)
  expect(response.status).toBe(status)
  expect((await response.json() as ErrorBody).error.message).toBe(says)
})

it('needs the stage key', async () => {
  const room = await startRoom()
  expect((await fetch(`${room.url}${roundPath('bill')}`, { method: 'POST' })).status).toBe(401)
})
