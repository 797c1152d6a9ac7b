import type { WordsPoll } from '../../../src/polls/kinds/words/answer.ts'
import type { PublicPoll, StagePoll, Tally } from '../../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { INVITATION } from '../../../src/polls/kinds/questions/text.ts'
import { findingOf, formatNote } from '../../../src/polls/kinds/text.ts'
import { invitationFields } from '../../../src/polls/kinds/words/text.ts'
import {
  choicePoll,
  entriesOf,
  estimatePoll,
  estimatesOf,
  rankPoll,
  scaleFrom,
  scalePoll,
} from '../support/drawnPolls.ts'

const words = (max: number): WordsPoll => ({ id: 'w', question: 'Which?', kind: 'words', max, approve: false })
const board: PublicPoll = { id: 'q', question: 'What?', kind: 'questions', max: 3, approve: false }
const several = choicePoll(3, { several: true })
const choice = (people: number, paper?: number): Tally => ({
  kind: 'choice',
  people,
  counts: { a: people },
  ...(paper && { paper }),
})
const sure = scalePoll({ confidence: true })
const money = estimatePoll({ unit: 'usd-million', min: 1, max: 10_000, log: true })

describe('the line under a picture', () => {
  it.each<[what: string, poll: PublicPoll, tally: Tally | undefined, note: string]>([
    ['is empty before the results of a choice', choicePoll(2), undefined, ''],
    ['says before the results that several may be ticked', several, undefined, 'Several answers allowed'],
    ['says nothing of an empty board', board, undefined, ''],
    ['says that nobody has answered, and no rule', several, choice(0), 'Nobody has answered'],
    ['counts one person', choicePoll(2), choice(1), '1 person'],
    ['counts many', choicePoll(2), choice(500), '500 people'],
    ['names those on paper', choicePoll(2), choice(38, 4), '38 people, 4 of them on paper. One block is one person.'],
    ['goes on with the rule', several, choice(38), '38 people; several answers allowed. One block is one person.'],
    [
      'explains the order',
      rankPoll(3),
      { kind: 'rank', people: 5, counts: {}, places: {} },
      '5 people; in order of the average place',
    ],
    [
      'explains the number of a question',
      board,
      { kind: 'questions', people: 5, entries: entriesOf([['Why?', 3]]) },
      '5 people; 1 question. The number says how many want to know.',
    ],
    ['of no question that may be seen', board, { kind: 'questions', people: 5, entries: [] }, '5 people; 0 questions'],
    [
      'says how far a board has come, with the questions that are not listed',
      board,
      {
        kind: 'questions',
        people: 90,
        entries: entriesOf([['Why?', 3, 'spotlight'], ['Who?', 5], ['When?', 2, 'answered']]),
        more: { shown: 10, answered: 2 },
      },
      '90 people; 3 answered, 11 waiting. The number says how many want to know.',
    ],
    [
      'counts all words, listed or not',
      words(3),
      { kind: 'words', people: 140, entries: entriesOf([['hype', 9]]), more: { shown: 362, answered: 0 } },
      '140 people; 363 words. A number says how many people sent it.',
    ],
    [
      'says nothing of numbers where no word has one',
      words(3),
      { kind: 'words', people: 3, entries: entriesOf([['hype', 3]]) },
      '3 people; 1 word',
    ],
    ['of an estimate is who made one', estimatePoll(), estimatesOf(estimatePoll(), [3]), '1 person'],
    ['says what a dot is', estimatePoll(), estimatesOf(estimatePoll(), [3, 5]), '2 people. One dot is one person.'],
    [
      'says what a step of a logarithmic axis is',
      money,
      estimatesOf(money, [3]),
      '1 person; each step is ten times more',
    ],
    [
      'of a scale says what a box is',
      scalePoll(),
      scaleFrom(scalePoll(), [1, 0, 0, 0, 3]),
      '4 people. One box is one person.',
    ],
    ['of a scale is who answered', scalePoll(), scaleFrom(scalePoll(), [1]), '1 person'],
    [
      'leaves it to the picture how many are sure',
      sure,
      scaleFrom(sure, [100, 0, 500, 0, 3], [1, 0, 2, 0, 0]),
      '603 people',
    ],
  ])('%s', (_, poll, tally, note) => {
    expect(formatNote(poll, tally)).toBe(note)
  })
})

describe('the headline of an estimate', () => {
  const shown = (values: number[], reference?: [number, number]): StagePoll => ({
    id: 'poll',
    phase: reference ? 'solved' : 'revealed',
    round: 1,
    answered: values.length,
    tally: estimatesOf(money, values),
    ...reference && { reference },
  })

  it('says how many came close, only once the record is shown', () => {
    const values = [5, 5.5, ...Array.from<number>({ length: 14 }).fill(80)]
    expect(findingOf(money, shown(values))).toBeUndefined()
    expect(findingOf(money, shown(values, [5.576, 5.576]))).toBe('1 in 16 came within 10%')
    expect(findingOf(money, shown([], [5.576, 5.576]))).toBeUndefined()
  })

  it('counts points where the answer is a percentage itself', () => {
    const poll = estimatePoll()
    const state = { ...shown([], [55, 55]), tally: estimatesOf(poll, [49, 50, 60, 61]) }
    expect(findingOf(poll, state)).toBe('2 of 4 came within 5 points')
  })
})

it.each([
  [1, ['A word, or a few words']],
  [2, ['A word', 'Or a few words']],
  [5, ['A word', 'Or a few words', 'One is enough', '', '']],
])('an empty cloud of %i words has a field for each', (max, said) => {
  expect(invitationFields(words(max)).map(field => field.text)).toEqual(said)
  expect(invitationFields(words(max)).map(field => field.mark)).toEqual(said.map((_, i) => String(i + 1)))
})

it('an empty board says how to fill it', () => {
  expect(INVITATION.map(row => row.text))
    .toEqual(['Ask yours', 'Support what others ask', 'The most wanted come first'])
})
