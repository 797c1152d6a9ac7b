import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Streams } from '../../src/room/streams.ts'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { HEARTBEAT_MS } from '../../src/polls/protocol.ts'
import { createStreams, frame } from '../../src/room/streams.ts'
import { readEvents } from './support/readEvents.ts'

const FIRST = frame('room', 'first')

/** Streams behind a real server: a request for `/name` opens a stream for the client of that name. */
async function serve(max = 10, add?: (streams: Streams, response: ServerResponse, who: string) => void) {
  const onPeople = vi.fn()
  const streams = createStreams({ max, onPeople })
  const server: Server = createServer((request, response) => {
    const who = request.url ?? ''
    if (add)
      add(streams, response, who)
    else
      streams.add(response, who, FIRST)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    streams.close()
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { streams, onPeople, port, read: (who: string) => readEvents<string>(`http://127.0.0.1:${port}/${who}`) }
}

describe('createStreams', () => {
  it('starts each stream with the state and sends the same to all', async () => {
    const { streams, read } = await serve()
    const readers = [await read('ann'), await read('bob')]
    streams.send(frame('room', 'second'))
    for (const reader of readers) {
      await reader.until(text => text === 'second')
      expect(reader.events).toEqual([{ event: 'room', data: 'first' }, { event: 'room', data: 'second' }])
    }
  })

  it('counts clients and calls onPeople when one comes or goes', async () => {
    const { streams, onPeople, read } = await serve()
    const [first, second] = [await read('ann'), await read('ann'), await read('bob')]
    expect(streams.people()).toBe(2)
    expect(onPeople).toHaveBeenCalledTimes(3)
    first.close()
    await expect.poll(() => onPeople.mock.calls.length).toBe(4)
    expect(streams.people()).toBe(2)
    second.close()
    await expect.poll(() => streams.people()).toBe(1)
  })

  it('allows a client four streams, and another after one was closed', async () => {
    const { streams, read } = await serve()
    const readers = await Promise.all(Array.from({ length: 6 }, () => read('ann')))
    expect(readers.map(reader => reader.response.status).sort()).toEqual([200, 200, 200, 200, 429, 429])
    expect(readers.find(reader => reader.response.status === 429)?.response.headers.get('retry-after')).toBe('5')
    expect((await read('bob')).response.status).toBe(200)
    readers.find(reader => reader.response.status === 200)?.close()
    await expect.poll(async () => {
      const again = await read('ann')
      if (again.response.status !== 200)
        again.close()
      return again.response.status === 200
    }).toBe(true)
    expect(streams.people()).toBe(2)
  })

  it('refuses streams beyond max, with a time to come back', async () => {
    const { streams, read } = await serve(2)
    await Promise.all([read('ann'), read('bob')])
    const { response } = await read('cy')
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    expect(streams.people()).toBe(2)
  })

  it('sends heartbeats while nothing happens', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const { read } = await serve()
    const reader = await read('ann')
    await reader.until(text => text === 'first')
    vi.advanceTimersByTime(HEARTBEAT_MS)
    await expect.poll(() => reader.events.length).toBeGreaterThan(1)
    expect(reader.events.at(-1)).toEqual({ event: 'beat', data: null })
  })

  it('drops a client that does not read, and no other', async () => {
    const { streams, port, read } = await serve()
    const reader = await read('ann')
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n'))
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {})
    socket.pause()
    await expect.poll(() => streams.people()).toBe(2)
    // More than the socket buffers hold, in pieces that a reading client can keep up with.
    for (let i = 0; i < 2000 && streams.people() === 2; i++) {
      streams.send(frame('room', `${i} ${'x'.repeat(16_000)}`))
      await reader.until(text => text.startsWith(`${i} `))
    }
    expect(streams.people()).toBe(1)
    streams.send(frame('room', 'still here'))
    await reader.until(text => text === 'still here')
  })

  it('waits for a slow client that has still to read what its stream begins with', async () => {
    // More than the socket buffers hold.
    const first = frame('room', 'x'.repeat(16_000_000))
    const { streams, port } = await serve(10, (streams, response, who) => streams.add(response, who, first))
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n'))
    onTestFinished(() => void socket.destroy())
    let text = ''
    socket.setEncoding('utf8').on('data', (part: string) => text = (text + part).slice(-100)).pause()
    await expect.poll(() => streams.people()).toBe(1)
    streams.send(frame('room', 'second'))
    streams.send(frame('room', 'third'))
    expect(streams.people()).toBe(1)
    socket.resume()
    await expect.poll(() => text).toContain('"third"')
  })

  it('drops a client that reads nothing of what its stream begins with, in the end', async () => {
    const { streams, port } = await serve(10, (streams, response, who) =>
      streams.add(response, who, frame('room', 'x'.repeat(16_000_000))))
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n'))
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {}).pause()
    await expect.poll(() => streams.people()).toBe(1)
    for (let i = 0; i < 10; i++)
      streams.send(frame('room', 'x'.repeat(16_000)))
    await expect.poll(() => streams.people()).toBe(0)
  })

  it('ends all streams when it closes', async () => {
    const { streams, read } = await serve()
    const readers = [await read('ann'), await read('bob')]
    streams.close()
    expect(await Promise.all(readers.map(reader => reader.ended))).toEqual([true, true])
    await expect.poll(() => streams.people()).toBe(0)
  })

  it('does not count a client that left before its state was read', async () => {
    let added = () => {}
    const late = new Promise<void>(resolve => added = resolve)
    const { streams, port } = await serve(10, (streams, response, who) => {
      response.on('close', () => {
        streams.add(response, who, FIRST)
        added()
      })
    })
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('GET /ann HTTP/1.1\r\nHost: a\r\n\r\n', () => socket.destroy()))
    await late
    expect(streams.people()).toBe(0)
  })
})
