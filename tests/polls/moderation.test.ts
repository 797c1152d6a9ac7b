import type { EntryState, PollKind } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { entryActions } from '../../src/polls/moderation.ts'

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
