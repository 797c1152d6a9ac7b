import type { Link } from '../../src/polls/eventStream.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openEventStream } from '../../src/polls/eventStream.ts'
import { HEARTBEAT_MS } from '../../src/polls/protocol.ts'

class Source extends EventTarget {
  static readonly OPEN = 1
  static made: Source[] = []
  readyState = 1
  constructor() {
    super()
    Source.made.push(this)
  }

  close() {
    this.readyState = 2
  }

  static get open() {
    return Source.made.filter(source => source.readyState === Source.OPEN).length
  }
}

let links: Link[]
let device: EventTarget
beforeEach(() => {
  vi.useFakeTimers()
  Source.made = []
  links = []
  device = new EventTarget()
  vi.stubGlobal('EventSource', Source)
  vi.stubGlobal('addEventListener', device.addEventListener.bind(device))
  vi.stubGlobal('removeEventListener', device.removeEventListener.bind(device))
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const start = (isRefused?: () => Promise<boolean>) =>
  openEventStream({
    url: '/events',
    event: 'room',
    onData: () => {},
    onLink: link => links.push(link),
    ...(isRefused && { isRefused }),
  })

it.each([
  ['without asking why', undefined],
  ['after asking why', async () => false],
])('reconnects once after a loss that shows in two ways, %s', async (_, isRefused) => {
  const stop = start(isRefused)
  device.dispatchEvent(new Event('offline'))
  Source.made[0]?.dispatchEvent(new Event('error'))
  await vi.advanceTimersByTimeAsync(5000)
  expect([Source.made.length, Source.open]).toEqual([2, 1])
  expect(links).toEqual(['connecting', 'offline'])
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([Source.made.length, Source.open]).toEqual([2, 0])
})

it('stays stopped, whatever was in progress', async () => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const stop = start(() => promise)
  Source.made[0]?.dispatchEvent(new Event('error'))
  stop()
  resolve(false)
  device.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect([Source.made.length, Source.open]).toEqual([1, 0])
  expect(links).toEqual(['connecting'])
})

it('keeps a connection that sends heartbeats, and replaces one that misses two', async () => {
  start()
  const [first] = Source.made
  for (let beats = 0; beats < 4; beats++) {
    await vi.advanceTimersByTimeAsync(2 * HEARTBEAT_MS - 1)
    first?.dispatchEvent(new Event('beat'))
  }
  expect(Source.made.length).toBe(1)
  await vi.advanceTimersByTimeAsync(2 * HEARTBEAT_MS + 400)
  expect([Source.made.length, Source.open]).toEqual([2, 1])
  expect(links).toEqual(['connecting', 'offline'])
})

it('reconnects within five seconds of the server’s return, however often it failed', async () => {
  start()
  for (let failures = 0; failures < 12; failures++) {
    Source.made.at(-1)?.dispatchEvent(new Event('error'))
    await vi.advanceTimersByTimeAsync(3000)
    expect(Source.made.length).toBe(failures + 2)
  }
})

it('tells whether a state is the first on its connection', async () => {
  const told: [seq: number, first: boolean][] = []
  openEventStream<{ seq: number }>({
    url: '/events',
    event: 'room',
    onData: ({ seq }, first) => told.push([seq, first]),
    onLink: link => links.push(link),
  })
  const send = (seq: number) =>
    Source.made.at(-1)?.dispatchEvent(Object.assign(new Event('room'), { data: JSON.stringify({ seq }) }))
  send(1)
  send(2)
  Source.made.at(-1)?.dispatchEvent(new Event('error'))
  await vi.advanceTimersByTimeAsync(400)
  send(2)
  expect(told).toEqual([[1, true], [2, false], [2, true]])
  expect(links).toEqual(['connecting', 'live', 'live', 'offline', 'live'])
})
