import type { Answer, Entry, EntryState } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardAnswerOf, boardRows, toggleSupport } from '../../../src/polls/kinds/questions/board.ts'
import { AN_ANSWER } from '../../room/support/everyKind.ts'

const entry = (id: string, text: string, state: EntryState = 'shown'): Entry => ({ id, text, people: 1, state })

describe('what a voter has on a board', () => {
  it('is their ballot', () => {
    const answer = { ask: ['Why now?'], up: ['x'] }
    expect(boardAnswerOf(answer)).toBe(answer)
  })

  it.each<[name: string, answer: Answer | undefined]>([
    ['no answer', undefined],
    ...Object.values(AN_ANSWER)
      .filter(item => item.kind !== 'questions')
      .map(({ kind, answer }): [string, Answer] => [`an answer to ${kind}`, answer]),
  ])('is nothing with %s', (_, answer) => {
    expect(boardAnswerOf(answer)).toEqual({ ask: [], up: [] })
  })
})

describe('the board as a voter sees it', () => {
  it('keeps its order, and marks what is theirs in any spelling', () => {
    const rows = boardRows([entry('1', 'Who paid?'), entry('2', 'Why now?'), entry('3', 'Is it ＦＡＩＲ?')], {
      ask: ['“why NOW”', 'is it fair'],
      up: ['1', 'gone'],
    })
    expect(rows.map(({ id, isMine, supported }) => ({ id, isMine, supported }))).toEqual([
      { id: '1', isMine: false, supported: true },
      { id: '2', isMine: true, supported: false },
      { id: '3', isMine: true, supported: false },
    ])
  })

  it.each<[state: EntryState, ask: string[], tags: string[]]>([
    ['shown', [], []],
    ['shown', ['Why now?'], ['yours']],
    ['answered', [], ['answered']],
    ['spotlight', ['Why now?'], ['yours', 'being answered']],
  ])('tags an entry that is %s where the voter asked %j: %j', (state, ask, tags) => {
    expect(boardRows([entry('1', 'Why now?', state)], { ask, up: [] })[0]?.tags).toEqual(tags)
  })
})

describe('support', () => {
  const anyId = fc.constantFrom('a', 'b', 'c', 'd')
  const anyBoard = fc.record({
    ask: fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
    up: fc.uniqueArray(anyId),
  })

  it('toggles for one entry alone, and never changes what was asked', () => {
    fc.assert(fc.property(anyBoard, anyId, (board, id) => {
      const before = structuredClone(board)
      const after = toggleSupport(board, { id })
      expect(board).toEqual(before)
      expect(after.ask).toEqual(board.ask)
      expect(after.up.includes(id)).toBe(!board.up.includes(id))
      expect(after.up.filter(text => text !== id)).toEqual(board.up.filter(text => text !== id))
      expect(new Set(toggleSupport(after, { id }).up)).toEqual(new Set(board.up))
    }))
  })
})

describe('an entry into which others were merged', () => {
  const merged = { ...entry('1', 'Who pays?'), merged: [{ id: '2', text: 'Who will pay?' }] }

  it('is theirs, or supported, where one of the others is', () => {
    expect(boardRows([merged], { ask: ['who will PAY'], up: [] })[0]?.isMine).toBe(true)
    expect(boardRows([merged], { ask: [], up: ['2'] })[0]?.supported).toBe(true)
  })

  it('loses all support of the voter at once', () => {
    expect(toggleSupport({ ask: [], up: ['2', '3', '1'] }, merged).up).toEqual(['3'])
    expect(toggleSupport({ ask: [], up: ['3'] }, merged).up).toEqual(['3', '1'])
  })
})
