import type { IncomingHttpHeaders } from 'node:http'
import type { RoomSnapshot, Tally } from '../../src/polls/protocol.ts'
import type { Phone } from '../../src/rehearsal/phone.ts'
import type { TestRoom } from '../room/support/testRoom.ts'
import type { Edit } from './support/proxies.ts'
import { describe, expect, it } from 'vitest'
import { freePort } from '../../src/deck/deckServer.ts'
import { createRandom } from '../../src/polls/random.ts'
import { createPhone } from '../../src/rehearsal/phone.ts'
import { createRoomLink } from '../../src/rehearsal/roomLink.ts'
import { ask } from '../room/support/rawHttp.ts'
import { atEndOfFile, startRoom } from '../room/support/testRoom.ts'
import { findProgram, HOLD_BACK, startCaddy, startNginx, stripPath } from './support/proxies.ts'

const atEnd = atEndOfFile()
const OTHER_HOST: Edit = ['proxy_set_header Host $http_host;', '']

interface Way {
  name: string
  host: string
  path: string
  start: (ports: [proxy: number, room: number]) => Promise<void>
  /** Paths of the voter cookie. */
  cookies: string[]
}

const nginx = (example: string, ...edits: Edit[]): Way['start'] => ports =>
  startNginx(example, ports, edits, atEnd)
const strip = (...edits: Edit[]): Way['start'] => ports =>
  startNginx('nginx-subpath.conf', ports, [stripPath(ports[1]), ...edits], atEnd)
const [HOST, SITE] = ['polls.example.org', 'www.example.org']

const WAYS: Way[] = [
  { name: 'nginx', host: HOST, path: '/', start: nginx('nginx.conf'), cookies: ['/'] },
  {
    name: 'nginx that holds events back',
    host: HOST,
    path: '/',
    start: nginx('nginx.conf', ...HOLD_BACK),
    cookies: ['/'],
  },
  {
    name: 'nginx that names another host to the room',
    host: HOST,
    path: '/',
    start: nginx('nginx.conf', OTHER_HOST),
    cookies: ['/'],
  },
  {
    name: 'nginx with a path that it passes on',
    host: SITE,
    path: '/talk/',
    start: nginx('nginx-subpath.conf'),
    cookies: ['/talk/'],
  },
  {
    name: 'nginx with a path that it strips',
    host: SITE,
    path: '/talk/',
    start: strip(),
    cookies: ['/talk/', '/'],
  },
  {
    name: 'nginx with a path that it strips, which names another host to the room',
    host: SITE,
    path: '/talk/',
    start: strip(OTHER_HOST),
    cookies: ['/talk/', '/'],
  },
]

const CADDY: Way[] = [
  {
    name: 'Caddy',
    host: HOST,
    path: '/',
    start: ([port, room]) => startCaddy([
      ['polls.example.org {', `http://polls.example.org:${port} {`],
      ['www.example.org {', `http://www.example.org:${port} {`],
      ['127.0.0.1:3131', `127.0.0.1:${room}`],
    ], port, atEnd),
    cookies: ['/'],
  },
  {
    name: 'Caddy with a path',
    host: SITE,
    path: '/talk/',
    start: ([port, room]) => startCaddy([
      ['polls.example.org {', `http://polls.example.org:${port} {`],
      ['www.example.org {', `http://www.example.org:${port} {`],
      ['127.0.0.1:3132', `127.0.0.1:${room}`],
    ], port, atEnd),
    cookies: ['/talk/'],
  },
]

interface Reached {
  room: TestRoom
  /** Of the proxy, by its number, with the path. */
  url: string
  /** What a browser sends that has opened the public address. */
  headers: { Host: string, Origin: string }
  /** A phone that has opened it. */
  phone: () => Phone
}

async function open({ host, path, start }: Way): Promise<Reached> {
  const port = await freePort()
  const room = await startRoom({ url: `http://${host}:${port}${path}` }, atEnd)
  await start([port, room.port])
  const url = `http://127.0.0.1:${port}${path}`
  const headers = { Host: `${host}:${port}`, Origin: `http://${host}:${port}` }
  const phone = () => {
    const given = createPhone(url)
    const fetch: Phone['fetch'] = (to, init) => given.fetch(to, { ...init, headers: { ...init?.headers, ...headers } })
    return { ...given, fetch }
  }
  return { room, url, headers, phone }
}

const opened = new Map<Way, Promise<Reached>>()
/** All tests of a way share its room and its proxy. */
function reach(way: Way): Promise<Reached> {
  const reached = opened.get(way) ?? open(way)
  opened.set(way, reached)
  return reached
}

