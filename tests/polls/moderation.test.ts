import type { Entry, EntryState, PollKind } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { entryActions, groupEntriesByState } from '../../src/polls/moderation.ts'

const entry = (id: string, state: EntryState): Entry => ({ id, text: id, people: 1, state })

describe('entries for the presenter', () => {
  it('begin with those that wait, and leave empty groups out', () => {
    const entries = [
      entry('a', 'shown'),
      entry('b', 'waiting'),
      entry('c', 'spotlight'),
      entry('d', 'waiting'),
      entry('e', 'answered'),
    ]
    const groups = groupEntriesByState(entries, true)
    expect(groups.map(({ title, entries }) => [title, entries.map(({ id }) => id).join()])).toEqual([
      ['Waiting for you', 'b,d'],
      ['On the screen', 'a,c,e'],
    ])
  })

  it.each<[EntryState, boolean, string]>([
    ['shown', false, 'Will be shown'],
    ['shown', true, 'On the screen'],
    ['answered', false, 'Will be shown'],
    ['hidden', false, 'Hidden'],
    ['waiting', true, 'Waiting for you'],
  ])('%s, seen by the room: %s, stand under "%s"', (state, isSeen, title) => {
    expect(groupEntriesByState([entry('a', state)], isSeen).map(group => group.title)).toEqual([title])
  })

  it('are counted as the room has them, not as the list does', () => {
    const groups = groupEntriesByState([entry('a', 'shown')], true, { shown: 290, answered: 20, hidden: 42 })
    expect(groups.map(({ title, entries, count }) => [title, entries.length, count])).toEqual([
      ['On the screen', 1, 310],
      ['Hidden', 0, 42],
    ])
  })

  it('lose none', () => {
    const all = (['waiting', 'shown', 'spotlight', 'answered', 'hidden'] as const).map(text => entry(text, text))
    expect(groupEntriesByState(all, false).flatMap(group => group.entries)).toHaveLength(all.length)
  })
})

describe('what can be done with an entry', () => {
  it.each<[PollKind, EntryState, EntryState[]]>([
    ['words', 'waiting', ['shown', 'hidden']],
    ['words', 'shown', ['hidden']],
    ['words', 'hidden', ['shown']],
    ['questions', 'waiting', ['shown', 'hidden']],
    ['questions', 'shown', ['spotlight', 'answered', 'hidden']],
    ['questions', 'spotlight', ['shown', 'answered', 'hidden']],
    ['questions', 'answered', ['spotlight', 'shown', 'hidden']],
    ['questions', 'hidden', ['shown']],
  ])('%s, %s: %s', (kind, state, moves) => {
    expect(entryActions({ state }, kind).map(move => move.to)).toEqual(moves)
  })
})
