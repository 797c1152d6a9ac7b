import type { DeckPoll, Slip } from '../../src/polls/protocol.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { checkAnswer } from '../../src/polls/kinds/rules.ts'
import {
  addSlip,
  countSlips,
  formatOptionNumbers,
  formatSlip,
  slipRows,
  slipsFromCounts,
} from '../../src/polls/paperSlips.ts'
import { deckPoll, readPolls } from '../../src/polls/pollsFile.ts'
import { AN_ANSWER, EVERY_KIND } from '../room/support/everyKind.ts'
import { pollsFile, tempFolder } from '../room/support/testRoom.ts'

const written = readPolls(pollsFile(tempFolder(afterAll), EVERY_KIND))
const polls = Object.fromEntries(written.map(poll => [poll.id, deckPoll(poll)]))
const of = (id: string) => polls[id] as DeckPoll

describe('rows of slips', () => {
  it.each([
    ['pick', ['1, One run', '2, Everything']],
    [
      'knew',
      ['1, It is', '2, It is not', '3, In part'].flatMap(text => [text, `${text}, not sure`, `${text}, sure`]),
    ],
    ['point', ['1, Not at all', '2', '3', '4', '5, Perfectly']],
    [
      'sure',
      [
        '1, Never, not sure',
        '1, Never, sure',
        '2, Hardly, not sure',
        '2, Hardly, sure',
        '3, Perhaps, not sure',
        '3, Perhaps, sure',
        '4, Mostly, not sure',
        '4, Mostly, sure',
        '5, Surely, not sure',
        '5, Surely, sure',
      ],
    ],
  ])('of %s are %j', (id, texts) => {
    expect(slipRows(of(id))?.map(slipRow => slipRow.text)).toEqual(texts)
  })

  it.each(['many', 'cost', 'word', 'order', 'board'])('of %s would be too many', (id) => {
    expect(slipRows(of(id))).toBeUndefined()
  })

  it.each(['pick', 'knew', 'point', 'sure'])(
    'of %s are answers that the room takes, and come back as they were counted',
    (id) => {
      const rows = slipRows(of(id)) ?? []
      const counts = rows.map((_, i) => i % 3)
      const poll = written.find(candidate => candidate.id === id)
      const kept = slipsFromCounts(rows, counts).map(({ answer, people }): Slip => {
        const read = poll && checkAnswer(poll, answer)
        return { answer: read && 'answer' in read ? read.answer : [], people }
      })
      expect(kept.every(slip => slip.people > 0)).toBe(true)
      expect(countSlips(rows, kept)).toEqual(counts)
    },
  )
})

describe('slips one by one', () => {
  it('have numbers as they are printed, where there are options', () => {
    const numbers = [formatOptionNumbers(of('many')), formatOptionNumbers(of('cost'))]
    expect(numbers).toEqual([expect.stringMatching(/^1, .+; 2, /), ''])
  })

  it('puts equal ones together, however their fields are ordered', () => {
    const slips = addSlip(
      addSlip([{ answer: { value: 2, sure: true }, people: 1 }], { sure: true, value: 2 }, 3),
      { value: 2, sure: false },
      1,
    )
    expect(slips.map(slip => slip.people)).toEqual([4, 1])
  })

  it('keeps the order of a ranking apart from another', () => {
    expect(addSlip([{ answer: ['a', 'b'], people: 1 }], ['b', 'a'], 1)).toHaveLength(2)
  })

  it.each([
    ['pick', 'Everything'],
    ['many', 'Technical, International'],
    ['point', '4'],
    ['sure', '2, sure'],
    ['knew', 'It is, sure'],
    ['cost', '250'],
    ['word', 'hype, chips'],
    ['order', 'Gamma › Alpha › Beta'],
    ['board', 'Why now?'],
  ])('reads %s back as “%s”', (id, words) => {
    expect(formatSlip(of(id), AN_ANSWER[id]?.answer ?? [])).toBe(words)
  })
})
