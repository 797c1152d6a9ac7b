import type { AddressInfo } from 'node:net'
import type { ServeRoomOptions } from '../../src/room/server.ts'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { formatError } from '../../src/cli/cli.ts'
import { pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

/** Settings that cannot work, and the line at the terminal that says why and what to do. */
const FAILING: [name: string, options: (folder: string) => Partial<ServeRoomOptions>, says: RegExp][] = [
  [
    'no polls',
    folder => ({ polls: join(folder, 'none.yaml') }),
    /^none\.yaml: cannot be read at .*; create it or restore it from the repository\.$/,
  ],
  [
    'polls that are none',
    folder => ({ polls: pollsFile(folder, 'polls: 7\n') }),
    /^polls\.yaml:1: must be a list of polls\.$/,
  ],
  [
    'data below a regular file',
    folder => ({ data: join(folder, 'file', 'room') }),
    /^.*file\/room.*; set ROOM_DATA to a folder that can be written\.$/,
  ],
  [
    'data in a regular file',
    folder => ({ data: join(folder, 'file') }),
    /^.*file.*; set ROOM_DATA to a folder that can be written\.$/,
  ],
  [
    'a short key',
    () => ({ stageKey: 'short' }),
    /^ROOM_STAGE_KEY is shorter than 16 characters; use a long random value\.$/,
  ],
  [
    'an address of another machine',
    () => ({ host: '192.0.2.1' }),
    /^The room cannot listen on 192\.0\.2\.1:\d+ \(.*\); set ROOM_HOST and ROOM_PORT\.$/,
  ],
  [
    'an address for one network card',
    () => ({ host: 'fe80::1%eth0' }),
    /^ROOM_HOST is "fe80::1%eth0", an address for one network card that no link can name; use another, or ::.*\.$/,
  ],
  [
    'a session that would break the table',
    () => ({ session: 'a,b' }),
    /^"a,b" is not a valid session name; use up to 60 letters, digits, spaces, dots or hyphens\.$/,
  ],
]

const BAD_ADDRESSES: [name: string, url: string, why: string][] = [
  ['no scheme', 'polls.example.org', 'which no phone can open; give the whole address'],
  ['another scheme', 'ftp://polls.example.org', 'which no phone can open; give'],
  ['a query', 'https://polls.example.org/?room=1', 'which has more than a host and a path; leave out'],
  ['a password', 'https://me:secret@polls.example.org/', 'which has more than a host and a path; leave out'],
  ['a path that proxies change', 'https://polls.example.org/my%20talk/', 'whose path has signs that proxies change; use'],
  ['an empty folder', 'https://polls.example.org//talk/', 'whose path has signs that proxies change; use'],
  ['a path of the room’s own', 'https://polls.example.org/deck/', 'whose path begins like one of the room’s own'],
]
const BAD_LINKS: [name: string, short: string, why: string][] = [
  ['no host', 'abc', 'which is no link that people could type; give'],
  ['a query', 'tiny.example/?a=1', 'which is no link that people could type; give'],
  ['more than anybody types', `tiny.example/${'a'.repeat(20)}`, 'which is not short; give one of at most 30'],
]

const lineOf = (start: Promise<unknown>) => start.then(() => 'It started.', formatError)

describe('serveRoom', () => {
  it.each(FAILING)('refuses %s in one line', async (_, options, says) => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'file'), '')
    // An unforeseen error would print its stack in many lines, and `.` matches no line break.
    expect(await lineOf(startRoom(options(folder)))).toMatch(says)
  })

  it.each(BAD_ADDRESSES)('refuses a public address with %s in one line', async (_, url, why) => {
    const line = await lineOf(startRoom({ url }))
    expect(line).toMatch(/^.*\.$/)
    expect(line.slice(0, `ROOM_URL is "${url}", ${why}`.length)).toBe(`ROOM_URL is "${url}", ${why}`)
  })

  it.each(BAD_LINKS)('refuses a short link with %s in one line', async (_, short, why) => {
    const line = await lineOf(startRoom({ short }))
    expect(line).toMatch(/^.*\.$/)
    expect(line.slice(0, `ROOM_SHORT is "${short}", ${why}`.length)).toBe(`ROOM_SHORT is "${short}", ${why}`)
  })

  it('refuses data that another room holds, and lets that room go on', async () => {
    const first = await startRoom()
    const data = join(first.folder, 'room')
    const database = join(data, 'room.sqlite')
    expect(await lineOf(startRoom({ data }))).toBe(
      `${database} is in use by another room server; stop that one or set ROOM_DATA to another folder.`,
    )
    await first.act('bill', 'open')
  })

  it('releases its data when the port is taken', async () => {
    const taken = createServer()
    onTestFinished(() => void taken.close())
    await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const data = join(tempFolder(), 'room')
    expect(await lineOf(startRoom({ data, port }))).toBe(
      `Port ${port} is in use; stop the program that uses it, or set ROOM_PORT to another port.`,
    )
    await (await startRoom({ data })).act('bill', 'open')
  })

  it.each([
    ['https://polls.example.org', 'https://polls.example.org/'],
    ['https://polls.example.org/talk', 'https://polls.example.org/talk/'],
    ['HTTPS://Polls.Example.org:443/Talk/', 'https://polls.example.org/Talk/'],
  ])('gives phones %s as %s', async (url, joinUrl) => {
    expect((await startRoom({ url })).joinUrl).toBe(joinUrl)
  })

  it('tells decks of a short link, without what nobody types', async () => {
    const room = await startRoom({ short: 'https://tiny.example/abc/' })
    const state = await (await room.stage('POST', '/api/stage/begin-anew')).json()
    expect(state).toMatchObject({ joinShort: 'tiny.example/abc' })
  })

  it('can be closed twice', async () => {
    const room = await startRoom()
    await Promise.all([room.close(), room.close()])
    await expect(fetch(`${room.url}/healthz`)).rejects.toThrow()
  })
})
