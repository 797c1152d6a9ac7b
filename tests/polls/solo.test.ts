import type { Answer, PublicPoll } from '../../src/polls/protocol.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { tallyOf } from '../../src/polls/counting.ts'
import { checkAnswer } from '../../src/polls/kinds/rules.ts'
import { deckPoll, readPolls } from '../../src/polls/pollsFile.ts'
import { soloPollState, tallyOfOne } from '../../src/polls/solo.ts'
import { pollsFile, tempFolder } from '../room/support/testRoom.ts'

const A_TO_C = '[{ id: a, text: A }, { id: b, text: B }, { id: c, text: C }]'
const POLLS = `
- { id: one, kind: choice, question: Which?, options: [{ id: a, text: A }, { id: b, text: B }], answer: [b] }
- { id: some, kind: choice, question: Which?, several: true, options: ${A_TO_C} }
- { id: point, kind: scale, question: How?, labels: [No, Yes] }
- { id: sure, kind: scale, question: How?, labels: [No, Yes], confidence: true }
- { id: log, kind: estimate, question: How much?, unit: usd-million, min: 1, max: 1000, reference: 5 }
- { id: linear, kind: estimate, question: How many?, unit: percent, min: 0, max: 100, log: false }
- { id: words, kind: words, question: Words? }
- { id: order, kind: rank, question: Order?, options: ${A_TO_C} }
- { id: board, kind: questions, question: What? }
`
const ANSWERS: [id: string, answer: Answer][] = [
  ['one', ['a']],
  ['some', ['a', 'c']],
  ['point', 4],
  ['sure', { value: 2, sure: true }],
  ['sure', { value: 5, sure: false }],
  ['log', 1],
  ['log', 5.5],
  ['log', 1000],
  ['linear', 0],
  ['linear', 62],
  ['words', ['chips', 'hype']],
  ['order', ['c', 'a', 'b']],
  ['board', { ask: ['Why?'], up: [] }],
]
const polls = readPolls(pollsFile(tempFolder(afterAll), POLLS))
const poll = (id: string) => {
  const found = polls.find(candidate => candidate.id === id)
  if (!found)
    throw new Error(`no poll ${id}`)
  return found
}
/** Entries are named by a hash on the server and by their text here. */
const nameless = (tally: object) =>
  JSON.parse(JSON.stringify(tally, (key, value: unknown) => (key === 'id' ? undefined : value))) as object

describe('a room of one', () => {
  it.each(ANSWERS)('counts %s as the server would: %j', (id, answer) => {
    expect(checkAnswer(poll(id), answer)).toEqual({ answer })
    expect(nameless(tallyOfOne(deckPoll(poll(id)), answer))).toEqual(
      nameless(tallyOf(poll(id), [{ answer, people: 1 }])),
    )
  })

  it('has an answer of every kind to count', () => {
    const kinds = new Set(ANSWERS.map(([id]): PublicPoll['kind'] => poll(id).kind))
    expect([...kinds].sort()).toEqual(['choice', 'estimate', 'questions', 'rank', 'scale', 'words'])
  })
})

describe('what a lone reader sees', () => {
  const solutions = { one: { right: ['b'] }, log: { reference: [5, 5] as [number, number] } }
  const brought = { kind: 'choice' as const, people: 38, counts: { a: 30, b: 8 } }
  const session = { name: 'Tuesday', began: null, polls: { one: { tally: brought } } }

  it('is the question alone until they have answered', () => {
    expect(soloPollState(deckPoll(poll('one')), undefined, { solutions, session })).toEqual({
      id: 'one',
      round: 1,
      phase: 'open',
      answered: 0,
    })
  })

  it('is then the solution and the results of the session', () => {
    expect(soloPollState(deckPoll(poll('one')), ['a'], { solutions, session })).toMatchObject({
      phase: 'solved',
      answered: 38,
      tally: brought,
      right: ['b'],
    })
  })

  it('is the solution and their own answer where no session came with the site', () => {
    expect(soloPollState(deckPoll(poll('log')), 5.5, { solutions })).toMatchObject({
      phase: 'solved',
      answered: 1,
      tally: { people: 1, median: 5.5 },
      reference: [5, 5],
    })
  })
})

describe('a poll on paper', () => {
  const content = {
    solutions: { one: { right: ['b'] } },
    session: {
      name: 'Tuesday',
      began: null,
      polls: { one: { tally: { kind: 'choice' as const, people: 3, counts: { a: 1, b: 2 } } } },
    },
  }

  it('has the results that came with the deck, and what is right', () => {
    expect(soloPollState(deckPoll(poll('one')), undefined, content, { showSessionResults: true })).toMatchObject({
      phase: 'solved',
      answered: 3,
      right: ['b'],
      tally: { people: 3 },
    })
  })

  it.each([
    ['one', { solutions: content.solutions }],
    ['point', content],
  ] as const)('gives nothing away without results of %s', (id, what) => {
    expect(soloPollState(deckPoll(poll(id)), undefined, what, { showSessionResults: true })).toEqual({
      id,
      phase: 'open',
      round: 1,
      answered: 0,
    })
  })
})
