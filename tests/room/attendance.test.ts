import type { StageState } from '../../src/polls/protocol.ts'
import type { Attendance } from '../../src/polls/store.ts'
import type { TestRoom } from './support/testRoom.ts'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withSessions } from '../../src/room/sessions.ts'
import { readEvents } from './support/readEvents.ts'
import { startRoom } from './support/testRoom.ts'

/** What a room has kept, read once it has closed. */
async function keptBy(room: TestRoom): Promise<Attendance[]> {
  await room.close()
  const path = join(room.folder, 'room', 'room.sqlite')
  return withSessions(async (_, store) => await store?.attendance('default') ?? [], path)
}

const joinPhone = (room: TestRoom) => readEvents(`${room.url}/api/room/events`)
const followDeck = (room: TestRoom) =>
  readEvents<StageState>(`${room.url}/api/stage/events`, { Authorization: `Bearer ${room.stageKey}` })

it('keeps how many phones are here, when that changes', async () => {
  const room = await startRoom({ attendanceEveryMs: 1 })
  const start = Date.now()
  const deck = await followDeck(room)
  const [phone] = [await joinPhone(room), await joinPhone(room)]
  const full = await deck.until(({ joined }) => joined === 2)
  phone.close()
  await deck.until(({ seq, joined }) => seq > full.seq && joined === 1)
  const kept = await keptBy(room)
  expect(kept.at(-1)?.people).toBe(1)
  expect(kept.every(({ at }, i) => at >= (kept[i - 1]?.at ?? start) && at <= Date.now())).toBe(true)
  expect(kept.every(({ people }, i) => people !== (kept[i - 1]?.people ?? 0))).toBe(true)
})

it('keeps one number a minute, and the last one at the end', async () => {
  const room = await startRoom()
  const deck = await followDeck(room)
  for (let phone = 1; phone <= 4; phone++) {
    await joinPhone(room)
    await deck.until(({ joined }) => joined === phone)
  }
  expect((await keptBy(room)).map(({ people }) => people)).toEqual([1, 4])
})

it('keeps nothing where nobody came', async () => {
  expect(await keptBy(await startRoom())).toEqual([])
})
