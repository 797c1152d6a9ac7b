import type { RoomState, StageState } from '../../src/polls/protocol.ts'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { actionPath } from '../../src/polls/protocol.ts'
import { readEvents } from './support/readEvents.ts'
import { joinRoom, POLLS, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

const TIMED = POLLS.replace('answer: [run]', 'answer: [run]\n  seconds: 30')
const startTimed = () => startRoom({ polls: pollsFile(tempFolder(), TIMED) })

// Time passes by itself and can be advanced, so that no test waits for a clock.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
})
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

describe('a countdown', () => {
  it('closes the poll when it runs out and tells everybody', async () => {
    const room = await startTimed()
    const phone = await joinRoom(room.url)
    const stage = await readEvents<StageState>(`${room.url}/api/stage/events`, {
      Authorization: `Bearer ${room.stageKey}`,
    })
    const events = await readEvents<RoomState>(`${room.url}/api/room/events`, { Cookie: phone.cookie })
    const { polls } = await room.act('bill', 'open')
    expect(polls.bill?.endsIn).toBeGreaterThan(28_000)
    expect(polls.bill?.endsIn).toBeLessThanOrEqual(30_000)
    const opened = await events.until(event => event.phase === 'open')
    expect(opened.endsIn).toBeGreaterThan(28_000)

    await pass(20)
    const { endsIn, phase } = await phone.room()
    expect(phase).toBe('open')
    expect(endsIn).toBeGreaterThan(8000)
    expect(endsIn).toBeLessThanOrEqual(10_000)

    await pass(12)
    expect(await events.until(event => event.phase === 'closed')).toMatchObject({ round: 1, poll: { id: 'bill' } })
    expect((await stage.until(state => state.polls.bill?.phase === 'closed')).polls.bill).toEqual({
      id: 'bill',
      phase: 'closed',
      round: 1,
      answered: 0,
    })
    expect(await phone.room()).not.toHaveProperty('endsIn')
    expect((await phone.vote('bill', ['run'])).status).toBe(409)
  })

  it('leaves a second for a ballot that was sent at its end', async () => {
    const room = await startTimed()
    const phone = await joinRoom(room.url)
    await room.act('bill', 'open', 60)
    await pass(60)
    expect(await phone.room()).toMatchObject({ phase: 'open', endsIn: 0 })
    expect((await phone.vote('bill', ['run'])).status).toBe(200)
    await pass(1)
    await expect.poll(() => phone.room()).toMatchObject({ phase: 'closed', mine: ['run'] })
  })

  it.each([['none', 0], ['another', 100]] as const)('is replaced by %s', async (_, seconds) => {
    const room = await startTimed()
    const phone = await joinRoom(room.url)
    await room.act('bill', 'open')
    await room.act('bill', 'countdown', seconds)
    await pass(40)
    expect((await phone.room()).phase).toBe('open')
    await pass(100)
    if (seconds > 0)
      await expect.poll(async () => (await phone.room()).phase).toBe('closed')
    else
      expect(await phone.room()).toMatchObject({ phase: 'open', mine: null })
  })

  it('of the poll before does not close the next one', async () => {
    const room = await startTimed()
    await room.act('bill', 'open', 10)
    const again = { id: 'bill', phase: 'idle', round: 2, rounds: 2, answered: 0 }
    expect((await room.act('bill', 'reset')).polls.bill).toEqual(again)
    await room.act('bill', 'open', 0)
    await pass(20)
    expect((await (await joinRoom(room.url)).room())).toMatchObject({ phase: 'open', round: 2 })
  })

  it('runs on over a restart, or has run out meanwhile', async () => {
    const room = await startTimed()
    await room.act('bill', 'open')
    await room.close()
    await pass(10)
    const again = await startRoom({ polls: pollsFile(tempFolder(), TIMED), data: `${room.folder}/room` })
    const { endsIn, phase } = await (await joinRoom(again.url)).room()
    expect(phase).toBe('open')
    expect(endsIn).toBeGreaterThan(15_000)
    expect(endsIn).toBeLessThanOrEqual(20_000)
    await again.close()
    await pass(40)
    const late = await startRoom({ polls: pollsFile(tempFolder(), TIMED), data: `${room.folder}/room` })
    const phone = await joinRoom(late.url)
    expect(await phone.room()).toMatchObject({ phase: 'open', endsIn: 0 })
    await pass(1)
    await expect.poll(async () => (await phone.room()).phase).toBe('closed')
  })

  it('keeps its time when the time of day is set', async () => {
    const room = await startTimed()
    const phone = await joinRoom(room.url)
    await room.act('bill', 'open')
    vi.setSystemTime(Date.now() + 3600_000)
    await pass(10)
    const { phase, endsIn } = await phone.room()
    expect(phase).toBe('open')
    expect(endsIn).toBeGreaterThan(15_000)
    await pass(22)
    await expect.poll(async () => (await phone.room()).phase).toBe('closed')
  })
})

describe('seconds of a countdown', () => {
  it('are refused when they are anything but 0 to 3600', async () => {
    const room = await startTimed()
    for (const seconds of [-1, 0.5, 3601, '30', null, true, [30]]) {
      const response = await room.stage('POST', actionPath('bill', 'open'), { seconds })
      expect([seconds, response.status, await response.json()]).toEqual([
        seconds,
        400,
        { error: { code: 'bad-request', message: 'An action takes at most a number of seconds, 0 to 3600.' } },
      ])
    }
    expect((await (await joinRoom(room.url)).room()).seq).toBe(0)
  })

  it('are refused on a poll that is not open', async () => {
    const room = await startTimed()
    const statuses: number[] = []
    for (const action of [undefined, 'open', 'close', 'reveal'] as const) {
      if (action)
        await room.act('bill', action)
      statuses.push((await room.stage('POST', actionPath('bill', 'countdown'), { seconds: 5 })).status)
    }
    expect(statuses).toEqual([409, 200, 409, 409])
  })
})
