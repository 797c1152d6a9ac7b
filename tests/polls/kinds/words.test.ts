import type { Answer, Entry } from '../../../src/polls/protocol.ts'
import type { AnswerCount } from '../../../src/polls/store.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOf } from '../../../src/polls/counting.ts'
import { entryId } from '../../../src/polls/entries/group.ts'
import { checkAnswer } from '../../../src/polls/kinds/rules.ts'
import { MAX_WORD } from '../../../src/polls/kinds/words/answer.ts'
import { wordsSchema } from '../../../src/polls/kinds/words/schema.ts'
import { textKey } from '../../../src/polls/textKey.ts'
import { anyAnswers, anySpelling, oneEach } from '../support/anyAnswer.ts'

const written = { id: 'word', kind: 'words', question: 'Which words?' }
const poll = wordsSchema.parse(written)
const long = '芯'.repeat(MAX_WORD)

const entriesOf = (answers: AnswerCount[], definition = poll): Entry[] => countOf(definition, answers).entries ?? []
const peopleByKey = (answers: AnswerCount[]) =>
  Object.fromEntries(entriesOf(answers).map(entry => [textKey(entry.text), entry.people]))

describe('an answer in words', () => {
  it.each<[name: string, answer: Answer, kept: string[]]>([
    ['one word', ['hype'], ['hype']],
    ['as many as the poll asks', ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['spaces and what is not seen', ['  open \n source\u200B '], ['open source']],
    ['the same twice', ['Chips', 'chips', '“CHIPS”'], ['Chips']],
    ['more than the poll asks, but the same', ['a', 'A', ' a', 'a!'], ['a']],
    ['an empty field', ['', 'hype', '…'], ['hype']],
    ['forty characters of any script', [long], [long]],
    ['forty emoji', ['😀'.repeat(MAX_WORD)], ['😀'.repeat(MAX_WORD)]],
    ['forty and spaces around', [`  ${long}  `], [long]],
  ])('is taken with %s', (_, answer, kept) => {
    expect(checkAnswer(poll, answer)).toEqual({ answer: kept })
  })

  it.each<[name: string, answer: Answer, fault: string]>([
    ['nothing', [], 'write at least one word'],
    ['marks alone', ['!', '…', ' '], 'write at least one word'],
    ['too many', ['a', 'b', 'c', 'd'], 'send at most 3'],
    ['too long a word', ['hype', `${long}芯`], 'send texts of up to 40 characters'],
    ['a number', 3, 'send texts of up to 40 characters'],
    ['a board', { ask: ['hype'], up: [] }, 'send texts of up to 40 characters'],
  ])('is refused with %s', (_, answer, fault) => {
    expect(checkAnswer(poll, answer)).toEqual({ fault })
  })

  it.each([0, 6, 1.5, 'three'])('is of one to five texts: not %j', (max) => {
    expect(wordsSchema.safeParse({ ...written, max }).success).toBe(false)
  })
})

describe('a tally of words', () => {
  it('groups spellings, and shows the one that most people wrote', () => {
    const answers = [
      { answer: ['chips', 'hype'], people: 2 },
      { answer: ['Chips'], people: 3 },
      { answer: ['CHIPS!'], people: 1 },
    ]
    expect(countOf(poll, answers).tally).toEqual({
      kind: 'words',
      people: 6,
      entries: [
        { id: entryId('chips'), text: 'Chips', people: 6, state: 'shown' },
        { id: entryId('hype'), text: 'hype', people: 2, state: 'shown' },
      ],
    })
  })

  it('counts for each word the people who sent it, once each', () => {
    fc.assert(
      fc.property(anyAnswers(poll), (ballots) => {
        const keys = ballots.map(ballot => new Set((ballot as string[]).map(textKey)))
        const people = (key: string) => keys.filter(own => own.has(key)).length
        expect(peopleByKey(oneEach(ballots))).toEqual(
          Object.fromEntries(keys.flatMap(key => [...key]).map(key => [key, people(key)])),
        )
      }),
    )
  })

  it('is the same however letters are composed, and in either case', () => {
    const change = fc.constantFrom<(text: string) => string>(
      text => text.normalize('NFC'),
      text => text.normalize('NFD'),
      text => text.toUpperCase(),
      text => text.toLowerCase(),
      text => `«${text}»`,
    )
    fc.assert(
      fc.property(fc.array(fc.array(fc.tuple(anySpelling, change), { minLength: 1, maxLength: 3 })), (ballots) => {
        const as = (spell: (pair: [string, (text: string) => string]) => string) =>
          oneEach(ballots.map(ballot => ballot.map(spell)))
        expect(peopleByKey(as(([text, to]) => to(text)))).toEqual(peopleByKey(as(([text]) => text)))
      }),
    )
  })

  it('sorts by people, and equals by their own text', () => {
    fc.assert(fc.property(anyAnswers(poll), (ballots) => {
      const order = entriesOf(oneEach(ballots)).map(({ people, text }) => ({ people, text }))
      expect(order).toEqual([...order].sort((a, b) => b.people - a.people || (a.text < b.text ? -1 : 1)))
    }))
  })

  it('lists sixty at most, and counts the others', () => {
    const answers = Array.from({ length: 363 }, (_, i) => ({ answer: [`word ${i}`], people: 1 }))
    const { tally, entries } = countOf(poll, answers)
    expect(tally).toMatchObject({ more: { shown: 303, answered: 0 } })
    expect('entries' in tally && tally.entries).toHaveLength(60)
    expect(entries).toHaveLength(363)
  })

  it('counts people whose words the room does not see', () => {
    expect(countOf(wordsSchema.parse({ ...written, approve: true }), [{ answer: ['hype'], people: 2 }])).toEqual({
      tally: { kind: 'words', people: 2, entries: [] },
      entries: [{ id: entryId('hype'), text: 'hype', people: 2, state: 'waiting' }],
    })
  })
})
