import type { Entry } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forPresenter, forRoom, MAX_ON_SCREEN } from '../../../src/polls/entries/onScreen.ts'
import { ENTRY_STATES } from '../../../src/polls/protocol.ts'

// More of them wait than the presenter decides on at a time.
const anyEntries = fc
  .array(fc.constantFrom(...ENTRY_STATES, 'waiting' as const, 'waiting' as const, 'waiting' as const), {
    maxLength: 700,
    size: 'max',
  })
  .map(states => states.map((state, i): Entry => ({ id: `${i}`, text: `text ${i}`, people: 1, state })))
const idsOf = (entries: Entry[]) => entries.map(entry => entry.id)
/** Hundreds of entries take long to shrink and say no more for it. */
const FEW = { numRuns: 50, endOnFailure: true }

describe('what the room sees of entries', () => {
  it('is neither waiting nor hidden, in order, and fits the screen', () => {
    fc.assert(fc.property(anyEntries, (entries) => {
      const seen = entries.filter(entry => ['shown', 'spotlight', 'answered'].includes(entry.state))
      expect(idsOf(forRoom(entries, MAX_ON_SCREEN))).toEqual(idsOf(seen).slice(0, 60))
    }), FEW)
  })
})

describe('what the presenter decides on', () => {
  it('has all that the room sees, then what waits, in order, three hundred at most', () => {
    fc.assert(fc.property(anyEntries, (entries) => {
      const chosen = new Set(idsOf(forPresenter(entries)))
      const seen = idsOf(forRoom(entries, MAX_ON_SCREEN))
      const waiting = idsOf(entries.filter(entry => entry.state === 'waiting'))
      expect([...chosen]).toEqual(idsOf(entries).filter(id => chosen.has(id)))
      expect(chosen.size).toBe(Math.min(300, entries.length))
      expect(seen.filter(id => !chosen.has(id))).toEqual([])
      // What waits gives way to nothing but what the room sees.
      expect(waiting.filter(id => chosen.has(id))).toEqual(waiting.slice(0, 300 - seen.length))
    }), FEW)
  })
})
