import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RoomState } from '../../src/polls/protocol.ts'
import type { Store } from '../../src/polls/store.ts'
import type { Room } from '../../src/room/room.ts'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { readPolls } from '../../src/polls/pollsFile.ts'
import { createApp } from '../../src/room/http/app.ts'
import { createPhonePage } from '../../src/room/http/phonePage.ts'
import { createRoom } from '../../src/room/room.ts'
import { openSecrets } from '../../src/room/secrets.ts'
import { openSqliteStore } from '../../src/room/stores/sqlite.ts'
import { readEvents } from './support/readEvents.ts'
import { joinRoom, pollsFile, tempFolder, testPhoneFiles } from './support/testRoom.ts'

/** A room whose store can fail or be slow, as one across a network may be. */
async function serveOver(
  change: (store: Store) => Partial<Store>,
): Promise<{ room: Room, url: string, open: (id?: string) => Promise<unknown> }> {
  const folder = tempFolder()
  const store = openSqliteStore(join(folder, 'room.sqlite'))
  onTestFinished(() => store.close())
  const polls = readPolls(pollsFile(folder))
  const room = await createRoom({
    store: { ...store, ...change(store) },
    polls,
    session: 'default',
    joinUrl: () => '',
    onError: () => {},
  })
  const app = createApp({
    room,
    secrets: openSecrets(folder),
    page: createPhonePage(testPhoneFiles('')),
    joinUrl: () => '',
    onError: () => {},
  })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    room.close()
    server.closeAllConnections()
    server.close()
  })
  const poll = (id: string) => room.polls.get(id) ?? expect.unreachable(id)
  return {
    room,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: (id = 'bill') => room.act(poll(id), 'open'),
  }
}

/** A promise, and the function that resolves it. */
function gate() {
  let lift = () => {}
  const lifted = new Promise<void>(resolve => lift = resolve)
  return { lifted, lift }
}

describe('a store that fails', () => {
  it('makes /readyz answer 503, however often it was ready before', async () => {
    let down = false
    const { url } = await serveOver(store => ({
      session: async name => down ? Promise.reject(new Error('down')) : store.session(name),
      answers: async key => down ? Promise.reject(new Error('down')) : store.answers(key),
      ballots: async session => down ? Promise.reject(new Error('down')) : store.ballots(session),
    }))
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    down = true
    const response = await fetch(`${url}/readyz`)
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    down = false
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
  })

  it('is asked again after a failed count', async () => {
    const fail = vi.fn<() => boolean>(() => false)
    const { url, open } = await serveOver(store => ({
      answers: async key => fail() ? Promise.reject(new Error('down')) : store.answers(key),
    }))
    await open('lenses')
    const phone = await joinRoom(url)
    fail.mockReturnValue(true)
    // The ballot is kept; what fails is the count that it makes necessary.
    expect((await phone.vote('lenses', ['tech'])).status).toBe(200)
    expect((await fetch(`${url}/api/room`)).status).toBe(503)
    fail.mockReturnValue(false)
    expect(await phone.room()).toMatchObject({ tally: { people: 1 } })
  })

  it('answers 503 to a ballot that was not kept, and counts the next', async () => {
    const fail = vi.fn<() => boolean>(() => true)
    const { url, open } = await serveOver(store => ({
      cast: async ballot => (fail() ? Promise.reject(new Error('disk full')) : store.cast(ballot)),
    }))
    await open()
    const phone = await joinRoom(url)
    const response = await phone.vote('bill', ['run'])
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
    expect(await response.text()).not.toContain('disk full')
    expect((await phone.room()).mine).toBeNull()
    fail.mockReturnValue(false)
    expect((await phone.vote('bill', ['run'])).status).toBe(200)
  })
})

describe('a slow store', () => {
  it('does not hide a change from a phone that joins meanwhile', async () => {
    const { lifted, lift } = gate()
    const asked = vi.fn()
    const { url, open } = await serveOver(store => ({
      async ballotOf(key, voter) {
        const found = await store.ballotOf(key, voter)
        asked()
        await lifted
        return found
      },
    }))
    await open('bill')
    const joining = readEvents<RoomState>(`${url}/api/room/events`)
    await expect.poll(() => asked.mock.calls.length).toBeGreaterThan(0)
    await open('lenses')
    lift()
    expect(await (await joining).until(state => state.poll?.id === 'lenses')).toMatchObject({ seq: 2 })
  }, 5000)

  it('acknowledges no ballot before it is kept', async () => {
    const { lifted, lift } = gate()
    const { url, open } = await serveOver(store => ({ cast: ballot => lifted.then(() => store.cast(ballot)) }))
    await open()
    const phone = await joinRoom(url)
    const answered = vi.fn()
    const vote = phone.vote('bill', ['run']).then(response => answered(response.status))
    expect((await phone.room()).mine).toBeNull()
    expect(answered).not.toHaveBeenCalled()
    lift()
    await vote
    expect(answered).toHaveBeenCalledExactlyOnceWith(200)
    expect((await phone.room()).mine).toEqual(['run'])
  })
})
