import { describe, expect, it } from 'vitest'
import {
  formatEstimateResults,
  formatMedian,
  formatReference,
  formatRounded,
  middleHalfOf,
} from '../../../src/polls/kinds/estimate/format.ts'
import { estimatePoll, estimatesOf } from '../support/drawnPolls.ts'

const NOBODY = 'Nobody has answered.'
const repeat = (value: number, people: number) => Array.from<number>({ length: people }).fill(value)

describe('the description of a histogram', () => {
  const poll = estimatePoll()
  it.each<[what: string, values: number[], reference: [number, number] | undefined, said: string]>([
    ['nobody', [], undefined, NOBODY],
    ['nobody, with a reference', [], [55, 55], NOBODY],
    ['one person', [46], undefined, 'One person estimates 46%.'],
    ['one person beside the reference', [46], [55, 55], 'One person estimates 46%. The record: 55%.'],
    ['three, of whom no half is told', [10, 20, 60], undefined, 'Half of 3 people are below 20%.'],
    ['four', [10, 20, 30, 40], undefined, 'Half of 4 people are below 25%, the middle half from 18% to 33%.'],
    ['many who agree', repeat(46, 500), undefined, 'Half of 500 people say 46%.'],
    [
      'most who say the least there is',
      [...repeat(0, 3), 50, 100],
      undefined,
      'Half of 5 people say 0%, the middle half from 0% to 50%.',
    ],
    ['a range for the reference', repeat(46, 5), [10, 25.5], 'Half of 5 people say 46%. The record: 10–25.5%.'],
  ])('of %s', (_, values, reference, said) => {
    expect(formatEstimateResults(poll, estimatesOf(poll, values), reference)).toBe(said)
  })
})

describe('the label of the median', () => {
  const poll = estimatePoll({ unit: 'usd-million', min: 1, max: 10_000, log: true })
  it.each<[what: string, values: number[], said: [string, string] | undefined]>([
    ['nobody', [], undefined],
    ['one person', [5.5763], ['$5.6M', 'the one answer']],
    ['many', [1, 2, 30, 40, 5000], ['$30M', 'the room’s middle guess']],
  ])('of %s', (_, values, said) => {
    expect(formatMedian(poll, estimatesOf(poll, values))).toEqual(said)
  })
})

describe('the middle half', () => {
  const poll = estimatePoll()
  it.each<[what: string, values: number[], read: string[] | undefined]>([
    ['of nobody is none', [], undefined],
    ['of three is none: its ends would be theirs', [10, 20, 60], undefined],
    ['of four is read rounded', [10, 20, 30, 40], ['18%', '33%']],
    ['of those who agree is none', repeat(46, 9), undefined],
  ])('%s', (_, values, read) => {
    expect(middleHalfOf(poll, estimatesOf(poll, values))?.texts).toEqual(read)
  })
})

describe('a number computed from answers', () => {
  const money = estimatePoll({ unit: 'usd-million', min: 1, max: 10_000, log: true })
  it.each<[value: number, over: Parameters<typeof estimatePoll>[0], read: string]>([
    [5.5763, money, '$5.6M'],
    [1_549.2, money, '$1.5bn'],
    [0, {}, '0%'],
    [4.16, {}, '4.2%'],
    [46.2, {}, '46%'],
    [99.7, {}, '100%'],
    [1043, { unit: 'count', min: 1000, max: 1100 }, '1,043'],
    [1043.6, { unit: 'count', min: 1000, max: 1500, log: true }, '1,040'],
  ])('%d on %o is read %s', (value, over, read) => {
    expect(formatRounded(estimatePoll(over), value)).toBe(read)
  })

  it('is not rounded where it is the reference', () => {
    expect(formatReference(money, [5.576, 5.576])).toBe('$5.576M')
    expect(formatReference(money, [1300, 1600])).toBe('$1.3–1.6bn')
  })
})
