import type { BaseEntriesTally as EntriesTally } from '../../../src/polls/kinds/base.ts'
import type { ChoiceTally } from '../../../src/polls/kinds/choice/answer.ts'
import { describe, expect, it } from 'vitest'
import { formatEntriesResults } from '../../../src/polls/entries/text.ts'
import { formatChoiceResults } from '../../../src/polls/kinds/choice/text.ts'
import { formatRankResults } from '../../../src/polls/kinds/rank/text.ts'
import { formatScaleResults } from '../../../src/polls/kinds/scale/text.ts'
import { choicePoll, entriesOf, rankPoll, ranksFrom, scaleFrom, scalePoll } from '../support/drawnPolls.ts'

const NOBODY = 'Nobody has answered.'

describe('the description of the bars of a choice', () => {
  const poll = choicePoll(['One run', 'Everything', 'A year'])
  const tally = (people: number, ...[a = 0, b = 0, c = 0]: number[]): ChoiceTally => ({
    kind: 'choice',
    people,
    counts: { a, b, c },
  })

  it.each<[what: string, tally: ChoiceTally, right: string[], said: string]>([
    ['nobody', tally(0), [], NOBODY],
    ['nobody, though an answer is right', tally(0), ['b'], NOBODY],
    ['one person', tally(1, 1), [], '“One run” leads with 1 of 1 person, 100%.'],
    ['many', tally(500, 1, 499), [], '“Everything” leads with 499 of 500 people, >99%.'],
    ['two that lead', tally(5, 2, 1, 2), [], '“One run” and “A year” lead with 2 each of 5 people.'],
    ['three that lead', tally(6, 2, 2, 2), [], '“One run”, “Everything” and “A year” lead with 2 each of 6 people.'],
    ['a right answer', tally(4, 3, 1), ['b'], '“One run” leads with 3 of 4 people, 75%. Right: “Everything”.'],
    [
      'two right answers',
      tally(4, 3, 1),
      ['a', 'c'],
      '“One run” leads with 3 of 4 people, 75%. Right: “One run” and “A year”.',
    ],
    ['ticks for options that have left the poll', { kind: 'choice', people: 3, counts: { gone: 3 } }, [], NOBODY],
  ])('of %s', (_, given, right, said) => {
    expect(formatChoiceResults(poll, given, right)).toBe(said)
  })
})

describe('the description of the columns of a scale', () => {
  const poll = scalePoll()
  it.each<[what: string, counts: number[], said: string]>([
    ['nobody', [], NOBODY],
    ['one person', [0, 0, 0, 1], '1 person chose 4. 1 is “Not at all”, 5 is “Perfectly”.'],
    ['many', [1, 0, 5, 0, 2], '8 people, on average 3.3; most chose 3. 1 is “Not at all”, 5 is “Perfectly”.'],
    [
      'two peaks',
      [2, 0, 1, 0, 2],
      '5 people, on average 3.0; most chose 1 and 5. 1 is “Not at all”, 5 is “Perfectly”.',
    ],
  ])('of %s', (_, counts, said) => {
    expect(formatScaleResults(poll, scaleFrom(poll, counts))).toBe(said)
  })
})

describe('the description of the bars of a ranking', () => {
  const poll = rankPoll(['Technical', 'Economic', 'Domestic'])
  it.each<[what: string, orders: [string[], number][], said: string]>([
    ['nobody', [], NOBODY],
    ['one person', [[['b', 'a', 'c'], 1]], '“Economic” leads with 2 points from 1 person.'],
    [
      'many',
      [
        [['b', 'a', 'c'], 30],
        [['a', 'b', 'c'], 8],
      ],
      '“Economic” leads with 68 points from 38 people.',
    ],
    [
      'two that lead',
      [
        [['b', 'a', 'c'], 1],
        [['a', 'b', 'c'], 1],
      ],
      '“Technical” and “Economic” lead with 3 points each from 2 people.',
    ],
  ])('of %s', (_, orders, said) => {
    expect(formatRankResults(poll, ranksFrom(poll, orders))).toBe(said)
  })

  it('uses the singular for one point', () => {
    const two = rankPoll(['Hype', 'Hope'])
    expect(formatRankResults(two, ranksFrom(two, [[['b', 'a'], 1]]))).toBe('“Hope” leads with 1 point from 1 person.')
  })
})

describe('the description of words and questions', () => {
  it.each<[what: string, tally: Omit<EntriesTally, 'kind'>, said: string]>([
    ['nobody', { people: 0, entries: [] }, NOBODY],
    ['one person', { people: 1, entries: entriesOf([['hype', 1]]) }, '1 person; “hype” leads with 1.'],
    [
      'many',
      {
        people: 38,
        entries: entriesOf([
          ['hype', 12],
          ['China', 9],
        ]),
      },
      '38 people; “hype” leads with 12.',
    ],
    [
      'a spotlit one before the one that leads',
      {
        people: 38,
        entries: entriesOf([
          ['moat', 1, 'spotlight'],
          ['hype', 12],
        ]),
      },
      '38 people; “hype” leads with 12.',
    ],
    [
      'three that lead',
      {
        people: 3,
        entries: entriesOf([
          ['hype', 2],
          ['China', 2],
          ['fear', 2],
          ['moat', 1],
        ]),
      },
      '3 people; “hype”, “China” and “fear” lead with 2 each.',
    ],
    [
      'many of whom none leads',
      {
        people: 4,
        entries: entriesOf([
          ['a', 1],
          ['b', 1],
          ['c', 1],
          ['d', 1],
        ]),
      },
      '4 people; 4 lead with 1 each.',
    ],
    [
      'so many of whom none leads that not all are listed',
      {
        people: 9,
        entries: entriesOf([
          ['a', 1],
          ['b', 1],
          ['c', 1],
          ['d', 1],
        ]),
        more: { shown: 5, answered: 0 },
      },
      '9 people; at least 4 lead with 1 each.',
    ],
    ['people of whose words none may be shown', { people: 3, entries: [] }, '3 people; nothing is shown yet.'],
  ])('of %s', (_, tally, said) => {
    expect(formatEntriesResults(tally)).toBe(said)
  })
})
