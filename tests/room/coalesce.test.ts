import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { coalesce } from '../../src/room/coalesce.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
})
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('coalesce', () => {
  it('runs the first call at once and those that follow together', async () => {
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

  it('runs ten times a second at most, however often it is called', async () => {
    const work = vi.fn(async () => {})
    const call = coalesce(100, work, () => {})
    for (let ms = 0; ms < 1000; ms++) {
      call()
      await pass(1)
    }
    // One run at the start, and one after each tenth of a second.
    expect(work).toHaveBeenCalledTimes(11)
  })

  it('runs again after a call that comes during a run', async () => {
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

  it('never overlaps runs, and pauses four times as long as slow work took', async () => {
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
    // 200 ms of work and a pause four times as long.
    for (const [i, at] of starts.slice(1).entries())
      expect(at - (starts[i] ?? 0)).toBeGreaterThanOrEqual(1000)
  })

  it('reports a run that fails and runs the next', async () => {
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

  it('runs nothing once it is stopped', async () => {
    const work = vi.fn(async () => {})
    const call = coalesce(100, work, () => {})
    call()
    call.stop()
    call()
    await pass(1000)
    expect(work).not.toHaveBeenCalled()
  })
})
