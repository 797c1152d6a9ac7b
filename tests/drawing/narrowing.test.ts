import { describe, expect, it } from 'vitest'
import { layOutNarrowing } from '../../src/drawing/narrowing.ts'

const rate = (value: number, unit: 'count' | 'ratio' = 'count') => ({ value, unit })
const SIZE = { width: 864, height: 180 }

describe('layOutNarrowing', () => {
  const { wide, narrow, cut } = layOutNarrowing(rate(900), rate(400), SIZE)

  it('draws both parts as thick as their rates, on one middle line', () => {
    expect(wide.height).toBe(180)
    expect(narrow.height).toBeCloseTo(80, 9)
    expect(narrow.y + narrow.height / 2).toBeCloseTo(90, 9)
    expect(wide.x + wide.width).toBe(narrow.x)
    expect(narrow.x + narrow.width).toBeCloseTo(864, 9)
  })

  it('draws what was cut as the difference', () => {
    expect(cut[0].height + cut[1].height).toBeCloseTo(100, 9)
    expect(cut[1].y + cut[1].height).toBeCloseTo(180, 9)
  })

  it.each([
    ['a rate that is not lower', rate(900), rate(900), 'is no cut from'],
    ['two units', rate(900), rate(400, 'ratio'), 'is no cut from'],
    ['a rest too thin for its number', rate(900), rate(9), 'give the picture more height'],
  ])('refuses %s', (_, before, after, says) => {
    expect(() => layOutNarrowing(before, after, SIZE)).toThrow(says)
  })
})
