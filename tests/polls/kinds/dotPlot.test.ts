import type { EstimateDefinition } from '../../../src/polls/kinds/estimate/schema.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelSpan } from '../../../src/drawing/polls/axisLabel.ts'
import { LABEL } from '../../../src/drawing/polls/plotLabels.ts'
import { valueAt } from '../../../src/polls/kinds/estimate/axis.ts'
import { layOutDotPlot, PLOT } from '../../../src/polls/kinds/estimate/dotPlot.ts'
import { hitsOf } from '../../../src/polls/kinds/estimate/hits.ts'
import { anyAxis, anyPlace } from '../support/axes.ts'
import { estimatePoll, estimatesOf, SLACK } from '../support/drawnPolls.ts'

const SPACE = { width: 868, height: 330 }
const money = estimatePoll({ unit: 'usd-million', min: 1, max: 10_000, log: true })

function plotOf(poll: EstimateDefinition, places: number[], record?: [number, number], space = SPACE) {
  const tally = estimatesOf(poll, places.map(place => valueAt(poll, place)))
  return { tally, plot: layOutDotPlot(poll, tally, record, space) }
}

const anyPlaces = fc.oneof(
  { arbitrary: fc.array(anyPlace, { maxLength: 60 }), weight: 4 },
  { arbitrary: fc.array(anyPlace, { minLength: 150, maxLength: 400 }), weight: 1 },
)
const anySpace = fc.record({ width: fc.integer({ min: 620, max: 868 }), height: fc.integer({ min: 250, max: 380 }) })

const anyEnds = fc.option(fc.tuple(anyPlace, anyPlace))

interface Box { left: number, right: number, top: number, bottom: number }

/** Everything that is written over the dots, and the stacks. */
function boxesOf({ record, median, dots, base }: ReturnType<typeof layOutDotPlot>): Record<'labels' | 'stacks', Box[]> {
  return {
    labels: [
      ...record ? [{ left: record.from, right: record.to, top: 0, bottom: record.bottom }] : [],
      ...median
        ? [{ left: median.left, right: median.left + median.width, top: median.y, bottom: median.y + median.height }]
        : [],
    ],
    stacks: dots.stacks.map(({ x, width, height }) =>
      ({ left: PLOT.inset + x, right: PLOT.inset + x + width, top: base - height, bottom: base })),
  }
}

const overlap = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK
  && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK

describe('the estimates of a room', () => {
  it('have labels that stay in the picture, apart and off the dots, in any room on any axis', () => {
    fc.assert(
      fc.property(anyAxis, anyPlaces, anyEnds, anySpace, (poll, places, ends, space) => {
        const record = ends
          ? [valueAt(poll, Math.min(...ends)), valueAt(poll, Math.max(...ends))] as [number, number]
          : undefined
        const { plot } = plotOf(poll, places, record, space)
        const { labels, stacks } = boxesOf(plot)
        for (const { left, right, top, bottom } of [...labels, ...stacks]) {
          expect(left).toBeGreaterThanOrEqual(-SLACK)
          expect(right).toBeLessThanOrEqual(space.width + SLACK)
          expect(top).toBeGreaterThanOrEqual(-SLACK)
          expect(bottom).toBeLessThanOrEqual(plot.base + SLACK)
        }
        const [first, second] = labels
        expect(first && second && overlap(first, second)).toBeFalsy()
        expect(labels.filter(label => stacks.some(stack => overlap(label, stack)))).toEqual([])
        if (plot.middle) {
          const [left, right] = labelSpan(plot.middle, LABEL.words)
          expect(left >= -SLACK && right <= space.width + SLACK).toBe(true)
          expect(plot.middle.textY + 4).toBeLessThanOrEqual(space.height)
          expect(plot.middle.textY - 14).toBeGreaterThan(plot.base + 26)
        }
      }),
      { numRuns: 120 },
    )
  }, 20_000)

  it('betray nothing before the record is shown, and mark nobody', () => {
    const places = [0.1, 0.4, 0.42, 0.9]
    const { plot } = plotOf(money, places)
    expect(plot.record).toBeUndefined()
    expect(plot.dots.dots.filter(dot => dot.isHit)).toEqual([])
    // Bins begin with the axis.
    const { x = Number.NaN, width = Number.NaN } = plot.dots.stacks[0] ?? {}
    expect(Math.abs(x / width - Math.round(x / width))).toBeLessThan(SLACK)
  })

  it('are in bins centred on the record once it is shown, with those who came close marked', () => {
    fc.assert(fc.property(anyPlace, fc.array(anyPlace, { minLength: 1, maxLength: 80 }), (at, places) => {
      const record = valueAt(money, at)
      const { plot: { dots, record: label }, tally } = plotOf(money, [...places, at], [record, record])
      expect(dots.dots.filter(dot => dot.isHit).length).toBe(hitsOf(money, tally, [record, record]))
      const middle = (label?.x ?? 0) - PLOT.inset
      expect(dots.stacks.some(({ x, width }) => Math.abs(x + width / 2 - middle) < SLACK)).toBe(true)
    }), { numRuns: 60 })
  })

  it.each<[people: number, said: string | undefined]>([
    [0, undefined],
    [3, undefined],
    [4, 'the middle half: 25% to 75%'],
    [5, 'the middle half: 25% to 75%'],
  ])('of %d people name the middle half only where it identifies nobody', (people, said) => {
    const places
      = people === 4 ? [0.1, 0.3, 0.7, 0.9] : Array.from({ length: people }, (_, i) => i / Math.max(1, people - 1))
    expect(plotOf(estimatePoll(), places).plot.middle?.text).toBe(said)
  })

  it('draw a range as wide as it is, and a number or a narrow range as a place', () => {
    const rangeOf = (record: [number, number]) => plotOf(estimatePoll(), [0.5], record).plot.record?.range
    expect(rangeOf([55, 55])).toBeUndefined()
    expect(rangeOf([55, 55.5])).toBeUndefined()
    expect(rangeOf([40, 60])?.width).toBeCloseTo(0.2 * (SPACE.width - 2 * PLOT.inset), 6)
  })

  it('put a record outside the axis at its end', () => {
    expect(plotOf(estimatePoll(), [0.5], [120, 120]).plot.record).toMatchObject({
      x: SPACE.width - PLOT.inset,
      value: '120%',
    })
  })

  it('show the record even where nobody has answered', () => {
    const { plot } = plotOf(money, [], [5.576, 5.576])
    expect(plot).toMatchObject({ median: undefined, record: { value: '$5.576M' }, dots: { stacks: [] } })
    expect(plot.record?.line).toContain('V')
  })

  it('mark every power of ten, whether it has room for its label or not', () => {
    const poll = estimatePoll({ unit: 'usd', min: 1, max: 1e12, log: true })
    const { ticks, marks } = plotOf(poll, [0.5], undefined, { width: 620, height: 300 }).plot
    expect(marks).toHaveLength(13)
    expect(ticks.length).toBeLessThan(13)
  })
})
