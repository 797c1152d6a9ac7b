import type { ErrorBody, StageState } from '../../src/polls/protocol.ts'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BEGIN_ANEW_PATH, roundPath } from '../../src/polls/protocol.ts'
import { readEvents } from './support/readEvents.ts'
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

it('tells the presenter of ballots that an earlier audience left, until something is done', async () => {
  const before = await startRoom()
  const ann = await joinRoom(before.url)
  await before.act('bill', 'open')
  await ann.vote('bill', ['run'])
  await before.act('bill', 'close')
  expect(await before.act('bill', 'reveal')).not.toHaveProperty('resumed')
  await before.close()

  const room = await startRoom({ data: join(before.folder, 'room') })
  const stage = await readEvents<StageState>(`${room.url}/api/stage/events`, {
    Authorization: `Bearer ${room.stageKey}`,
  })
  expect((await stage.until(() => true)).resumed).toBe(1)
  const anew = await (await room.stage('POST', BEGIN_ANEW_PATH)).json() as StageState
  expect(anew).not.toHaveProperty('resumed')
  expect(anew.current).toBeNull()
  expect(anew.polls.bill).toEqual({ id: 'bill', phase: 'idle', round: 2, rounds: 2, answered: 0 })
  // The votes are kept.
  const back = await (await room.stage('POST', roundPath('bill'), { round: 1 })).json() as StageState
  expect(back.polls.bill).toMatchObject({ phase: 'closed', round: 1, answered: 1 })
})
