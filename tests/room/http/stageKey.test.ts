import type { OutgoingHttpHeaders } from 'node:http'
import type { Phone, TestRoom } from '../support/testRoom.ts'
import { describe, expect, it } from 'vitest'
import { actionPath, ENTRY_STATES, entryPath, paperPath, STAGE_ACTIONS } from '../../../src/polls/protocol.ts'
import { ask } from '../support/rawHttp.ts'
import { readEvents } from '../support/readEvents.ts'
import { joinRoom, startRoom } from '../support/testRoom.ts'

const ROUTES = [
  { method: 'GET', path: '/api/stage/session' },
  { method: 'POST', path: '/api/stage/session' },
  { method: 'GET', path: '/api/stage/events' },
  { method: 'GET', path: '/api/stage/results.json' },
  { method: 'GET', path: '/api/stage/results.csv' },
  ...STAGE_ACTIONS.map(action => ({ method: 'POST', path: actionPath('bill', action) })),
  ...ENTRY_STATES.map(state => ({ method: 'POST', path: entryPath('bill', 'any', state) })),
  ...['GET', 'PUT'].map(method => ({ method, path: paperPath('bill') })),
  { method: 'POST', path: '/api/stage/polls/nope/open' },
  { method: 'GET', path: '/api/stage/nowhere' },
]

/** Credentials that are not the presenter's. */
const ATTEMPTS: [name: string, headers: (room: TestRoom, phone: Phone) => OutgoingHttpHeaders][] = [
  ['no key', () => ({})],
  ['a wrong key', () => ({ Authorization: `Bearer ${'x'.repeat(22)}` })],
  ['an empty key', () => ({ Authorization: 'Bearer ' })],
  ['a key that lacks its end', room => ({ Authorization: `Bearer ${room.stageKey.slice(0, -1)}` })],
  ['the key without its scheme', room => ({ Authorization: room.stageKey })],
  ['the key as Basic', room => ({ Authorization: `Basic ${btoa(`stage:${room.stageKey}`)}` })],
  ['the key as cookie', room => ({ Cookie: `stage=${room.stageKey}` })],
  ['the voter cookie of a phone', (_, phone) => ({ Cookie: phone.cookie })],
  [
    'the voter cookie under the name of the stage cookie',
    (_, phone) => ({ Cookie: phone.cookie.replace('voter=', 'stage=') }),
  ],
  ['a foreign Host', () => ({ Host: 'evil.example' })],
  ['a foreign Host and Origin that agree', () => ({ Host: 'evil.example', Origin: 'http://evil.example' })],
  ['a wrong key from a foreign origin', () => ({ Authorization: 'Bearer wrong', Origin: 'http://evil.example' })],
]

const bearer = (room: TestRoom) => ({ Authorization: `Bearer ${room.stageKey}` })

/** The stage cookie as a browser would send it back. */
async function stageCookie(room: TestRoom): Promise<string> {
  const { headers } = await ask(room.url, { method: 'POST', path: '/api/stage/session', headers: bearer(room) })
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

describe('a stage call', () => {
  it.each(ATTEMPTS)('is refused with %s', async (_, headersFor) => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    const headers = headersFor(room, phone)
    const replies = await Promise.all(
      ROUTES.map(async route => ({ ...route, ...(await ask(room.url, { ...route, headers })) })),
    )
    expect(replies.map(({ method, path, status }) => [method, path, status])).toEqual(
      ROUTES.map(({ method, path }) => [method, path, 401]),
    )
    for (const { text, headers } of replies) {
      expect(JSON.parse(text)).toMatchObject({ error: { code: 'unauthorized' } })
      expect(headers['set-cookie']).toBeUndefined()
    }
    expect(await phone.room()).toMatchObject({ seq: 0, poll: null })
  })
})

