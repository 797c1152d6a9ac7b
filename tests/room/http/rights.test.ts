import type { OutgoingHttpHeaders } from 'node:http'
import type { Right } from '../../../src/room/rights.ts'
import type { TestRoom } from '../support/testRoom.ts'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { readPolls } from '../../../src/polls/pollsFile.ts'
import { createApp } from '../../../src/room/http/app.ts'
import { createPhonePage } from '../../../src/room/http/phonePage.ts'
import { COOKIE_NAMES, MAY_CALL, RIGHTS } from '../../../src/room/rights.ts'
import { createRoom } from '../../../src/room/room.ts'
import { openSecrets } from '../../../src/room/secrets.ts'
import { openSqliteStore } from '../../../src/room/stores/sqlite.ts'
import { EVERY_KIND } from '../support/everyKind.ts'
import { ask } from '../support/rawHttp.ts'
import { testDeck } from '../support/testDeck.ts'
import { atEndOfFile, joinRoom, pollsFile, startRoom, tempFolder, testPhoneFiles } from '../support/testRoom.ts'

const ANYBODY = 'anybody'
const PRESENTER: Right[] = ['presenter']
const MODERATOR: Right[] = ['presenter', 'moderator']
const WALL: Right[] = ['presenter', 'wall']

/** Who may call what. A route that is not listed here fails the first test. */
const TABLE: Record<string, Right[] | typeof ANYBODY> = {
  'GET /': ANYBODY,
  'GET /:file{(?:part|font)-\\w+\\.\\w+}': ANYBODY,
  'GET /moderate': ANYBODY,
  'GET /healthz': ANYBODY,
  'GET /readyz': ANYBODY,
  'GET /api/room': ANYBODY,
  'GET /api/room/events': ANYBODY,
  'PUT /api/polls/:id/ballot': ANYBODY,
  'GET /api/polls/:id/entries': ANYBODY,
  'GET /api/room/card': ANYBODY,
  'POST /api/room/reactions': ANYBODY,
  'GET /api/follow/events': ANYBODY,
  'GET /follow': ANYBODY,
  'GET /follow/': ANYBODY,
  'GET /deck': ANYBODY,
  'GET /deck/*': ANYBODY,
  'GET /api/stage/notes': PRESENTER,
  'POST /api/stage/sync': PRESENTER,
  'GET /api/stage/session': [...RIGHTS],
  'POST /api/stage/session': [...RIGHTS],
  'GET /api/stage/events': WALL,
  'GET /api/stage/entries/events': MODERATOR,
  'GET /api/stage/polls/:id/entries': MODERATOR,
  'POST /api/stage/polls/:id/entries/:entry/:state': MODERATOR,
  'PUT /api/stage/polls/:id/entries/:entry/merge': MODERATOR,
  'POST /api/stage/begin-anew': PRESENTER,
  'POST /api/stage/cards/show': PRESENTER,
  'POST /api/stage/cards/hide': PRESENTER,
  'POST /api/stage/reactions': PRESENTER,
  'POST /api/stage/polls': PRESENTER,
  'POST /api/stage/polls/:id/shown': PRESENTER,
  'POST /api/stage/polls/:id/round': PRESENTER,
  'POST /api/stage/polls/:id/:action': PRESENTER,
  'GET /api/stage/polls/:id/paper': PRESENTER,
  'PUT /api/stage/polls/:id/paper': PRESENTER,
  'GET /api/stage/results.json': PRESENTER,
  'GET /api/stage/results.csv': PRESENTER,
}

/** Every route of the room, as it is written. */
async function allRoutes(): Promise<string[]> {
  const folder = tempFolder()
  const store = openSqliteStore(join(folder, 'room.sqlite'))
  const polls = readPolls(pollsFile(folder))
  const room = await createRoom({ store, polls, session: 's', joinUrl: () => '', onError: () => {} })
  onTestFinished(async () => {
    room.close()
    await store.close()
  })
  const page = createPhonePage(testPhoneFiles(''))
  const secrets = openSecrets(folder)
  const app = createApp({ room, secrets, page, deck: testDeck(folder), joinUrl: () => '', onError: () => {} })
  const routes = app.routes.filter(({ method }) => method !== 'ALL')
  return [...new Set(routes.map(({ method, path }) => `${method} ${path}`))]
}

