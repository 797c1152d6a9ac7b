import type { Poll } from '../../src/polls/pollsFile.ts'
import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../src/polls/pollEdit.ts'

const OPTIONS = [{ id: 'run', text: 'One run' }, { id: 'all', text: 'Everything' }]
const BASE = { question: 'What?', live: false, auto: false }
const CHOICE: Poll = { ...BASE, id: 'bill', kind: 'choice', options: OPTIONS, several: false, answer: ['run'] }
const SCALE: Poll = { ...BASE, id: 'fit', kind: 'scale', labels: ['No', '', '', '', 'Yes'], confidence: false }
const ESTIMATE: Poll = { ...BASE, id: 'cost', kind: 'estimate', unit: 'usd', min: 1, max: 1000, log: true }
const WORDS: Poll = { ...BASE, id: 'word', kind: 'words', max: 3, approve: false, block: true }

/** Each as: what is changed, the poll, what it becomes. */
const TAKEN: [string, Poll, Partial<Poll>][] = [
  ['its question', CHOICE, { question: 'What did it pay for?' }],
  ['the text of an option', CHOICE, { options: [{ id: 'run', text: 'A run' }, { id: 'all', text: 'All' }] }],
  ['its right answer', CHOICE, { answer: ['all'] }],
  ['its clock', CHOICE, { seconds: 60 }],
  ['its talk', CHOICE, { discuss: 90 }],
  ['whether results are live', CHOICE, { live: true }],
  ['whether options have an order', CHOICE, { ordered: true }],
  ['its partner', CHOICE, { pair: 'first' }],
  ['a label', SCALE, { labels: ['Never', '', '', '', 'Yes'] }],
  ['its record', ESTIMATE, { reference: [5, 5] }],
  ['approval', WORDS, { approve: true }],
]

const REFUSED: [string, Poll, Partial<Poll>, string][] = [
  ['its kind', CHOICE, { ...WORDS, id: 'bill' }, 'kind'],
  ['an option id', CHOICE, { options: [{ id: 'ran', text: 'One run' }, { id: 'all', text: 'All' }] }, 'option ids'],
  ['an option more', CHOICE, { options: [...OPTIONS, { id: 'none', text: 'Nothing' }] }, 'option ids'],
  ['the order of its options', CHOICE, { options: OPTIONS.toReversed() }, 'option ids'],
  ['whether several may be chosen', CHOICE, { several: true }, 'several'],
  ['whether voters are sure', SCALE, { confidence: true }, 'confidence'],
  ['its bounds', ESTIMATE, { min: 10, max: 100 }, 'min and another max'],
  ['its unit', ESTIMATE, { unit: 'usd-million' }, 'unit'],
  ['its axis', ESTIMATE, { log: false }, 'log'],
  ['how many texts there may be', WORDS, { max: 1 }, 'max'],
]

describe('a change of polls.yaml while the room runs', () => {
  it.each(TAKEN)('is taken over where it changes %s of a poll with ballots', (_, poll, change) => {
    expect(refusalOf(poll, { ...poll, ...change } as Poll, true)).toBeUndefined()
  })

  it.each(REFUSED)('is refused where it changes %s of a poll with ballots', (_, poll, change, named) => {
    const why = refusalOf(poll, { ...poll, ...change } as Poll, true)
    expect(why).toMatch(new RegExp(`^The poll "${poll.id}" in polls.yaml has another .*${named}.* people have voted`))
    expect(why).toMatch(/undo that, or give the new poll an id of its own\.$/)
  })

  it.each(REFUSED)('is taken over where it changes %s of a poll without ballots', (_, poll, change) => {
    expect(refusalOf(poll, { ...poll, ...change } as Poll, false)).toBeUndefined()
  })

  it('brings new polls and takes away those without ballots', () => {
    expect(refusalOf(undefined, CHOICE, false)).toBeUndefined()
    expect(refusalOf(CHOICE, undefined, false)).toBeUndefined()
  })

  it('does not take away a poll with ballots', () => {
    expect(refusalOf(CHOICE, undefined, true)).toBe(
      'The poll "bill" is gone from polls.yaml, but people have voted in it: put it back.',
    )
  })
})
