import type { RoomState } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { ask, speak } from './support/rawHttp.ts'
import { readEvents } from './support/readEvents.ts'
import { joinRoom, startRoom } from './support/testRoom.ts'

describe('joining', () => {
  it('sets a cookie that no script and no other site can use', async () => {
    const room = await startRoom()
    for (const [path, kept] of [['/api/room', 'no-store'], ['/api/room/events', 'no-store, no-transform']]) {
      const response = await fetch(`${room.url}${path}`)
      const attributes = (response.headers.get('set-cookie') ?? '').split('; ')
      expect(attributes[0]).toMatch(/^voter=[\w-]{22}\.[0-9a-f]{32}$/)
      expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000']))
      expect(response.headers.get('cache-control')).toBe(kept)
      await response.body?.cancel()
    }
  })

  it('sets a different cookie for each phone, and none for one that has it', async () => {
    const room = await startRoom()
    const phones = await Promise.all(Array.from({ length: 20 }, () => joinRoom(room.url)))
    expect(new Set(phones.map(phone => phone.cookie)).size).toBe(20)
    const again = await fetch(`${room.url}/api/room`, { headers: { Cookie: phones[0]?.cookie ?? '' } })
    expect(again.headers.get('set-cookie')).toBeNull()
  })

  it.each(['voter=', 'voter=a.b', 'voter=__proto__.x', 'voter=%00', 'voter'])(
    'replaces the invalid cookie %s',
    async (cookie) => {
      const room = await startRoom()
      const { headers } = await ask(room.url, { path: '/api/room', headers: { Cookie: cookie } })
      expect(headers['set-cookie']?.[0]).toMatch(/^voter=[\w-]{22}\./)
    },
  )

  // Browsers ask again on a connection before this side has noticed that its last answer has gone out.
  it.each(['/api/room/events', '/api/follow/events'])('opens %s behind an answer on its way', async (path) => {
    const room = await startRoom()
    const requests = ['/api/room', path].map(each => `GET ${each} HTTP/1.1\r\nHost: a\r\n\r\n`)
    const heard = await speak(room.url, requests.join(''), /event: \w+|HTTP\/1\.1 [45]/)
    expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200'])
  })

  it('accepts any Host and Origin', async () => {
    const room = await startRoom()
    const { status } = await ask(room.url, {
      path: '/api/room',
      headers: { Host: 'workshop.example:8080', Origin: 'http://workshop.example:8080' },
    })
    expect(status).toBe(200)
  })
})

describe('/api/room', () => {
  it('has no poll before the stage has chosen one', async () => {
    const room = await startRoom({ session: 'Tuesday' })
    expect(await (await joinRoom(room.url)).room()).toEqual({
      seq: 0,
      session: 'Tuesday',
      poll: null,
      phase: 'idle',
      round: 0,
      here: 1,
      mine: null,
    })
  })

  it('says what the talk is called, and how many are here only while there is no question', async () => {
    const room = await startRoom({ title: 'A talk' })
    const ann = await joinRoom(room.url)
    const streams = await Promise.all([
      readEvents<RoomState>(`${room.url}/api/room/events`, { Cookie: ann.cookie }),
      readEvents<RoomState>(`${room.url}/api/room/events`, { Cookie: (await joinRoom(room.url)).cookie }),
      // A second tab of the same phone.
      readEvents<RoomState>(`${room.url}/api/room/events`, { Cookie: ann.cookie }),
    ])
    for (const stream of streams)
      await stream.until(state => state.here === 2)
    // Somebody who asks without a stream counts themselves.
    expect(await (await joinRoom(room.url)).room()).toMatchObject({ title: 'A talk', here: 3 })
    expect(await ann.room()).toMatchObject({ title: 'A talk', here: 2 })

    for (const action of ['open', 'close', 'reveal', 'solve'] as const) {
      await room.act('bill', action)
      expect(await ann.room()).toMatchObject({ title: 'A talk' })
      expect(await ann.room()).not.toHaveProperty('here')
    }
    await room.act('bill', 'reset')
    expect(await ann.room()).toMatchObject({ here: 2 })
  })

  it('follows the stage through the phases', async () => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    const seen: unknown[] = []
    for (const action of ['open', 'close', 'reveal', 'hide', 'reset', 'open'] as const) {
      await room.act('bill', action)
      const { seq, phase, round } = await phone.room()
      seen.push([seq, phase, round])
    }
    expect(seen).toEqual([
      [1, 'open', 1],
      [2, 'closed', 1],
      [3, 'revealed', 1],
      [4, 'closed', 1],
      [5, 'idle', 2],
      [6, 'open', 2],
    ])
  })

  it('shows a poll as its author wrote it, without what only the stage may know', async () => {
    const room = await startRoom()
    await room.act('bill', 'open')
    expect((await (await joinRoom(room.url)).room()).poll).toEqual({
      id: 'bill',
      kind: 'choice',
      question: 'What did it pay for?',
      options: [{ id: 'run', text: 'One run' }, { id: 'all', text: 'Everything' }],
      several: false,
    })
  })

  it('keeps its state over a restart', async () => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    await room.act('bill', 'reset')
    await room.act('bill', 'open')
    await phone.vote('bill', ['run'], 2)
    const before = await phone.room()
    await room.close()
    const second = await startRoom({ data: `${room.folder}/room` })
    const response = await fetch(`${second.url}/api/room`, { headers: { Cookie: phone.cookie } })
    expect(await response.json()).toEqual(before)
    expect(before).toMatchObject({ phase: 'open', round: 2, mine: ['run'] })
  })
})

describe('health checks', () => {
  it.each(['/healthz', '/readyz'])('answer 200 at %s', async (path) => {
    const response = await fetch(`${(await startRoom()).url}${path}`)
    expect([response.status, await response.json()]).toEqual([200, { ok: true }])
  })
})

describe('every response', () => {
  it.each(['/', '/api/room', '/nowhere', '/api/stage/results.json', '/healthz'])(
    'at %s forbids sniffing and framing',
    async (path) => {
      const { headers } = await ask((await startRoom()).url, { path })
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
      })
    },
  )

  it('ends for HEAD, also where GET would stream', async () => {
    const room = await startRoom()
    for (const path of ['/', '/api/room', '/api/room/events']) {
      const { status, text } = await ask(room.url, { method: 'HEAD', path })
      expect([path, status, text]).toEqual([path, 200, ''])
    }
  }, 5000)
})
