import type { BaseEntriesTally as EntriesTally } from '../../../src/polls/kinds/base.ts'
import type { BoardAnswer } from '../../../src/polls/kinds/questions/answer.ts'
import type { Answer } from '../../../src/polls/protocol.ts'
import type { AnswerCount } from '../../../src/polls/store.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOf } from '../../../src/polls/counting.ts'
import { entryId } from '../../../src/polls/entries/group.ts'
import { MAX_QUESTION } from '../../../src/polls/kinds/questions/answer.ts'
import { questionsSchema } from '../../../src/polls/kinds/questions/schema.ts'
import { checkAnswer } from '../../../src/polls/kinds/rules.ts'
import { anyAnswers, oneEach } from '../support/anyAnswer.ts'

const written = { id: 'board', kind: 'questions', question: 'What would you ask?' }
const poll = questionsSchema.parse(written)
const [why, who] = ['Why now?', 'Who pays?']

function tally(answers: AnswerCount[], marks = {}): EntriesTally {
  const counted = countOf(poll, answers, { marks }).tally
  return counted.kind === 'questions' ? counted : expect.unreachable(counted.kind)
}
const short = (item: EntriesTally) => item.entries.map(({ text, people, state }) => `${text} ${people} ${state}`)
const board = (ask: string[], up: string[] = []): BoardAnswer => ({ ask, up: up.map(entryId) })

describe('a board', () => {
  it('is always live, and cannot be set otherwise', () => {
    expect(poll).toMatchObject({ live: true, approve: false, block: true, max: 3 })
    expect(questionsSchema.safeParse({ ...written, live: false }).success).toBe(false)
  })
})

describe('an answer to a board', () => {
  const id = entryId(why)
  it.each<[name: string, answer: Answer, kept: Answer]>([
    ['nothing, which takes all back', { ask: [], up: [] }, { ask: [], up: [] }],
    ['a question', { ask: [` ${why}\n`], up: [] }, { ask: [why], up: [] }],
    ['one question in two spellings', { ask: [why, why.toUpperCase()], up: [] }, { ask: [why], up: [] }],
    ['support for one, said twice', { ask: [], up: [id, id] }, { ask: [], up: [id] }],
    ['support in whatever order', { ask: [], up: ['b', 'a'] }, { ask: [], up: ['a', 'b'] }],
    [
      'a hundred supported',
      { ask: [], up: Array.from({ length: 100 }, (_, i) => `${i + 100}`) },
      { ask: [], up: Array.from({ length: 100 }, (_, i) => `${i + 100}`) },
    ],
    ['200 characters', { ask: ['x'.repeat(MAX_QUESTION)], up: [] }, { ask: ['x'.repeat(MAX_QUESTION)], up: [] }],
  ])('is taken with %s', (_, answer, kept) => {
    expect(checkAnswer(poll, answer)).toEqual({ answer: kept })
  })

  it.each<[name: string, answer: Answer, fault: string]>([
    ['too many questions', { ask: ['a', 'b', 'c', 'd'], up: [] }, 'ask at most 3 questions'],
    [
      'a question of 201 characters',
      { ask: ['x'.repeat(MAX_QUESTION + 1)], up: [] },
      'send questions of up to 200 characters',
    ],
    ['101 supported', { ask: [], up: Array.from({ length: 101 }, (_, i) => `${i}`) }, 'support at most 100 questions'],
    ['texts alone', [why], 'send questions of up to 200 characters'],
    ['a number', 1, 'send questions of up to 200 characters'],
    ['a point of a scale', { value: 1, sure: true }, 'send questions of up to 200 characters'],
  ])('is refused with %s', (_, answer, fault) => {
    expect(checkAnswer(poll, answer)).toEqual({ fault })
  })
})

describe('a tally of questions', () => {
  it.each<[name: string, ballots: BoardAnswer[], people: number, entries: string[]]>([
    ['nobody', [], 0, []],
    ['somebody who took all back', [board([])], 0, []],
    ['one who asks', [board([why])], 1, ['Why now? 1 shown']],
    ['two who ask the same', [board([why]), board(['why NOW'])], 2, ['Why now? 2 shown']],
    ['one who asks and one who supports', [board([why]), board([], [why])], 2, ['Why now? 2 shown']],
    ['one who supports what they ask themselves', [board([why], [why])], 1, ['Why now? 1 shown']],
    ['one who supports what nobody asks any longer', [board([], [why])], 1, []],
    [
      'the better supported first',
      [board([why]), board([who]), board([], [who])],
      3,
      ['Who pays? 2 shown', 'Why now? 1 shown'],
    ],
  ])('of %s', (_, ballots, people, entries) => {
    const counted = tally(oneEach(ballots))
    expect([counted.people, short(counted)]).toEqual([people, entries])
  })

  it('lists the spotlit one first, answered ones last, and leaves out waiting and hidden ones', () => {
    const answers = oneEach([board(['a', 'b', 'c']), board(['d', 'e'], ['a', 'b', 'c']), board(['f'], ['a', 'b'])])
    const marks = {
      [entryId('a')]: 'answered',
      [entryId('b')]: 'hidden',
      [entryId('e')]: 'waiting',
      [entryId('f')]: 'spotlight',
    }
    expect(short(tally(answers, marks))).toEqual(['f 1 spotlight', 'c 2 shown', 'd 1 shown', 'a 3 answered'])
  })

  it('lists fifty at most, and counts the others', () => {
    const answers = oneEach(Array.from({ length: 60 }, (_, i) => board([`question ${i}`])))
    expect(tally(answers).entries).toHaveLength(50)
    expect(tally(answers).more).toEqual({ shown: 10, answered: 0 })
    expect(countOf(poll, answers).entries).toHaveLength(60)
  })

  it('counts a voter at most once for a question, whatever they asked and supported', () => {
    fc.assert(
      fc.property(anyAnswers(poll), (ballots) => {
        const voices = (ballots as BoardAnswer[]).map(({ ask, up }) => new Set([...ask.map(entryId), ...up]))
        const asked = new Set((ballots as BoardAnswer[]).flatMap(ballot => ballot.ask.map(entryId)))
        const { people, entries } = tally(oneEach(ballots))
        expect(people).toBe(voices.filter(voice => voice.size > 0).length)
        expect(Object.fromEntries(entries.map(entry => [entry.id, entry.people]))).toEqual(
          Object.fromEntries([...asked].map(id => [id, voices.filter(voice => voice.has(id)).length])),
        )
      }),
    )
  })
})
