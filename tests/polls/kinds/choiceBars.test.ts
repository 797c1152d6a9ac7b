import type { ChoiceTally } from '../../../src/polls/kinds/choice/answer.ts'
import { describe, expect, it } from 'vitest'
import { barsOf } from '../../../src/polls/kinds/choice/bars.ts'

const poll = {
  options: [
    { id: 'run', text: 'One run' },
    { id: 'all', text: 'Everything' },
    { id: 'year', text: 'A year' },
  ],
}
const tally = (people: number, run: number, all: number, year: number): ChoiceTally => ({
  kind: 'choice',
  people,
  counts: { run, all, year },
})

describe('barsOf', () => {
  it.each<[what: string, tally: ChoiceTally | undefined, counts: number[], shares: number[], leads: string[]]>([
    ['shares are of the people', tally(4, 3, 1, 0), [3, 1, 0], [75, 25, 0], ['run']],
    ['shares of several ticks pass 100 together', tally(4, 4, 2, 1), [4, 2, 1], [100, 50, 25], ['run']],
    ['a tie has two leaders', tally(5, 2, 1, 2), [2, 1, 2], [40, 20, 40], ['run', 'year']],
    ['no vote has no leader', tally(0, 0, 0, 0), [0, 0, 0], [0, 0, 0], []],
    ['a hidden tally has empty bars', undefined, [0, 0, 0], [0, 0, 0], []],
    [
      'an option without a count has none',
      { kind: 'choice', people: 1, counts: { all: 1 } },
      [0, 1, 0],
      [0, 100, 0],
      ['all'],
    ],
  ])('%s', (_, given, counts, shares, leads) => {
    const bars = barsOf(poll, given)
    expect(bars.map(bar => bar.count)).toEqual(counts)
    expect(bars.map(bar => bar.share)).toEqual(shares)
    expect(bars.filter(bar => bar.leads).map(bar => bar.id)).toEqual(leads)
  })

  it('keeps the author’s order and texts, whatever the votes', () => {
    expect(barsOf(poll, tally(9, 1, 5, 3)).map(({ id, text }) => ({ id, text }))).toEqual(poll.options)
  })

  it.each<[right: string[] | undefined, marked: string[]]>([
    [['all'], ['all']],
    [['run', 'year'], ['run', 'year']],
    [undefined, []],
  ])('with %s right it marks %s', (right, marked) => {
    expect(barsOf(poll, tally(4, 3, 1, 0), right).filter(bar => bar.right).map(bar => bar.id)).toEqual(marked)
  })
})
