import type { EstimateTally } from '../../../src/polls/kinds/estimate/answer.ts'
import type { Answer } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tallyOf } from '../../../src/polls/counting.ts'
import { ESTIMATE_BINS, valueAt } from '../../../src/polls/kinds/estimate/axis.ts'
import { estimateSchema } from '../../../src/polls/kinds/estimate/schema.ts'
import { checkAnswer } from '../../../src/polls/kinds/rules.ts'
import { solutionOf } from '../../../src/polls/pollsFile.ts'

const written = { id: 'cost', kind: 'estimate', question: 'What did it cost?' }
const define = (bounds: { min: number, max: number, log?: boolean }) => ({
  ...estimateSchema.parse({ ...written, ...bounds }),
  reference: undefined,
})
const log = define({ min: 1, max: 10_000 })
const linear = define({ min: -50, max: 50, log: false })

function tally(poll: typeof log, values: number[]): EstimateTally {
  const counted = tallyOf(poll, values.map(answer => ({ answer, people: 1 })))
  return counted.kind === 'estimate' ? counted : expect.unreachable(counted.kind)
}

describe('the bounds of an estimate', () => {
  it.each([
    [{ min: 1, max: 1 }, 'max', 'must be more than min'],
    [{ min: 2, max: 1 }, 'max', 'must be more than min'],
    [{ min: 0, max: 1 }, 'min', 'must be more than 0 on a logarithmic axis; set `log: false` for a linear one'],
    [{ min: 1, max: 10, reference: 11 }, 'reference', 'must lie between min and max'],
    [{ min: 1, max: 10, reference: 0.5 }, 'reference', 'must lie between min and max'],
    [{ min: 1, max: 10, unit: 'bushels' }, 'unit', expect.stringMatching(/^must be one of .*usd-million/)],
  ])('%j are refused', (bounds, field, message) => {
    expect(
      estimateSchema
        .safeParse({ ...written, ...bounds })
        .error
        ?.issues
        .map(issue => [issue.path.join(), issue.message]),
    ).toEqual([[field, message]])
  })

  it('may reach below 0 on a linear axis', () => {
    expect(linear).toMatchObject({ min: -50, max: 50, log: false, unit: 'count' })
  })
})

describe('an answer to an estimate', () => {
  const outside = 'choose a number from 1 to 10000'
  it.each<[answer: Answer, fault: string | undefined]>([
    [1, undefined],
    [10_000, undefined],
    [5.58, undefined],
    [0.999, outside],
    [10_000.001, outside],
    [-5, outside],
    [Number.NaN, 'send a number'],
    [Number.POSITIVE_INFINITY, 'send a number'],
    [['5'], 'send a number'],
    [{ value: 5, sure: true }, 'send a number'],
  ])('%j is %s', (answer, fault) => {
    expect(checkAnswer(log, answer)).toEqual(fault === undefined ? { answer } : { fault })
  })
})

describe('a tally of estimates', () => {
  it('of nobody has empty bins and no median', () => {
    expect(tally(log, [])).toEqual({
      kind: 'estimate',
      people: 0,
      bins: Array.from({ length: ESTIMATE_BINS }).fill(0),
      values: [],
    })
  })

  it.each<[name: string, values: number[], median: number, middle: [number, number]]>([
    ['one', [7], 7, [7, 7]],
    ['two', [10, 20], 15, [12.5, 17.5]],
    ['three', [1, 2, 9], 2, [1.5, 5.5]],
    // quantile(c(2, 3, 5, 7, 11), type = 7) in R.
    ['five', [11, 2, 7, 3, 5], 5, [3, 7]],
    ['ten', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5.5, [3.25, 7.75]],
  ])('of %s has the median and the middle half', (_, values, median, middle) => {
    expect(tally(log, values)).toMatchObject({ people: values.length, median, middle })
  })

  it.each([
    ['logarithmic', log],
    ['linear', linear],
  ] as const)('puts both bounds into the outer bins of a %s axis', (_, poll) => {
    const { bins } = tally(poll, [poll.min, poll.max, poll.max])
    expect(bins).toEqual([1, ...Array.from({ length: ESTIMATE_BINS - 2 }).fill(0), 2])
  })

  it('leaves out answers beyond bounds that were changed since', () => {
    expect(tally(log, [0.5, 20_000])).toEqual(tally(log, []))
    expect(tally(log, [0.5, 100])).toEqual(tally(log, [100]))
  })

  it.each([
    ['logarithmic', log],
    ['linear', linear],
  ] as const)(
    'on a %s axis has everybody in the bin of their value, and the median within the middle half',
    (_, poll) => {
      fc.assert(
        fc.property(fc.array(fc.double({ min: poll.min, max: poll.max, noNaN: true }), { minLength: 1 }), (values) => {
          const { people, bins, median = Number.NaN, middle = [] } = tally(poll, values)
          expect(people).toBe(values.length)
          expect(bins).toHaveLength(ESTIMATE_BINS)
          // Everybody up to an edge is in the bins before it; who sits on the edge itself may be on either side of it.
          let sum = 0
          for (const [i, n] of bins.entries()) {
            sum += n
            const edge = valueAt(poll, (i + 1) / ESTIMATE_BINS)
            const blur = (poll.max - poll.min) * 1e-9
            expect(sum).toBeGreaterThanOrEqual(values.filter(value => value < edge - blur).length)
            expect(sum).toBeLessThanOrEqual(values.filter(value => value <= edge + blur).length)
          }
          expect(sum).toBe(values.length)
          const [low = Number.NaN, high = Number.NaN] = middle
          expect([Math.min(...values), low, median, high, Math.max(...values)]).toEqual(
            [Math.min(...values), low, median, high, Math.max(...values)].sort((a, b) => a - b),
          )
        }),
      )
    },
  )

  it('has the quantiles of the sorted list of answers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ answer: fc.integer({ min: 1, max: 50 }), people: fc.integer({ min: 1, max: 9 }) }), {
          minLength: 1,
        }),
        (groups) => {
          const sorted = groups
            .flatMap(({ answer, people }) => Array.from<number>({ length: people }).fill(answer))
            .sort((a, b) => a - b)
          const at = (share: number) => {
            const rank = share * (sorted.length - 1)
            const [low = 0, high = low] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]]
            return low + (high - low) * (rank % 1)
          }
          expect(tallyOf(log, groups)).toMatchObject({
            people: sorted.length,
            median: at(0.5),
            middle: [at(0.25), at(0.75)],
          })
        },
      ),
    )
  })
})

describe('the reference', () => {
  it('is all that is kept from phones', () => {
    expect(solutionOf({ ...log, reference: [5.3, 5.6] })).toEqual({ reference: [5.3, 5.6] })
    expect(solutionOf(log)).toEqual({})
  })
})
