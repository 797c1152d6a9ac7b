import type { StageState, SyncEvent, SyncRequest } from '../../../src/polls/protocol.ts'
import type { TestRoom } from '../support/testRoom.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { FOLLOW_EVENTS_PATH, NOTES_PATH, SYNC_PATH } from '../../../src/polls/protocol.ts'
import { ask } from '../support/rawHttp.ts'
import { readEvents } from '../support/readEvents.ts'
import { NOTE, testDeck } from '../support/testDeck.ts'
import { atEndOfFile, startRoom, tempFolder } from '../support/testRoom.ts'

const atEnd = atEndOfFile()
let room: TestRoom
beforeAll(async () => {
  room = await startRoom({ deck: testDeck(tempFolder(atEnd)) }, atEnd)
})

const get = (path: string, headers = {}) => ask(room.url, { path, headers })

describe('the files of the deck', () => {
  it('are kept by the browser for good where their name changes with them, and asked for again otherwise', async () => {
    const script = await get('/deck/assets/index-abc123.js', { 'Accept-Encoding': 'gzip, deflate' })
    expect(script).toMatchObject({
      status: 200,
      headers: {
        'cache-control': 'public, max-age=31536000, immutable',
        'content-encoding': 'gzip',
        'content-type': expect.stringContaining('javascript'),
        'x-content-type-options': 'nosniff',
      },
    })
    expect((await get('/deck/assets/index-abc123.js')).text).toContain('slide slide')
    expect((await get('/deck/picture.png')).headers['cache-control']).toBe('no-cache')
  })

  it.each(['/deck/', '/deck/12', '/deck/presenter/3', '/deck/index.html'])('hold the page of %s', async (path) => {
    const page = await get(path)
    expect(page).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache' } })
    expect(page.text).toContain('<title>Deck</title>')
  })

  it('are found from an address without its slash', async () => {
    expect(await get('/deck')).toMatchObject({ status: 302, headers: { location: './deck/' } })
  })

  it('come with a page to follow them, which is found with a slash, too', async () => {
    expect((await get('/follow')).status).toBe(200)
    expect(await get('/follow/')).toMatchObject({ status: 302, headers: { location: '../follow' } })
  })

  it.each([
    '/deck/assets/index-old.js',
    '/deck/../room/stage-key',
    '/deck/..%2Froom/stage-key',
    '/deck/%2e%2e/notes.json',
    '/deck/notes.json',
  ])('are all that there is: %s', async (path) => {
    expect((await get(path)).text).not.toMatch(new RegExp(`${NOTE}|${room.stageKey}`))
    expect((await get(path)).status).toBe(404)
  })

  it('are not served by a room without a deck', async () => {
    const alone = await startRoom()
    expect((await fetch(`${alone.url}/deck/`)).status).toBe(404)
  })
})

it('sends the notes to the presenter alone', async () => {
  const notes = await room.stage('GET', NOTES_PATH)
  expect(await notes.json()).toEqual([`<p>${NOTE}</p>`])
  for (const right of ['wall', 'moderator'] as const) {
    const refused = await get(NOTES_PATH, { Authorization: `Bearer ${room.keys[right]}` })
    expect(refused.status).toBe(403)
    expect(refused.text).not.toContain(NOTE)
  }
  expect((await get(NOTES_PATH)).status).toBe(401)
})

describe('what windows of the deck share', () => {
  const request = (patch: SyncRequest['patch'], more: Partial<SyncRequest> = {}): SyncRequest =>
    ({ channel: 'deck', from: 'window', n: 1, now: Date.now(), patch, ...more })
  const open = (path: string, key?: string) =>
    readEvents<SyncEvent | StageState>(`${room.url}${path}`, key ? { Authorization: `Bearer ${key}` } : {})
  const isSync = (data: SyncEvent | StageState | null): data is SyncEvent => data !== null && 'patch' in data

  it('reaches the presenter, the wall and a remote audience, and stands for whoever comes later', async () => {
    const streams = await Promise.all([
      open('/api/stage/events', room.stageKey),
      open('/api/stage/events', room.keys.wall),
      open(FOLLOW_EVENTS_PATH),
    ])
    expect((await room.stage('POST', SYNC_PATH, request({ page: 4, clicks: 2 }))).status).toBe(204)
    expect((await room.stage('POST', SYNC_PATH, request({ page: 5 }))).status).toBe(204)
    for (const stream of streams)
      expect(await stream.until(data => isSync(data) && data.patch.page === 5)).toMatchObject({ channel: 'deck', n: 1 })
    const late = await open('/api/stage/events', room.keys.wall)
    await late.until(data => !isSync(data))
    // Before the state of the room, so that a window knows when it has heard everything.
    expect(late.events.map(({ event }) => event).slice(0, 2)).toEqual(['sync', 'stage'])
    expect(late.events[0]?.data).toMatchObject({ patch: { page: 5, clicks: 2 } })
  })

  it('is the newest for each of many who come between two changes', async () => {
    for (const page of [7, 8, 9]) {
      await room.stage('POST', SYNC_PATH, request({ page }))
      const late = await Promise.all([open(FOLLOW_EVENTS_PATH), open(FOLLOW_EVENTS_PATH)])
      for (const stream of late)
        expect(await stream.until(isSync)).toMatchObject({ patch: { page } })
    }
  })

  it('is not how to join for a remote audience, nor anything that only the presenter knows', async () => {
    const follower = await open(FOLLOW_EVENTS_PATH)
    await room.stage('POST', SYNC_PATH, request({ isShown: true }, { channel: 'lobby' }))
    await room.stage('POST', SYNC_PATH, request({ page: 6 }))
    await follower.until(data => isSync(data) && data.patch.page === 6)
    expect(follower.events.filter(({ data }) => data && isSync(data) && data.channel === 'lobby')).toEqual([])
    const state = await follower.until(data => !isSync(data)) as StageState
    expect(state.readOnly).toBe(true)
  })

  it.each([
    ['a channel that there is not', { channel: 'notes' as never }],
    ['no fields', { patch: undefined as never }],
    ['a name with signs in it', { patch: { '../page': 1 } }],
    ['more than it should', { key: 'x' } as never],
  ])('is refused with %s', async (_, more) => {
    const refused = await room.stage('POST', SYNC_PATH, request({ page: 1 }, more))
    expect(refused.status).toBe(400)
  })

  it('is refused where it is nested too deeply to be sent on', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const refused = await fetch(`${room.url}${SYNC_PATH}`, {
      method: 'POST',
      headers: { 'Authorization': `Bearer ${room.stageKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(request({ page: 0 })).replace('"page":0', `"page":${deep}`),
    })
    expect(refused.status).toBe(400)
  })

  it('forgets the oldest drawings before it takes too much memory', async () => {
    const drawing = '<path/>'.repeat(60_000)
    for (let no = 1; no <= 12; no++) {
      const sent = request({ [no]: drawing }, { channel: 'drawings' })
      expect((await room.stage('POST', SYNC_PATH, sent)).status).toBe(204)
    }
    const late = await open('/api/stage/events', room.keys.wall)
    await late.until(data => !isSync(data))
    const drawn = late.events.map(({ data }) => data).filter(isSync).find(({ channel }) => channel === 'drawings')
    expect(Object.keys(drawn?.patch ?? {})).toContain('12')
    expect(Object.keys(drawn?.patch ?? {})).not.toContain('1')
  })
})
