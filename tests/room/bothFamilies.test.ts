import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { startRoom } from './support/testRoom.ts'

/** Where a machine has no IPv6 at all, there is only the other half to try. */
const hasIPv6 = Object.values(networkInterfaces()).flat().some(address => address?.family === 'IPv6')

describe('a room without ROOM_HOST', () => {
  it.each([['127.0.0.1', true], ['[::1]', hasIPv6]])('answers at %s', async (name, isThere) => {
    const { host, port } = await startRoom({ host: undefined as never })
    expect(host).toBe(hasIPv6 ? '::' : '0.0.0.0')
    const answer = fetch(`http://${name}:${port}/healthz`).then(response => response.status, () => 'nothing')
    expect(await answer).toBe(isThere ? 200 : 'nothing')
  })
})

it.runIf(hasIPv6)('a room at ::1 gives phones a link with brackets, under which it answers', async () => {
  const { joinUrl, port } = await startRoom({ host: '::1' })
  expect(joinUrl).toBe(`http://[::1]:${port}/`)
  expect((await fetch(`${joinUrl}api/room`)).status).toBe(200)
})
