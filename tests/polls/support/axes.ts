import type { EstimateDefinition } from '../../../src/polls/kinds/estimate/schema.ts'
import fc from 'fast-check'
import { estimatePoll } from './drawnPolls.ts'

/** Estimates as authors ask for them: small and large, in every way of writing numbers. */
export const AXES: [what: string, poll: EstimateDefinition][] = ([
  ['per cent', {}],
  ['a few per cent', { max: 5 }],
  ['a change', { unit: 'percent-change', min: -50, max: 50 }],
  ['millions of dollars over decades', { unit: 'usd-million', min: 1, max: 10_000, log: true }],
  ['dollars over many decades', { unit: 'usd', min: 1, max: 1e12, log: true }],
  ['cents', { unit: 'usd', min: 0.01, max: 100, log: true }],
  ['less than a decade', { unit: 'usd-billion', min: 200, max: 900, log: true }],
  ['less than a decade of a few', { unit: 'count', min: 3, max: 9, log: true }],
  ['a count', { unit: 'count', min: 0, max: 500 }],
  ['years', { unit: 'count', min: 1990, max: 2025 }],
  ['a fraction', { unit: 'ratio', min: 0, max: 1 }],
  ['hardly anything', { unit: 'count', min: 0, max: 0.1 }],
  ['thousands', { unit: 'thousand', min: 0, max: 2 }],
  ['trillions', { unit: 'trillion', min: 0.5, max: 50, log: true }],
  ['months', { unit: 'months', min: 1, max: 48 }],
  ['times', { unit: 'ratio', min: 1, max: 1000, log: true }],
] satisfies [string, Parameters<typeof estimatePoll>[0]][]).map(([what, over]) => [what, estimatePoll(over)])

export const anyAxis = fc.constantFrom(...AXES.map(([, poll]) => poll))

/** From the least value of an axis to the most, as a share; doubles would nearly all lie close to 0. */
export const anyPlace = fc.oneof(
  { arbitrary: fc.constantFrom(0, 0.5, 1), weight: 1 },
  { arbitrary: fc.integer({ min: 0, max: 1000 }).map(value => value / 1000), weight: 4 },
)
