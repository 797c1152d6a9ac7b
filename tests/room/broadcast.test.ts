import type { RoomState, StageState } from '../../src/polls/protocol.ts'
import type { EventReader } from './support/readEvents.ts'
import type { TestRoom } from './support/testRoom.ts'
import { describe, expect, it } from 'vitest'
import { readEvents } from './support/readEvents.ts'
import { joinRoom, startRoom } from './support/testRoom.ts'

const stageEvents = (room: TestRoom) =>
  readEvents<StageState>(`${room.url}/api/stage/events`, { Authorization: `Bearer ${room.stageKey}` })
const phoneEvents = (room: TestRoom, cookie = '') =>
  readEvents<RoomState>(`${room.url}/api/room/events`, { Cookie: cookie })

/** Without the heartbeats, of which a stage has one a second. */
const statesOf = ({ events }: EventReader<StageState>) =>
  events.filter(({ event }) => event === 'stage').map(({ data }) => data)

describe('the stage stream', () => {
  it('begins with the whole state', async () => {
    const room = await startRoom({ session: 'Tuesday', url: 'https://room.example/' })
    const phone = await joinRoom(room.url)
    await room.act('bill', 'open')
    await phone.vote('bill', ['run'])
    const stream = await stageEvents(room)
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(stream.response.headers.get('cache-control')).toBe('no-store, no-transform')
    await stream.until(() => true)
    expect(stream.events[0]).toEqual({
      event: 'stage',
      data: {
        seq: expect.any(Number),
        session: 'Tuesday',
        current: 'bill',
        joined: 0,
        joinUrl: 'https://room.example/',
        polls: {
          bill: { id: 'bill', phase: 'open', round: 1, answered: 1 },
          lenses: { id: 'lenses', phase: 'idle', round: 1, answered: 0 },
        },
      },
    })
  })

  it('contains the address that the room really listens on', async () => {
    const room = await startRoom()
    expect((await (await stageEvents(room)).until(() => true)).joinUrl).toBe(`${room.url}/`)
  })

  it('counts phones, not their tabs', async () => {
    const room = await startRoom()
    const stage = await stageEvents(room)
    const [ann, bob] = [await joinRoom(room.url), await joinRoom(room.url)]
    const [first, second] = [await phoneEvents(room, ann.cookie), await phoneEvents(room, ann.cookie)]
    await stage.until(state => state.joined === 1)
    const third = await phoneEvents(room, bob.cookie)
    await stage.until(state => state.joined === 2)
    third.close()
    first.close()
    const seen = stage.events.length
    await stage.until(state => state.joined === 1 && stage.events.findIndex(event => event.data === state) >= seen)
    second.close()
    await stage.until(state => state.joined === 0 && stage.events.findIndex(event => event.data === state) >= seen)
    expect(Math.max(...statesOf(stage).map(({ joined }) => joined))).toBe(2)
  })

  it('coalesces the votes of a crowd into few events and misses none', async () => {
    const room = await startRoom()
    const phones = await Promise.all(Array.from({ length: 200 }, () => joinRoom(room.url)))
    await room.act('lenses', 'open')
    const stage = await stageEvents(room)
    await stage.until(() => true)
    const started = performance.now()
    // In waves, so that the server needs many commits.
    for (let wave = 0; wave < 200; wave += 5) {
      const responses = await Promise.all(
        phones.slice(wave, wave + 5).map((phone, i) => phone.vote('lenses', [(wave + i) % 2 ? 'tech' : 'money'])),
      )
      expect(responses.every(response => response.status === 200)).toBe(true)
    }
    const last = await stage.until(state => state.polls.lenses?.answered === 200)
    const tenths = (performance.now() - started) / 100
    expect(last.polls.lenses?.tally).toEqual({
      kind: 'choice',
      people: 200,
      counts: { tech: 100, money: 100, world: 0 },
    })
    // One at the start, one at the end, the one on joining, and one for rounding.
    expect(statesOf(stage).length).toBeLessThanOrEqual(tenths + 4)
    const seqs = statesOf(stage).map(({ seq }) => seq)
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b))
  })

  it('reaches every deck', async () => {
    const room = await startRoom()
    const stages = await Promise.all([stageEvents(room), stageEvents(room)])
    await room.act('bill', 'open')
    const states = await Promise.all(stages.map(stage => stage.until(state => state.polls.bill?.phase === 'open')))
    expect(states[0]).toEqual(states[1])
  })

  it('is refused beyond the limit, with a time to come back', async () => {
    const room = await startRoom()
    const streams = await Promise.all(Array.from({ length: 51 }, () => stageEvents(room)))
    const refused = streams.filter(stream => stream.response.status === 503)
    expect(refused.map(reader => reader.response.headers.get('retry-after'))).toEqual(['5'])
    expect(streams.filter(stream => stream.response.status === 200)).toHaveLength(50)
  })
})

describe('the phone stream', () => {
  it('sends the state on joining and on each change, and nothing per vote', async () => {
    const room = await startRoom()
    const phones = await Promise.all(Array.from({ length: 20 }, () => joinRoom(room.url)))
    const stream = await phoneEvents(room)
    await room.act('bill', 'open')
    await stream.until(state => state.phase === 'open')
    for (const phone of phones)
      expect((await phone.vote('bill', ['run'])).status).toBe(200)
    await room.act('bill', 'open')
    await room.act('bill', 'close')
    await room.act('bill', 'reveal')
    await stream.until(state => state.phase === 'revealed')
    expect(stream.events.map(({ event, data }) => [event, data.seq, data.phase])).toEqual([
      ['room', 0, 'idle'],
      ['room', 1, 'open'],
      ['room', 2, 'closed'],
      ['room', 3, 'revealed'],
    ])
    expect(stream.events.at(-1)?.data.tally).toEqual({ kind: 'choice', people: 20, counts: { run: 20, all: 0 } })
  })

  it('sends no votes of a live poll before the next phase', async () => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    await room.act('lenses', 'open')
    const stream = await phoneEvents(room, phone.cookie)
    await phone.vote('lenses', ['tech'])
    await room.act('lenses', 'close')
    const closed = await stream.until(state => state.phase === 'closed')
    expect(closed.tally?.people).toBe(1)
    expect(stream.events).toHaveLength(2)
  })

  it('sends every phone the same bytes', async () => {
    const room = await startRoom()
    const streams = await Promise.all(Array.from({ length: 5 }, () => phoneEvents(room)))
    await Promise.all(streams.map(stream => stream.until(state => state.seq === 0)))
    const before = streams.map(stream => stream.text().length)
    await room.act('bill', 'open')
    await Promise.all(streams.map(stream => stream.until(state => state.seq === 1)))
    expect(new Set(streams.map((stream, i) => stream.text().slice(before[i]))).size).toBe(1)
  })

  it('sends a phone that joins late its own vote', async () => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    await room.act('bill', 'open')
    await phone.vote('bill', ['all'])
    const stream = await phoneEvents(room, phone.cookie)
    expect(await stream.until(() => true)).toMatchObject({ phase: 'open', round: 1, mine: ['all'] })
  })
})
