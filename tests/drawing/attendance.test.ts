import { describe, expect, it } from 'vitest'
import { layOutAttendance } from '../../src/drawing/attendance.ts'

const SPACE = { width: 868, height: 230 }
const MINUTE = 60_000
const START = new Date(2026, 10, 24, 14, 2).getTime()
const at = (minute: number) => START + minute * MINUTE
const COUNTS = [[0, 12], [1, 80], [4, 120], [30, 110], [88, 40]]
  .map(([minute = 0, people = 0]) => ({ at: at(minute), people }))
const VOTERS = [{ from: at(5), to: at(8), people: 100 }, { from: at(20), to: at(21), people: 60 }]

describe('the picture of attendance', () => {
  it('begins at nobody, and has its peak on the line', () => {
    const { line, area, base, peak } = layOutAttendance({ counts: COUNTS, voters: VOTERS }, SPACE)
    expect(line.startsWith('M4 ')).toBe(true)
    expect(area.endsWith(`V${base}H4Z`)).toBe(true)
    expect(peak?.people).toBe(120)
    expect(line).toContain(`V${(peak?.y ?? 0) + 9}`)
  })

  it('has bars in proportion to the people, within the picture', () => {
    const { polls: [first, second], base, right } = layOutAttendance({ counts: COUNTS, voters: VOTERS }, SPACE)
    expect((base - (first?.y ?? 0)) / (base - (second?.y ?? 0))).toBeCloseTo(100 / 60, 1)
    const last = layOutAttendance({ counts: COUNTS, voters: [{ from: at(88), to: at(88), people: 9 }] }, SPACE).polls[0]
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(right)
  })

  it('has whole steps of the clock on its axis, with room between them', () => {
    const { ticks, left, right } = layOutAttendance({ counts: COUNTS, voters: [] }, SPACE)
    expect(ticks.map(tick => new Date(tick.at).getMinutes() % 10)).toEqual(ticks.map(() => 0))
    expect(ticks.length).toBeGreaterThan(5)
    expect(ticks.every(({ x }) => x >= left && x <= right)).toBe(true)
    expect(ticks.slice(1).every(({ x }, i) => x - (ticks[i]?.x ?? 0) >= 78)).toBe(true)
  })

  it('leaves out numbers of bars that would touch', () => {
    const voters = Array.from({ length: 40 }, (_, i) => ({ from: at(i * 2), to: at(i * 2 + 1), people: 9 }))
    const { polls } = layOutAttendance({ counts: [], voters }, { width: 410, height: 230 })
    const numbered = polls.flatMap(({ x, width, number }) => number === undefined ? [] : [x + width / 2])
    expect(numbered.length).toBeGreaterThan(5)
    expect(numbered.every((x, i) => i === 0 || x - (numbered[i - 1] ?? 0) >= 24)).toBe(true)
  })

  it('has no line where nothing was kept', () => {
    const { line, area, peak, polls } = layOutAttendance({ counts: [], voters: VOTERS }, SPACE)
    expect({ line, area, peak, bars: polls.length }).toEqual({ line: '', area: '', peak: undefined, bars: 2 })
  })

  it('says nothing of a moment that may not be told', () => {
    const { line } = layOutAttendance({ counts: [{ at: at(0) }, ...COUNTS.slice(1)], voters: [] }, SPACE)
    expect(line).not.toContain('M4 ')
    expect(line.startsWith('M')).toBe(true)
  })
})
