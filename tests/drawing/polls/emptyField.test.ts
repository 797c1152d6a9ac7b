import { describe, expect, it } from 'vitest'
import { labelSpan } from '../../../src/drawing/polls/axisLabel.ts'
import { layOutEmptyField } from '../../../src/drawing/polls/emptyField.ts'
import { SLACK } from '../../polls/support/drawnPolls.ts'

const TICKS = [0, 0.25, 0.5, 0.75, 1].map(place => ({ place, text: `$${10 ** (place * 4)}M` }))

describe.each([200, 270, 360])('an empty field of %d px', (height) => {
  const { field, axis, ends, ticks, tickSize, endSize }
    = layOutEmptyField(['$1M', '$10bn'], TICKS, { width: 656, height })

  it('keeps within its height, with the axis clear of the field', () => {
    expect(axis).toBeGreaterThanOrEqual(field.height + 36)
    expect(axis + 46).toBeLessThanOrEqual(height + SLACK)
    expect(field.plate).toBeLessThanOrEqual(field.height)
  })

  it('always names its ends, and round numbers clear of them', () => {
    expect(ends.map(end => end.text)).toEqual(['$1M', '$10bn'])
    expect(ticks.map(tick => tick.text)).toEqual(['$10M', '$100M', '$1000M'])
    const spans = ticks.map(tick => labelSpan(tick, tickSize))
    expect(spans.filter(([from], i) => i > 0 && from <= (spans[i - 1]?.[1] ?? 0))).toEqual([])
    expect([tickSize, endSize].every(size => size >= 18)).toBe(true)
  })
})
