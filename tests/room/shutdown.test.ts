import type { Phase } from '../../src/polls/protocol.ts'
import type { RoomProcess } from './support/roomProcess.ts'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectKept, FICKLE_POLLS, joinVoters, voteWildly } from './support/fickleVoters.ts'
import { readEvents } from './support/readEvents.ts'
import { spawnRoom, stage } from './support/roomProcess.ts'
import { joinRoom, pollsFile, tempFolder } from './support/testRoom.ts'

const KEY = 'a-key-for-the-shutdown-test'

async function openRoom(): Promise<{ room: RoomProcess, url: string, again: () => RoomProcess }> {
  const folder = tempFolder()
  const env = {
    ROOM_HOST: '127.0.0.1',
    ROOM_DATA: join(folder, 'room'),
    ROOM_POLLS: pollsFile(folder, FICKLE_POLLS),
    ROOM_STAGE_KEY: KEY,
  }
  const room = spawnRoom(env)
  const url = await room.ready
  await stage(url, KEY, 'polls/mind/open', 'POST')
  return { room, url, again: () => spawnRoom(env) }
}

describe('a room that is asked to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('keeps what it acknowledged (%s)', async (signal) => {
    const { room, url, again } = await openRoom()
    const voters = await joinVoters(url, 40)
    let acks = 0
    // Settles once every ballot has its response or its connection is broken.
    await voteWildly(url, voters, 1, (total) => {
      acks = total
      if (total === 200)
        room.kill(signal)
    })
    const { code, stderr } = await room.exited
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(acks).toBeGreaterThanOrEqual(200)
    const people = await expectKept(await again().ready, voters, 1)
    expect(people).toBeGreaterThan(0)
  })

  it('answers the ballot that is on its way', async () => {
    const { room, url, again } = await openRoom()
    const { cookie } = await joinRoom(url)
    const body = '{"round":1,"answer":["o1"]}'
    const ballot = request(`${url}/api/polls/mind/ballot`, {
      method: 'PUT',
      headers: { 'Cookie': cookie, 'Content-Type': 'application/json', 'Content-Length': body.length },
      agent: false,
    })
    const status = new Promise<number>((resolve, reject) => {
      ballot.on('response', response => resolve(response.resume().statusCode ?? 0))
      ballot.on('error', reject)
    })
    ballot.write(body.slice(0, 10))
    // The server reads in order: once it has answered this, it has the first half of the ballot too.
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    room.kill('SIGTERM')
    await expect.poll(() =>
      fetch(`${url}/healthz`, { headers: { Connection: 'close' } }).then(
        () => false,
        () => true,
      ),
    ).toBe(true)
    ballot.end(body.slice(10))
    expect(await status).toBe(200)
    expect((await room.exited).code).toBe(0)
    const response = await fetch(`${await again().ready}/api/room`, { headers: { Cookie: cookie } })
    expect(await response.json()).toMatchObject({ mine: ['o1'] })
  })

  it('ends open streams without waiting for them', async () => {
    const { room, url } = await openRoom()
    const streams = await Promise.all(
      Array.from({ length: 50 }, () => readEvents<{ phase: Phase }>(`${url}/api/room/events`)),
    )
    const deck = await readEvents(`${url}/api/stage/events`, { Authorization: `Bearer ${KEY}` })
    await Promise.all([...streams, deck].map(stream => stream.until(() => true)))
    const started = performance.now()
    room.kill('SIGTERM')
    expect(new Set(await Promise.all([...streams, deck].map(stream => stream.ended)))).toEqual(new Set([true]))
    expect((await room.exited).code).toBe(0)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
