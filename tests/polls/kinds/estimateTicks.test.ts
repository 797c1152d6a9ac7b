import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelSpan } from '../../../src/drawing/polls/axisLabel.ts'
import { estimateTicks, TICK_SIZE } from '../../../src/polls/kinds/estimate/ticks.ts'
import { anyAxis, AXES } from '../support/axes.ts'
import { estimatePoll, SLACK } from '../support/drawnPolls.ts'

const textsOf = (poll: ReturnType<typeof estimatePoll>, width: number) =>
  estimateTicks(poll, width).map(estimateTick => estimateTick.text)

describe('the ticks of an estimate', () => {
  it.each<[what: string, over: Parameters<typeof estimatePoll>[0], width: number, texts: string[]]>([
    ['are even on a linear axis', {}, 580, ['0%', '20%', '40%', '60%', '80%', '100%']],
    ['are fewer where there is less room', {}, 180, ['0%', '40%', '80%']],
    [
      'are decades on a log axis',
      { unit: 'usd-million', min: 1, max: 10_000, log: true },
      580,
      ['$1M', '$10M', '$100M', '$1bn', '$10bn'],
    ],
    [
      'are steps of a decade where the axis has hardly more than one',
      { unit: 'count', min: 10, max: 100, log: true },
      580,
      ['10', '20', '50', '100'],
    ],
    [
      'are every other step of less than a decade',
      { unit: 'usd-billion', min: 200, max: 900, log: true },
      580,
      ['$200bn', '$400bn', '$600bn', '$800bn'],
    ],
    ['lie within the bounds', { unit: 'count', min: 3, max: 5000, log: true }, 580, ['10', '100', '1,000']],
    ['are never written as another value', { unit: 'thousand', min: 24, max: 26 }, 580, ['24K', '25K', '26K']],
    [
      'are halves where a half is written',
      { unit: 'thousand', min: 0, max: 2 },
      580,
      ['0K', '0.5K', '1K', '1.5K', '2K'],
    ],
  ])('%s', (_, over, width, texts) => {
    expect(textsOf(estimatePoll(over), width)).toEqual(texts)
  })

  it.each(AXES)('of %s have different labels', (_, poll) => {
    const texts = textsOf(poll, 580)
    expect(texts.length).toBeGreaterThanOrEqual(2)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('stay in the picture, apart and in order', () => {
    fc.assert(fc.property(anyAxis, fc.integer({ min: 120, max: 900 }), (poll, width) => {
      const ticks = estimateTicks(poll, width)
      const spans = ticks.map(tick => labelSpan(tick, TICK_SIZE))
      expect(spans.filter(([left, right]) => left < -SLACK || right > width + SLACK)).toEqual([])
      expect(spans.filter(([left], i) => i > 0 && left < (spans[i - 1]?.[1] ?? 0) + 12 - SLACK)).toEqual([])
      expect(ticks.filter(tick => tick.x < -SLACK || tick.x > width + SLACK)).toEqual([])
    }))
  })
})
