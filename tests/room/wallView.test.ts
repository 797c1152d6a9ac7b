import type { StageState } from '../../src/polls/protocol.ts'
import { expect, it } from 'vitest'
import { forWall } from '../../src/room/wallView.ts'
import { readEvents } from './support/readEvents.ts'
import { joinRoom, startRoom } from './support/testRoom.ts'

it('is told of nothing but what it is known to need', () => {
  const bill = { id: 'bill', phase: 'open', round: 1, answered: 2, secret: 'x', entries: [], entryCounts: {} }
  const state = { seq: 1, session: 's', joined: 3, resumed: 4, hidden: 'y', polls: { bill } }
  expect(forWall(state as unknown as StageState)).toEqual({
    seq: 1,
    session: 's',
    joined: 3,
    polls: { bill: { id: 'bill', phase: 'open', round: 1, answered: 2 } },
    readOnly: true,
  })
})

it('follows the votes, and says that it is a wall', async () => {
  const room = await startRoom()
  const wall = await readEvents<StageState>(`${room.url}/api/stage/events`, {
    Authorization: `Bearer ${room.keys.wall}`,
  })
  const phone = await joinRoom(room.url)
  await room.act('bill', 'open')
  await phone.vote('bill', ['run'])
  const state = await wall.until(event => event.polls.bill?.answered === 1)
  expect(state).toMatchObject({ readOnly: true, joinUrl: `${room.url}/`, current: 'bill' })
  await room.act('bill', 'close')
  await room.act('bill', 'reveal')
  expect((await wall.until(event => event.polls.bill?.phase === 'revealed')).polls.bill?.tally?.people).toBe(1)
})
