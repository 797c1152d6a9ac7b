import type { EntryState } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { formatCounts, formatDone } from '../../src/moderate/entryText.ts'

describe('how many entries there are', () => {
  it.each<[counts: Partial<Record<EntryState, number>>, isSeen: boolean, text: string]>([
    [{}, true, 'No questions yet'],
    [{ shown: 0 }, true, 'No questions yet'],
    [{ waiting: 2, shown: 1 }, false, '2 waiting, 1 to be shown'],
    [{ shown: 1290, spotlight: 1, answered: 20, hidden: 42 }, true, '1,291 on the screen, 20 answered, 42 hidden'],
  ])('%j, seen by the room: %s: %s', (counts, isSeen, text) => {
    expect(formatCounts(counts, 'questions', isSeen)).toBe(text)
  })
})

it('says what was done last', () => {
  const edit = { poll: 'board', round: 1, entry: 'a', text: 'Why now?' }
  expect(formatDone({ ...edit, to: 'hidden' })).toBe('Hidden: Why now?')
  expect(formatDone({ ...edit, into: 'b' })).toBe('Merged: Why now?')
  expect(formatDone({ ...edit, into: null })).toBe('Taken out: Why now?')
})
