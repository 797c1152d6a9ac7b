import type { RoomState, StageState } from '../../src/polls/protocol.ts'
import type { ReactionCounts } from '../../src/polls/reactions/reactions.ts'
import type { Results } from '../../src/room/results.ts'
import type { TestRoom } from './support/testRoom.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MUTE_PATH, REACTIONS, REACTIONS_PATH } from '../../src/polls/reactions/reactions.ts'
import { readEvents } from './support/readEvents.ts'
import { joinRoom, startRoom } from './support/testRoom.ts'

/** Sends a body as a phone does; a string is sent as it is. */
const send = (room: TestRoom, cookie: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${room.url}${REACTIONS_PATH}`, {
    method: 'POST',
    headers: { 'Cookie': cookie, 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const react = async (room: TestRoom, cookie: string, reaction = 'nod') =>
  (await send(room, cookie, { reaction })).status
const followStage = (room: TestRoom) =>
  readEvents<StageState | ReactionCounts>(`${room.url}/api/stage/events`, {
    Authorization: `Bearer ${room.stageKey}`,
  })
const countsIn = (events: { event: string, data: unknown }[]) =>
  events.filter(({ event }) => event === 'reactions').map(({ data }) => data as ReactionCounts)
/** What all messages together say. */
function sum(messages: ReactionCounts[]): ReactionCounts {
  const total: ReactionCounts = {}
  for (const name of REACTIONS) {
    const count = messages.reduce((all, message) => all + (message[name] ?? 0), 0)
    if (count > 0)
      total[name] = count
  }
  return total
}

describe('reactions', () => {
  it('are off by default: the call refuses, and no phone is offered any', async () => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    expect(await react(room, phone.cookie)).toBe(409)
    expect(await phone.room()).not.toHaveProperty('reactions')
    expect(await room.act('bill', 'open')).not.toHaveProperty('reactions')
    expect((await room.stage('POST', MUTE_PATH, { muted: false })).status).toBe(409)
  })

  it('reach the stage as counts, and nothing else', async () => {
    const room = await startRoom({ reactions: true })
    const [ann, bob] = [await joinRoom(room.url), await joinRoom(room.url)]
    const stage = await followStage(room)
    expect(await ann.room()).toMatchObject({ reactions: true })
    expect([await react(room, ann.cookie), await react(room, bob.cookie), await react(room, bob.cookie, 'slower')])
      .toEqual([204, 204, 204])
    await expect.poll(() => sum(countsIn(stage.events)).slower ?? 0).toBeGreaterThan(0)
    expect(sum(countsIn(stage.events))).toEqual({ nod: 2, slower: 1 })
    expect(stage.text()).not.toContain(ann.cookie.split(/[=.]/)[1])
  })

  it('are never taken while people vote or talk before they vote again', async () => {
    const room = await startRoom({ reactions: true })
    const phone = await joinRoom(room.url)
    const events = await readEvents<RoomState>(`${room.url}/api/room/events`, { Cookie: phone.cookie })
    await events.until(state => state.reactions === true)
    await room.act('bill', 'open')
    await events.until(state => state.phase === 'open' && state.reactions === undefined)
    expect(await react(room, phone.cookie)).toBe(409)
    await room.act('bill', 'close')
    await events.until(state => state.phase === 'closed' && state.reactions === true)
    expect(await react(room, phone.cookie)).toBe(204)
    await room.act('bill', 'discuss')
    expect(await react(room, phone.cookie)).toBe(409)
  })

  it('can be muted, and come back', async () => {
    const room = await startRoom({ reactions: true })
    const phone = await joinRoom(room.url)
    const events = await readEvents<RoomState>(`${room.url}/api/room/events`, { Cookie: phone.cookie })
    const muted = await (await room.stage('POST', MUTE_PATH, { muted: true })).json() as StageState
    expect(muted.reactions).toBe('muted')
    await events.until(state => state.reactions === undefined)
    expect(await react(room, phone.cookie)).toBe(409)
    const back = await (await room.stage('POST', MUTE_PATH, { muted: false })).json() as StageState
    expect(back.reactions).toBe('on')
    await events.until(state => state.reactions === true)
    expect(await react(room, phone.cookie)).toBe(204)
  })

  it('are in no store and no export', async () => {
    const room = await startRoom({ reactions: true })
    const phone = await joinRoom(room.url)
    await room.act('bill', 'open')
    await phone.vote('bill', ['run'])
    const before = await (await room.stage('GET', '/api/stage/results.json')).text()
    await room.act('bill', 'close')
    const seq = (await phone.room()).seq
    for (const reaction of REACTIONS)
      expect(await react(room, phone.cookie, reaction)).toBe(204)
    const after = await (await room.stage('GET', '/api/stage/results.json')).json() as Results
    const csv = await (await room.stage('GET', '/api/stage/results.csv')).text()
    expect(after.ballots).toEqual((JSON.parse(before) as Results).ballots)
    expect((await phone.room()).seq).toBe(seq)
    await room.close()
    const folder = join(room.folder, 'room')
    const files = readdirSync(folder).map(name => readFileSync(join(folder, name), 'latin1')).join('')
    for (const text of [JSON.stringify(after), csv, files])
      expect(text).not.toMatch(/nod|laugh|slower|reaction/)
  })

  it('are limited per phone', async () => {
    const room = await startRoom({ reactions: true })
    const [ann, bob] = [await joinRoom(room.url), await joinRoom(room.url)]
    const statuses = await Promise.all(Array.from({ length: 12 }, () => react(room, ann.cookie)))
    expect(statuses.filter(status => status === 204).length).toBeLessThanOrEqual(5)
    expect(statuses).toContain(429)
    expect(await react(room, bob.cookie)).toBe(204)
  })

  it('cost the stage two messages a second at most, flooded by a thousand a second', async () => {
    const room = await startRoom({ reactions: true })
    const phones = await Promise.all(Array.from({ length: 100 }, () => joinRoom(room.url)))
    const stage = await followStage(room)
    await expect.poll(() => stage.events.length).toBeGreaterThan(0)
    const states = () => stage.events.filter(({ event }) => event === 'stage').length
    const statesBefore = states()
    const start = performance.now()
    let taken = 0
    let sent = 0
    while (sent < 3000) {
      const statuses = await Promise.all(phones.map((phone, i) => react(room, phone.cookie, REACTIONS[(i + sent) % 4])))
      taken += statuses.filter(status => status === 204).length
      sent += statuses.length
    }
    const seconds = (performance.now() - start) / 1000
    await expect.poll(() => Object.values(sum(countsIn(stage.events))).reduce((a, b) => a + b, 0)).toBe(taken)
    // One at once, and one after each half second.
    expect(countsIn(stage.events).length).toBeLessThanOrEqual(Math.ceil(seconds * 2) + 2)
    // Reactions alone never make the room count or send its state.
    expect(states() - statesBefore).toBeLessThanOrEqual(1)
  })

  it.each<[status: number, what: string, body: unknown, headers?: Record<string, string>]>([
    [400, 'nothing', ''],
    [400, 'no JSON', '{'],
    [400, 'null', 'null'],
    [400, 'a list', ['nod']],
    [400, 'a name alone', '"nod"'],
    [400, 'another reaction', { reaction: 'boo' }],
    [400, 'a reaction in capitals', { reaction: 'NOD' }],
    [400, 'a list of reactions', { reaction: ['nod', 'nod'] }],
    [400, 'a name of every object', { reaction: 'constructor' }],
    [400, 'a prototype', '{"reaction":"nod","__proto__":{}}'],
    [400, 'a count', { reaction: 'nod', count: 1000 }],
    [400, 'a script', { reaction: '<script>1</script>' }],
    [413, 'a long text', { reaction: 'x'.repeat(2000) }],
    [413, 'spaces after a good one', `{"reaction":"nod"}${' '.repeat(5000)}`],
    [415, 'a form', 'reaction=nod', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    [403, 'a good one of another origin', { reaction: 'nod' }, { Origin: 'https://elsewhere.example' }],
    [403, 'a good one of a stranger', { reaction: 'nod' }, { Cookie: `voter=${'a'.repeat(22)}.${'0'.repeat(32)}` }],
    [403, 'a good one without a cookie', { reaction: 'nod' }, { Cookie: '' }],
  ])('answer %i to %s, and count nothing', async (status, _, body, headers) => {
    const room = await startRoom({ reactions: true })
    const phone = await joinRoom(room.url)
    const stage = await followStage(room)
    expect((await send(room, phone.cookie, body, headers)).status).toBe(status)
    expect(await react(room, phone.cookie, 'laugh')).toBe(204)
    await expect.poll(() => countsIn(stage.events).length).toBeGreaterThan(0)
    expect(sum(countsIn(stage.events))).toEqual({ laugh: 1 })
  })

  it('are muted with the stage key only', async () => {
    const room = await startRoom({ reactions: true })
    const asPhone = await fetch(`${room.url}${MUTE_PATH}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"muted":true}',
    })
    expect(asPhone.status).toBe(401)
    expect((await room.stage('POST', MUTE_PATH, { muted: 'x' })).status).toBe(400)
    expect((await room.stage('POST', MUTE_PATH, {})).status).toBe(400)
  })
})
