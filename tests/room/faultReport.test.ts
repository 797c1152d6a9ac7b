import { describe, expect, it, vi } from 'vitest'
import { createFaultReport } from '../../src/room/faultReport.ts'

const full = () => Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR' })

describe('faults while the room runs', () => {
  it('are a sentence where the store has them, once in half a minute', () => {
    const print = vi.fn<(fault: unknown) => void>()
    let now = 0
    const report = createFaultReport(print, () => now)
    for (let phone = 0; phone < 500; phone++)
      report(full())
    const sentence = '  The room cannot use its data folder (database or disk is full). '
      + 'Nothing is counted until that is mended; phones keep their answers and go on trying.'
    expect(print.mock.calls).toEqual([[sentence]])
    now = 30_000
    report(full())
    expect(print.mock.calls).toEqual([[sentence], [sentence]])
  })

  it('keep their stack where they are ours, each its own', () => {
    const print = vi.fn<(fault: unknown) => void>()
    const report = createFaultReport(print, () => 0)
    const [ours, other] = [new TypeError('x is undefined'), new TypeError('y is undefined')]
    ;[ours, ours, other].forEach(report)
    expect(print.mock.calls).toEqual([[ours], [other]])
  })
})
