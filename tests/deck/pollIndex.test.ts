import type { DeckPoll } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { formatPollKind, pollRows } from '../../src/deck/pollIndex.ts'

describe('pollRows', () => {
  const polls = [
    { id: 'bill', kind: 'choice', question: 'Price of what?', options: [], several: false, auto: false, discuss: 60 },
    { id: 'nowhere', kind: 'rank', question: 'Which first?', options: [], auto: false },
  ] satisfies DeckPoll[]
  const plan = { polls: { bill: { 'workshop': 2, 'half-day': 3 }, trust: {} } }

  it('lists the slides and exercises that ask each poll', () => {
    expect(
      pollRows(polls, plan, [
        { title: 'Fermi the bill', polls: ['bill'] },
        { title: 'Baseline', polls: [] },
      ]),
    ).toEqual([
      {
        id: 'bill',
        question: 'Price of what?',
        kind: 'choose one; vote, talk, vote again',
        slides: { 'workshop': 2, 'half-day': 3 },
        exercises: ['Fermi the bill'],
      },
      { id: 'nowhere', question: 'Which first?', kind: 'put in order', slides: {}, exercises: [] },
    ])
  })
})

describe('formatPollKind', () => {
  const asked = { id: 'a', question: 'Q?', auto: false }
  it.each<[DeckPoll, string]>([
    [{ ...asked, kind: 'choice', options: [], several: true }, 'choose any'],
    [{ ...asked, kind: 'choice', options: [], several: false, pair: 'b' }, 'choose one; compared with b'],
    [{ ...asked, kind: 'scale', labels: [], confidence: false }, 'one to five'],
    [{ ...asked, kind: 'scale', labels: [], confidence: true }, 'one to five, and how sure'],
    [{ ...asked, kind: 'estimate', unit: 'usd', min: 0, max: 1, log: false }, 'guess a number'],
    [{ ...asked, kind: 'words', max: 3, approve: false }, 'up to 3 short texts'],
    [{ ...asked, kind: 'questions', max: 3, approve: false }, 'ask, and support what others ask'],
  ])('%o', (poll, words) => {
    expect(formatPollKind(poll)).toBe(words)
  })
})
