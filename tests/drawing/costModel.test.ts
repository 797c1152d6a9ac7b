import type { AssumptionId } from '../../src/content/costAssumptions.ts'
import type { Span } from '../../src/content/evidenceSchema.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSUMPTION_IDS } from '../../src/content/costAssumptions.ts'
import {
  computeBill,
  FACTORS,
  formatAgainstHeadline,
  formatAmount,
  percentOnSlider,
  SHOWN_FACTORS,
  TERM_IDS,
} from '../../src/drawing/costModel.ts'

type Given = Record<AssumptionId, Span>

const amount = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e9, noNaN: true }))
const span = fc.tuple(amount, amount).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
const given: fc.Arbitrary<Given> = fc.record(
  Object.fromEntries(ASSUMPTION_IDS.map(id => [id, span])) as Record<AssumptionId, fc.Arbitrary<Span>>,
)
const assumption = fc.constantFrom(...ASSUMPTION_IDS)
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
const spansOf = (assumptions: Given) => [
  ...TERM_IDS.map(term => computeBill(assumptions).parts[term]),
  computeBill(assumptions).total,
]

describe('computeBill', () => {
  it('never shrinks, in any part, when an assumption is raised', () => {
    fc.assert(
      fc.property(given, assumption, amount, amount, (bill, id, more, wider) => {
        const { low, high } = bill[id]
        const [before, after] = [
          spansOf(bill),
          spansOf({ ...bill, [id]: { low: low + more, high: high + more + wider } }),
        ]
        before.forEach((part, i) => {
          expect(after[i]?.low).toBeGreaterThanOrEqual(part.low)
          expect(after[i]?.high).toBeGreaterThanOrEqual(part.high)
        })
      }),
    )
  })

  it.each(ASSUMPTION_IDS)('depends on %s', (id) => {
    const ones = Object.fromEntries(ASSUMPTION_IDS.map(key => [key, { low: 1, high: 1 }])) as Given
    expect(computeBill({ ...ones, [id]: { low: 2, high: 2 } }).total.low).toBeGreaterThan(computeBill(ones).total.low)
  })

  it('scales computing, and nothing else, with the rent', () => {
    fc.assert(
      fc.property(given, fc.double({ min: 1e-3, max: 1000, noNaN: true }), (bill, times) => {
        const before = computeBill(bill).parts
        const after = computeBill({ ...bill, rent: { low: bill.rent.low * times, high: bill.rent.high * times } }).parts
        for (const term of ['run', 'failed'] as const) {
          expect(
            near(after[term].high, before[term].high * times) && near(after[term].low, before[term].low * times),
          ).toBe(true)
        }
        expect([after.people, after.machines]).toEqual([before.people, before.machines])
      }),
    )
  })

  it('is the sum of its parts at both ends', () => {
    fc.assert(
      fc.property(given, (bill) => {
        const { parts, total } = computeBill(bill)
        for (const end of ['low', 'high'] as const) {
          expect(near(parts.run[end] + parts.failed[end] + parts.people[end] + parts.machines[end], total[end])).toBe(
            true,
          )
        }
      }),
    )
  })

  it('has no low end above its high end', () => {
    fc.assert(
      fc.property(given, bill => spansOf(bill).forEach(({ low, high }) => expect(low).toBeLessThanOrEqual(high))),
    )
  })

  it('charges nothing for a run of no hours', () => {
    fc.assert(fc.property(given, (bill) => {
      const { parts } = computeBill({ ...bill, hours: { low: 0, high: 0 } })
      expect([parts.run, parts.failed]).toEqual([{ low: 0, high: 0 }, { low: 0, high: 0 }])
    }))
  })

  it('multiplies what each term is made of', () => {
    const primes = Object.fromEntries(
      ASSUMPTION_IDS.map((id, i) => [id, { low: [2, 3, 5, 7, 11, 13, 17, 19][i], high: 1000 }]),
    ) as Given
    const { parts, total } = computeBill(primes)
    expect([parts.run.low, parts.failed.low, parts.people.low, parts.machines.low]).toEqual([
      2 * 3,
      2 * 3 * 5,
      7 * 11 * 13,
      17 * 19,
    ])
    expect(total.low).toBe(6 + 30 + 1001 + 323)
    expect(new Set(Object.values(FACTORS).flat())).toEqual(new Set(ASSUMPTION_IDS))
  })
})

describe('the factors that are shown', () => {
  it('shows each assumption under one term', () => {
    expect(TERM_IDS.flatMap(term => SHOWN_FACTORS[term])).toEqual(ASSUMPTION_IDS)
  })
})

describe('formatAmount', () => {
  it.each([
    [0, 0, '$0', '0'],
    [2, 2, '$2', '2'],
    [294_672, 294_672, '$294,672', '294,672'],
    [5_576_000, 5_576_000, '$5.576M', '5.576 million'],
    [1_442_220_510, 1_442_220_510, '$1.442bn', '1.442 billion'],
    [13_333, 30_000, '$13–30K', '13 to 30 thousand'],
    [42_123_456, 198_900_000, '$42–199M', '42 to 199 million'],
    [280_000, 1_100_000, '$0.28–1.1M', '0.28 to 1.1 million'],
    [1.3e9, 1.6e9, '$1.3–1.6bn', '1.3 to 1.6 billion'],
    [10_010_000, 10_020_000, '$10M', '10 million'],
    [0, 40, '$0–40', '0 to 40'],
  ])('formats %d to %d as %s', (low, high, text, spoken) => {
    expect(formatAmount({ low, high }, '$')).toEqual({ text, spoken })
  })
})

describe('formatAgainstHeadline', () => {
  it.each([
    [100, 100, 'the headline, to the dollar'],
    [5.28, 5.28, '5.3% of the headline'],
    [20, 60, '20–60% of the headline'],
    [105, 105, '1.05 times the headline'],
    [50, 250, '0.5–2.5 times the headline'],
    [757, 3604, '7.6–36 times the headline'],
    [32_000, 140_000, '320–1,400 times the headline'],
    [0, 0, '0% of the headline'],
  ])('%d to %d against 100: %s', (low, high, text) => {
    expect(formatAgainstHeadline({ low, high }, 100).text).toBe(text)
  })
})

describe('percentOnSlider', () => {
  const stops = [0, 10, 100, 1000, 2000]

  it.each([
    [0, 0],
    [10, 25],
    [100, 50],
    [2000, 100],
    [55, 37.5],
    [-5, 0],
    [9999, 100],
  ])('%d lies at %d per cent', (value, place) => {
    expect(percentOnSlider(stops, value)).toBe(place)
  })
})
