import type { Link } from '../../src/polls/eventStream.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openEventStream } from '../../src/polls/eventStream.ts'
import { withAsking } from '../../src/polls/heldBack.ts'
import { HEARTBEAT_MS } from '../../src/polls/protocol.ts'

class Source extends EventTarget {
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
    return Source.made.filter(source => source.readyState === 1).length
  }
}

let told: [seq: number, first: boolean][]
let links: Link[]
let seq: number
beforeEach(() => {
  vi.useFakeTimers()
  Source.made = []
  told = []
  links = []
  seq = 10
})
afterEach(() => vi.useRealTimers())

const follow = (ask = async (): Promise<string | undefined> => JSON.stringify({ seq: ++seq })) =>
  openEventStream<{ seq: number }>({
    url: '/events',
    event: 'room',
    device: withAsking({ connect: () => new Source() as never, watch: () => {} }, 'room', ask),
    onData: (data, first) => told.push([data.seq, first]),
    onLink: link => links.push(link),
  })
const bring = (of: Source | undefined, seq: number) =>
  of?.dispatchEvent(Object.assign(new Event('room'), { data: JSON.stringify({ seq }) }))

describe('a stream that a proxy holds back', () => {
  it('is made up for by asking, again and again, without a loss', async () => {
    const stop = follow()
    await vi.advanceTimersByTimeAsync(3999)
    expect(told).toEqual([])
    await vi.advanceTimersByTimeAsync(60_001)
    expect(told.slice(0, 3)).toEqual([[11, true], [12, false], [13, false]])
    expect(told.length).toBe(21)
    expect(links).not.toContain('offline')
    stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told.length).toBe(21)
  })

  it('is opened anew once the answer has brought a cookie, and what the old one held is not heard', async () => {
    follow()
    await vi.advanceTimersByTimeAsync(4000)
    expect([Source.made.length, Source.open, Source.made[0]?.readyState]).toEqual([2, 1, 2])
    await vi.advanceTimersByTimeAsync(30_000)
    expect(Source.made.length).toBe(2)
  })

  it('is asked for on while what was held back comes late', async () => {
    follow()
    await vi.advanceTimersByTimeAsync(10_000)
    bring(Source.made[1], 3)
    expect(told.at(-1)).toEqual([3, false])
    const before = told.length
    await vi.advanceTimersByTimeAsync(6000)
    expect(told.length).toBe(before + 2)
  })

  it('is relied on where it was only slow', async () => {
    follow()
    await vi.advanceTimersByTimeAsync(4000)
    bring(Source.made[1], 11)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(told).toEqual([[11, true], [11, false]])
  })

  it('is not asked for at all where events come at once', async () => {
    follow()
    bring(Source.made[0], 1)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(told).toEqual([[1, true]])
  })

  it('is given up after two heartbeats where nothing answers either', async () => {
    follow(() => Promise.reject(new Error('No network')))
    await vi.advanceTimersByTimeAsync(2 * HEARTBEAT_MS)
    expect(links).toEqual(['connecting', 'offline'])
    await vi.advanceTimersByTimeAsync(400)
    expect([Source.made.length, Source.open]).toEqual([2, 1])
  })
})
