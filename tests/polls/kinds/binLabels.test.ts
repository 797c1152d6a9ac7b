import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueAt } from '../../../src/polls/kinds/estimate/axis.ts'
import { histogramBinLabels } from '../../../src/polls/kinds/estimate/binLabels.ts'
import { anyAxis, anyPlace, AXES } from '../support/axes.ts'
import { estimatePoll, estimatesOf } from '../support/drawnPolls.ts'

/** Numbers of the others are written more coarsely than their axis is divided. */
const FINE_ENOUGH = [
  'per cent',
  'a change',
  'millions of dollars over decades',
  'dollars over many decades',
  'less than a decade',
  'a count',
  'years',
  'times',
]

describe('the steps of a histogram in words', () => {
  it.each<[what: string, values: number[], steps: [string, number][]]>([
    ['of nobody are none', [], []],
    ['of one person are one', [46], [['46% to 50%', 1]]],
    ['leave out those that nobody is in', [3, 3.5, 99], [['0% to 4.2%', 2], ['96% to 100%', 1]]],
    ['begin with the least and end with the most', [0, 100, 100], [['0% to 4.2%', 1], ['96% to 100%', 2]]],
  ])('%s', (_, values, steps) => {
    const poll = estimatePoll()
    expect(histogramBinLabels(poll, estimatesOf(poll, values)).map(item => [item.text, item.people])).toEqual(steps)
  })

  it('count everybody once', () => {
    fc.assert(fc.property(anyAxis, fc.array(anyPlace, { maxLength: 60 }), (poll, places) => {
      const tally = estimatesOf(poll, places.map(place => valueAt(poll, place)))
      expect(histogramBinLabels(poll, tally).reduce((sum, item) => sum + item.people, 0)).toBe(tally.people)
    }))
  })

  it.each(AXES.filter(([what]) => FINE_ENOUGH.includes(what)))('of %s have two ends and are told apart', (_, poll) => {
    const texts = histogramBinLabels(poll, { bins: Array.from<number>({ length: 24 }).fill(1) }).map(item => item.text)
    expect(new Set(texts).size).toBe(24)
    expect(texts.map(text => text.split(' to ')).filter(([low, high]) => low === high)).toEqual([])
  })
})
