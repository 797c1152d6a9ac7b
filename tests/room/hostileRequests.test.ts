import type { TestRoom } from './support/testRoom.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE } from './support/hostileRequests.ts'
import { GARBAGE } from './support/malformedHttp.ts'
import { ask, speak } from './support/rawHttp.ts'
import { atEndOfFile, joinRoom, startRoom } from './support/testRoom.ts'

const atEnd = atEndOfFile()
const faults: unknown[] = []
let room: TestRoom
let before: string

/** Everything that the room keeps, as JSON. */
async function kept(): Promise<string> {
  const { text } = await ask(room.url, {
    path: '/api/stage/results.json',
    headers: { Authorization: `Bearer ${room.stageKey}` },
  })
  return text
}

async function expectUnharmed(): Promise<void> {
  expect(await kept()).toBe(before)
  expect((await ask(room.url, { path: '/healthz' })).text).toBe('{"ok":true}')
  expect(faults.splice(0)).toEqual([])
}

// One room for all cases: an open poll with one honest ballot, which nothing below may change.
beforeAll(async () => {
  room = await startRoom({ onError: error => faults.push(error) }, atEnd)
  await room.act('bill', 'open')
  await (await joinRoom(room.url)).vote('bill', ['all'])
  before = await kept()
  expect(before).toContain(
    '"phase":"open","round":1,"right":["run"],'
    + '"rounds":[{"round":1,"tally":{"kind":"choice","people":1,"counts":{"run":0,"all":1}}}]',
  )
})

describe('a hostile request', () => {
  it.each(HOSTILE)('is refused and leaves no trace: %s', async (_, request) => {
    const { cookie } = await joinRoom(room.url)
    const { status } = await ask(room.url, {
      ...request,
      headers: { 'Content-Type': 'application/json', 'Cookie': cookie, ...request.headers },
    })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    await expectUnharmed()
  })

  it.each(GARBAGE)('that is hardly HTTP is refused or hung up on: %s', async (_, bytes) => {
    expect(await speak(room.url, bytes)).toMatch(/^(?:HTTP\/1\.1 4\d\d |$)/)
    await expectUnharmed()
  })

  it('cannot fill the server with an endless body', async () => {
    const { cookie } = await joinRoom(room.url)
    const head = [
      'PUT /api/polls/bill/ballot HTTP/1.1',
      'Host: a',
      `Cookie: ${cookie}`,
      'Content-Type: application/json\r\n',
    ].join('\r\n')
    for (const body of [
      'Content-Length: 1000000000\r\n\r\n',
      `Transfer-Encoding: chunked\r\n\r\n${`1000\r\n${'x'.repeat(4096)}\r\n`.repeat(3)}`,
    ])
      expect(await speak(room.url, head + body)).toMatch(/^HTTP\/1\.1 413 /)
    await expectUnharmed()
  })

  it('cannot fill the server with answers that nobody reads', async () => {
    const answersTo = async (requests: number) => {
      const heard = await speak(
        room.url,
        `${'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(requests)}GET /last HTTP/1.1\r\nHost: a\r\n\r\n`,
        /404 Not Found/,
      )
      return heard.split('200 OK').length - 1
    }
    expect(await answersTo(2)).toBe(2)
    expect(await answersTo(500)).toBeLessThan(10)
    await expectUnharmed()
  })

  it('does not keep the same room from counting an honest one', async () => {
    const phone = await joinRoom(room.url)
    expect((await phone.vote('bill', ['run'])).status).toBe(200)
    expect(await kept()).not.toBe(before)
  })
})