describe('a page of another origin', () => {
  it.each(['http://evil.example', 'null', 'http://127.0.0.1', 'garbage', ''])(
    'cannot use the presenter’s cookie from "%s"',
    async (Origin) => {
      const room = await startRoom()
      const Cookie = await stageCookie(room)
      for (const { method, path } of ROUTES.filter(route => route.method === 'POST'))
        expect([path, (await ask(room.url, { method, path, headers: { Cookie, Origin } })).status]).toEqual([path, 403])
      expect((await (await joinRoom(room.url)).room()).seq).toBe(0)
    },
  )

  it('cannot act without a key either', async () => {
    const room = await startRoom()
    for (const { method, path } of ROUTES.filter(route => route.method === 'POST'))
      expect((await ask(room.url, { method, path, headers: { Origin: 'http://evil.example' } })).status).toBe(401)
  })

  it('is not admitted by CORS', async () => {
    const room = await startRoom()
    for (const path of ['/api/room', '/api/stage/results.json']) {
      const { headers } = await ask(room.url, { path, headers: { ...bearer(room), Origin: 'http://evil.example' } })
      expect(Object.keys(headers).filter(key => key.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('the presenter', () => {
  it('is admitted with the key', async () => {
    const room = await startRoom()
    expect((await ask(room.url, { path: '/api/stage/session', headers: bearer(room) })).status).toBe(204)
    expect(
      (await ask(room.url, { path: '/api/stage/session', headers: { Authorization: `bearer ${room.stageKey}` } }))
        .status,
    ).toBe(204)
    expect(
      (await ask(room.url, { method: 'POST', path: '/api/stage/polls/nope/open', headers: bearer(room) })).status,
    ).toBe(404)
    expect(
      (await ask(room.url, { method: 'POST', path: '/api/stage/polls/bill/toString', headers: bearer(room) })).status,
    ).toBe(404)
  })

  it('trades the key for a cookie that does not contain it', async () => {
    const room = await startRoom()
    const { status, headers } = await ask(room.url, {
      method: 'POST',
      path: '/api/stage/session',
      headers: bearer(room),
    })
    expect(status).toBe(204)
    const attributes = headers['set-cookie']?.[0]?.split('; ')
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/api/stage']))
    const Cookie = attributes?.[0] ?? ''
    expect(Cookie).not.toContain(room.stageKey)
    const open = await ask(room.url, {
      method: 'POST',
      path: '/api/stage/polls/bill/open',
      headers: { Cookie, Origin: room.url },
    })
    expect(open.status).toBe(200)
    expect((await ask(room.url, { path: '/api/stage/results.json', headers: { Cookie } })).status).toBe(200)
    // A wrong key is refused even with a valid cookie.
    expect(
      (await ask(room.url, { path: '/api/stage/results.json', headers: { Cookie, Authorization: 'Bearer wrong' } }))
        .status,
    ).toBe(401)
  })

  it('receives the key in no response of the room', async () => {
    const room = await startRoom()
    const [phone, Cookie] = [await joinRoom(room.url), await stageCookie(room)]
    const streams = await Promise.all([
      readEvents(`${room.url}/api/room/events`, { Cookie: phone.cookie }),
      readEvents<{ current: string | null }>(`${room.url}/api/stage/events`, { Cookie }),
    ])
    const paths = [
      '/',
      '/api/room',
      '/healthz',
      '/readyz',
      '/nowhere',
      '/stage-key',
      '/.room/stage-key',
      '/../room/stage-key',
      ...ROUTES.map(route => route.path).filter(path => path !== '/api/stage/events'),
    ]
    const replies = await Promise.all(
      paths.flatMap(path =>
        ['GET', 'POST'].flatMap(method =>
          [{}, { Cookie }, bearer(room)].map(headers => ask(room.url, { method, path, headers })),
        ),
      ),
    )
    await room.act('bill', 'open')
    await streams[1].until(stream => stream.current === 'bill')
    const served = [
      ...replies.map(reply => JSON.stringify(reply)),
      ...streams.map(stream => stream.text()),
      await (await phone.vote('bill', ['run'])).text(),
    ].join('\n')
    expect(served).toContain('"current":"bill"')
    expect(served).not.toContain(room.stageKey)
  })
})