/** Follows the room as a phone does; resolves once its state fits. */
function follow(phone: Phone): (fits: (state: Partial<RoomSnapshot>) => boolean) => Promise<void> {
  let state: Partial<RoomSnapshot> = {}
  const waiting = new Set<() => void>()
  const link = createRoomLink({
    phone,
    random: createRandom(1),
    onData(next) {
      state = next as Partial<RoomSnapshot>
      waiting.forEach(check => check())
    },
    onLive: () => {},
    onChange: () => {},
  })
  link.open()
  atEnd(() => link.close())
  return fits => new Promise((resolve) => {
    const check = () => fits(state) && resolve()
    waiting.add(check)
    check()
  })
}

const vote = (phone: Phone, poll: string, answer: string[]) => phone.fetch(`/api/polls/${poll}/ballot`, {
  method: 'PUT',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ round: 1, answer }),
})

async function countedIn(room: TestRoom, poll: string): Promise<Tally | undefined> {
  await room.act(poll, 'close')
  return (await room.act(poll, 'reveal')).polls[poll]?.tally
}

const pathsOf = (headers: IncomingHttpHeaders) =>
  headers['set-cookie']?.map(cookie => /Path=([^;]*)/.exec(cookie)?.[1])

function describeWays(ways: Way[]) {
  it.concurrent.each(ways)('$name: phones hear of polls, and their votes are counted', async (way) => {
    const { room, phone } = await reach(way)
    const phones = [phone(), phone(), phone()]
    const until = phones.map(follow)
    await Promise.all(until.map(fits => fits(state => state.phase === 'idle')))
    await room.act('bill', 'open')
    await Promise.all(until.map(fits => fits(state => state.poll?.id === 'bill' && state.phase === 'open')))
    for (const [i, each] of phones.entries())
      expect((await vote(each, 'bill', [i === 0 ? 'all' : 'run'])).status).toBe(200)
    expect(await countedIn(room, 'bill')).toMatchObject({ people: 3, counts: { run: 2, all: 1 } })
    // Each has its own vote, whatever the proxy has kept of others.
    const kept = await Promise.all(phones.map(async each => await (await each.fetch('/api/room')).json()))
    expect(kept.map(({ mine }: { mine: string[] }) => mine)).toEqual([['all'], ['run'], ['run']])
  })

  it.concurrent.each(ways)('$name: keeps pages of other hosts out, and cookies to the room', async (way) => {
    const { room, url, headers: { Host, Origin } } = await reach(way)
    const path = new URL(url).pathname
    const joined = await ask(url, { path: `${path}api/room`, headers: { Host } })
    expect(pathsOf(joined.headers)).toEqual(way.cookies)
    const call = (to: string, headers: Record<string, string>) =>
      ask(url, { method: 'POST', path: `${path}api/stage/${to}`, headers: { Host, ...headers } })
    const { headers: traded } = await call('session', { Authorization: `Bearer ${room.stageKey}` })
    expect(pathsOf(traded)).toEqual(way.cookies.map(root => `${root}api/stage`))
    const Cookie = traded['set-cookie']?.[0]?.split(';')[0] ?? ''
    expect((await call('session', { Cookie, Origin: 'http://evil.example' })).status).toBe(403)
    expect((await call('session', { Cookie, Origin })).status).toBe(204)
  })
}

describe('docs/reach/nginx.conf and its like', () => {
  describeWays(WAYS)

  it('takes the votes of 200 phones that come from one address', async () => {
    const { room, phone } = await reach(WAYS[0] as Way)
    await room.act('lenses', 'open')
    const statuses = await Promise.all(Array.from({ length: 200 }, async () => {
      const each = phone()
      await (await each.fetch('/api/room')).json()
      const reply = await vote(each, 'lenses', ['tech'])
      await reply.json()
      return reply.status
    }))
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(await countedIn(room, 'lenses')).toMatchObject({ people: 200 })
  })

  it('leads from the path without its slash to the phones’ page', async () => {
    const { url, headers } = await reach(WAYS[3] as Way)
    const { status, headers: { location } } = await ask(url, { path: '/talk', headers })
    expect([status, new URL(String(location), `${headers.Origin}/talk`).pathname]).toEqual([301, '/talk/'])
  })
})

describe.runIf(findProgram('caddy'))('docs/reach/Caddyfile, tried where Caddy is installed', () => describeWays(CADDY))
