import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { coalesce } from '../../src/room/coalesce.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
})
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('calls that are coalesced', () => {
  it('are done at once when the last was long ago, and those in between together', async () => {
    const work = vi.fn(async () => {})
    const call = coalesce(100, work, () => {})
    call()
    await pass(0)
    expect(work).toHaveBeenCalledTimes(1)
    for (let i = 0; i < 9; i++) {
      call()
      await pass(10)
    }
    expect(work).toHaveBeenCalledTimes(1)
    await pass(10)
    expect(work).toHaveBeenCalledTimes(2)
    await pass(1000)
    expect(work).toHaveBeenCalledTimes(2)
    call()
    await pass(0)
    expect(work).toHaveBeenCalledTimes(3)
  })

  it('are ten a second, however many are made', async () => {
    const work = vi.fn(async () => {})
    const call = coalesce(100, work, () => {})
    for (let ms = 0; ms < 1000; ms++) {
      call()
      await pass(1)
    }
    // One at the start, and one at the end of each tenth.
    expect(work).toHaveBeenCalledTimes(11)
  })

  it('lose none: one that comes while the work is done is done after it', async () => {
    let seen = 0
    let made = 0
    const call = coalesce(100, async () => {
      const begun = made
      await new Promise(resolve => setTimeout(resolve, 30))
      seen = begun
    }, () => {})
    made = 1
    call()
    await pass(10)
    made = 2
    call()
    await pass(500)
    expect(seen).toBe(2)
  })

  it('are never done side by side, and leave the machine four fifths of its time when the work takes long', async () => {
    const starts: number[] = []
    const call = coalesce(100, async () => {
      starts.push(performance.now())
      await new Promise(resolve => setTimeout(resolve, 200))
    }, () => {})
    for (let i = 0; i < 300; i++) {
      call()
      await pass(10)
    }
    expect(starts.length).toBeGreaterThanOrEqual(3)
    // The work, and then four times as long.
    for (const [i, at] of starts.slice(1).entries())
      expect(at - (starts[i] ?? 0)).toBeGreaterThanOrEqual(1000)
  })

  it('tell of work that fails, and do the next', async () => {
    const [work, onError] = [vi.fn(async () => {}), vi.fn()]
    const call = coalesce(100, work, onError)
    work.mockRejectedValueOnce(new Error('down'))
    call()
    await pass(0)
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('down'))
    call()
    await pass(100)
    expect(work).toHaveBeenCalledTimes(2)
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('are not done once they are stopped', async () => {
    const work = vi.fn(async () => {})
    const call = coalesce(100, work, () => {})
    call()
    call.stop()
    call()
    await pass(1000)
    expect(work).not.toHaveBeenCalled()
  })
})