const atEnd = atEndOfFile()
let room: TestRoom
beforeAll(async () => {
  const folder = tempFolder(atEnd)
  room = await startRoom({ polls: pollsFile(folder, EVERY_KIND), deck: testDeck(folder) }, atEnd)
  await room.act('board', 'open')
})

/** A call of a route that changes nothing, since it names an entry, a round and slips that there are not. */
async function call(route: string, headers: OutgoingHttpHeaders): Promise<number> {
  const [method = '', pattern = ''] = route.split(' ')
  const names: Record<string, string> = { ':id': 'board', ':entry': 'none', ':state': 'shown', ':action': 'open' }
  const path = pattern.replace(/:\w+/g, name => names[name] ?? '')
  // A stream that is allowed would not end.
  const asked = { method: path.endsWith('/events') ? 'HEAD' : method, path }
  const body = method === 'PUT' ? '{}' : undefined
  return (await ask(room.url, { ...asked, headers: { 'Content-Type': 'application/json', ...headers }, body })).status
}

const bearer = (key: string) => ({ Authorization: `Bearer ${key}` })

/** The cookie that a key is traded for, as a browser would send it. */
async function cookieFor(right: Right): Promise<string> {
  const headers = bearer(room.keys[right])
  const reply = await ask(room.url, { method: 'POST', path: '/api/stage/session', headers })
  return reply.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

describe('the table of rights', () => {
  it('names every route of the room, and no other', async () => {
    expect((await allRoutes()).sort()).toEqual(Object.keys(TABLE).sort())
  })

  it('agrees with what the room goes by', () => {
    for (const right of ['moderator', 'wall'] as const) {
      const allowed = Object.keys(TABLE).filter(route => TABLE[route] !== ANYBODY && TABLE[route]?.includes(right))
      expect([...MAY_CALL[right]].sort(), right).toEqual(allowed.sort())
    }
  })

  describe.each(Object.entries(TABLE))('%s', (route, allowed) => {
    it.each(RIGHTS)('as the %s', async (right) => {
      const isAllowed = allowed === ANYBODY || allowed.includes(right)
      for (const headers of [bearer(room.keys[right]), { Cookie: await cookieFor(right), Origin: room.url }]) {
        const status = await call(route, headers)
        // 403 is also what a phone without a voter cookie gets for a ballot, whatever key it has.
        if (allowed !== ANYBODY)
          expect([isAllowed, status === 403], String(status)).toEqual([isAllowed, !isAllowed])
        expect(status).not.toBe(401)
        expect(status).toBeLessThan(500)
      }
    })

    it('without a key, with tampered and with swapped ones', async () => {
      const phone = await joinRoom(room.url)
      const wrong: OutgoingHttpHeaders[] = [
        {},
        { Cookie: phone.cookie },
        ...RIGHTS.flatMap(right => [
          bearer(`${room.keys[right]}x`),
          bearer(room.keys[right].slice(0, -1)),
          bearer(COOKIE_NAMES[right]),
          { Cookie: `${COOKIE_NAMES[right]}=${room.keys[right]}` },
          { Cookie: `${COOKIE_NAMES[right]}=` },
        ]),
        // A cookie under the name of another right.
        { Cookie: (await cookieFor('wall')).replace('wall=', 'stage=') },
        { Cookie: (await cookieFor('wall')).replace('wall=', 'moderator=') },
        { Cookie: (await cookieFor('moderator')).replace('moderator=', 'stage=') },
        // A cookie as a key.
        bearer((await cookieFor('wall')).split('=')[1] ?? ''),
      ]
      for (const headers of wrong) {
        const status = await call(route, headers)
        expect([JSON.stringify(headers), status === 401]).toEqual([JSON.stringify(headers), allowed !== ANYBODY])
      }
    })
  })
})

describe('a browser with two cookies', () => {
  it('keeps its stronger right, whichever link it opened last', async () => {
    const [stage, wall] = [await cookieFor('presenter'), await cookieFor('wall')]
    for (const Cookie of [`${stage}; ${wall}`, `${wall}; ${stage}`])
      expect((await ask(room.url, { path: '/api/stage/results.json', headers: { Cookie } })).status).toBe(200)
    // The slides link in the presenter's browser sets a cookie of its own and takes none away.
    const headers = { ...bearer(room.keys.wall), Cookie: stage }
    const reply = await ask(room.url, { method: 'POST', path: '/api/stage/session', headers })
    expect(reply.headers['set-cookie']?.map(line => line.split('=')[0])).toEqual(['wall'])
  })
})
