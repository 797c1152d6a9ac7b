import type { TestRoom } from './support/testRoom.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { AN_ANSWER, EVERY_KIND } from './support/everyKind.ts'
import { HOSTILE_CALLS, hostileBodies } from './support/hostileAnswers.ts'
import { ask } from './support/rawHttp.ts'
import { atEndOfFile, joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

/** Ballots that one phone may send at once. */
const BURST = 20

const atEnd = atEndOfFile()
const faults: unknown[] = []
let room: TestRoom

beforeAll(async () => {
  room = await startRoom(
    { polls: pollsFile(tempFolder(atEnd), EVERY_KIND), onError: error => faults.push(error) },
    atEnd,
  )
})

/** Everything that the room keeps, as JSON. */
const kept = async () => (await room.stage('GET', '/api/stage/results.json')).text()

const refused = (status: number) => status >= 400 && status < 500

describe('a malformed answer', () => {
  it.each(Object.entries(AN_ANSWER).map(([poll, given]) => ({ poll, ...given })))(
    'is refused by $poll, a poll of kind $kind, and leaves no trace',
    async ({ poll, answer }) => {
      await room.act(poll, 'open')
      expect((await (await joinRoom(room.url)).vote(poll, answer)).status).toBe(200)
      const before = await kept()

      const bodies = hostileBodies(poll)
      const phones = await Promise.all(
        Array.from({ length: Math.ceil(bodies.length / BURST) }, () => joinRoom(room.url)),
      )
      const answered = await Promise.all(
        bodies.map(async ({ name, body }, i) => {
          const headers = { 'Content-Type': 'application/json', 'Cookie': phones[Math.floor(i / BURST)]?.cookie ?? '' }
          return [
            name,
            (await fetch(`${room.url}/api/polls/${poll}/ballot`, { method: 'PUT', headers, body })).status,
          ] as const
        }),
      )
      expect(bodies.length).toBeGreaterThan(40)
      expect(answered.filter(([, status]) => status !== 400 && status !== 422)).toEqual([])
      expect(await kept()).toBe(before)
      expect(faults).toEqual([])
    },
  )
})

describe('a malformed stage call', () => {
  it('is refused and leaves no trace', async () => {
    await room.act('word', 'open')
    const before = await kept()
    const answered = await Promise.all(
      HOSTILE_CALLS.map(async ([name, request]) => {
        const { status } = await ask(room.url, {
          ...request,
          headers: { Authorization: `Bearer ${room.stageKey}`, ...request.headers },
        })
        return [name, status] as const
      }),
    )
    expect(answered.filter(([, status]) => !refused(status))).toEqual([])
    expect(await kept()).toBe(before)
    expect(faults).toEqual([])
  })

  it('is refused with 401 without the stage key', async () => {
    const before = await kept()
    const { cookie } = await joinRoom(room.url)
    const answered = await Promise.all(
      HOSTILE_CALLS.map(
        async ([name, request]) =>
          [
            name,
            (await ask(room.url, { ...request, headers: { Cookie: cookie, ...request.headers } })).status,
          ] as const,
      ),
    )
    // Paths with `..` may lead out of `/api/stage`, where there is nothing.
    expect(answered.filter(([, status]) => ![401, 404, 413, 415].includes(status))).toEqual([])
    expect(answered.filter(([, status]) => status === 401).length).toBeGreaterThan(answered.length * 0.9)
    expect(await kept()).toBe(before)
  })
})
