import type { RoomState, StageState } from '../../src/polls/protocol.ts'
import type { Phone, TestRoom } from './support/testRoom.ts'
import { describe, expect, it } from 'vitest'
import { actionPath } from '../../src/polls/protocol.ts'
import { readEvents } from './support/readEvents.ts'
import { joinRoom, POLLS, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

/** Words that only results contain, and neither the test polls nor the test page. */
const RESULTS = /tally|counts|right/

/** Everything that a phone can get from the room, as text. */
async function everything(room: TestRoom, phone: Phone): Promise<string> {
  const get = async (path: string) => (await fetch(`${room.url}${path}`, { headers: { Cookie: phone.cookie } })).text()
  const calls = [
    get('/'),
    get('/api/room'),
    get('/nowhere'),
    get('/api/stage/results.json'),
    get('/api/stage/results.csv'),
    get('/api/stage/events'),
    ...[['run'], ['walk'], []].map(async answer => (await phone.vote('bill', answer)).text()),
    phone.vote('bill', ['run'], 9).then(response => response.text()),
    phone.vote('nope', ['run']).then(response => response.text()),
  ]
  return (await Promise.all(calls)).join('\n')
}

describe('results', () => {
  it('are sent to phones after the reveal and in no byte before', async () => {
    const room = await startRoom()
    const [ann, bob] = [await joinRoom(room.url), await joinRoom(room.url)]
    const events = await readEvents<RoomState>(`${room.url}/api/room/events`, { Cookie: ann.cookie })
    let got = await everything(room, ann)
    for (const step of ['open', 'close'] as const) {
      await room.act('bill', step)
      expect((await bob.vote('bill', ['all'])).status).toBe(step === 'open' ? 200 : 409)
      got += await everything(room, ann)
    }
    await events.until(event => event.phase === 'closed')
    expect(got).toContain('"counted":true')
    expect(got).toContain('stale-round')
    expect(got).toContain('closed')
    expect(got).not.toMatch(RESULTS)
    expect(events.text()).not.toMatch(RESULTS)

    await room.act('bill', 'reveal')
    const revealed = { tally: { kind: 'choice', people: 2, counts: { run: 1, all: 1 } } }
    expect(await events.until(event => event.phase === 'revealed')).toMatchObject(revealed)
    expect(await ann.room()).toMatchObject(revealed)
    expect(await everything(room, ann)).not.toContain('right')
    expect(events.text()).not.toContain('right')

    await room.act('bill', 'solve')
    const solved = { ...revealed, right: ['run'] }
    expect(await events.until(event => event.phase === 'solved')).toMatchObject(solved)
    expect(await ann.room()).toMatchObject(solved)
  })

  it.each(['hide', 'reset'] as const)('are hidden again by %s', async (action) => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    await room.act('bill', 'open')
    await phone.vote('bill', ['run'])
    await room.act('bill', 'close')
    await room.act('bill', 'reveal')
    await room.act('bill', 'solve')
    expect(await everything(room, phone)).toMatch(RESULTS)
    const { polls } = await room.act('bill', action)
    expect(await everything(room, phone)).not.toMatch(RESULTS)
    expect(JSON.stringify(polls.bill)).not.toMatch(RESULTS)
  })

  it('of one poll stay hidden when another is revealed', async () => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    await room.act('bill', 'open')
    await phone.vote('bill', ['run'])
    await room.act('lenses', 'open')
    await room.act('lenses', 'close')
    const state = await room.act('lenses', 'reveal')
    expect(state.polls.bill).toEqual({ id: 'bill', phase: 'closed', round: 1, answered: 1 })
  })

  it('are hidden from the stage before the reveal, but for how many answered', async () => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    const stage = await readEvents<StageState>(`${room.url}/api/stage/events`, {
      Authorization: `Bearer ${room.stageKey}`,
    })
    await room.act('bill', 'open')
    await phone.vote('bill', ['run'])
    await stage.until(state => state.polls.bill?.answered === 1)
    await room.act('bill', 'close')
    await stage.until(state => state.polls.bill?.phase === 'closed')
    expect(stage.text().replaceAll(/"lenses":\{.*?\}/g, '')).not.toMatch(RESULTS)
    await room.act('bill', 'reveal')
    const revealed = (await stage.until(state => state.polls.bill?.phase === 'revealed')).polls.bill
    expect(revealed).toMatchObject({ tally: { people: 1 } })
    expect(revealed).not.toHaveProperty('right')
    await room.act('bill', 'solve')
    expect((await stage.until(state => state.polls.bill?.phase === 'solved')).polls.bill).toMatchObject({
      tally: { people: 1 },
      right: ['run'],
    })
  })

  it('have no answer to show where the author gave none', async () => {
    const room = await startRoom()
    for (const action of ['open', 'close', 'reveal'] as const)
      await room.act('lenses', action)
    const refused = await room.stage('POST', actionPath('lenses', 'solve'))
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      error: { code: 'conflict', message: 'The poll has no right answer to show: polls.yaml gives it none.' },
    })
  })

  it('of a live poll are sent from the opening on', async () => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    await room.act('lenses', 'reset')
    expect((await phone.room()).tally).toBeUndefined()
    await room.act('lenses', 'open')
    expect((await phone.room()).tally).toEqual({ kind: 'choice', people: 0, counts: { tech: 0, money: 0, world: 0 } })
    await phone.vote('lenses', ['tech', 'money'], 2)
    expect((await phone.room()).tally).toEqual({ kind: 'choice', people: 1, counts: { tech: 1, money: 1, world: 0 } })
    await room.act('lenses', 'close')
    expect((await phone.room()).tally?.people).toBe(1)
  })

  it('of a live quiz come without the right answer before the reveal', async () => {
    const room = await startRoom({
      polls: pollsFile(tempFolder(), POLLS.replace('answer: [run]', 'answer: [run]\n  live: true')),
    })
    const phone = await joinRoom(room.url)
    await room.act('bill', 'open')
    await phone.vote('bill', ['run'])
    for (const action of ['open', 'close'] as const) {
      await room.act('bill', action)
      expect(await phone.room()).toMatchObject({ tally: { kind: 'choice', people: 1, counts: { run: 1, all: 0 } } })
      expect(await phone.room()).not.toHaveProperty('right')
    }
    await room.act('bill', 'reveal')
    expect(await phone.room()).not.toHaveProperty('right')
    await room.act('bill', 'solve')
    expect((await phone.room()).right).toEqual(['run'])
  })
})
