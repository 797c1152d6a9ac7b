import type { Entry } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countAnswered,
  countStates,
  countUnlisted,
  countVisible,
  forPresenter,
  forRoom,
  listForRoom,
  MAX_ON_SCREEN,
} from '../../../src/polls/entries/onScreen.ts'
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

  it('comes with the true number of those that a screen has no room for', () => {
    fc.assert(fc.property(anyEntries, fc.integer({ min: 0, max: 80 }), (entries, max) => {
      const listed = listForRoom(entries, max)
      const count = (...states: string[]) => entries.filter(entry => states.includes(entry.state)).length
      expect(listed.entries).toEqual(forRoom(entries, max))
      expect(countVisible(listed)).toBe(count('shown', 'spotlight', 'answered'))
      expect(countUnlisted(listed)).toBe(countVisible(listed) - listed.entries.length)
      expect(countAnswered(listed)).toBe(count('answered'))
      expect('more' in listed).toBe(countVisible(listed) > max)
    }), FEW)
  })

  it('is nothing before there is a tally', () => {
    expect(countUnlisted(undefined)).toBe(0)
  })
})

describe('what the presenter decides on', () => {
  it('is counted by state, whatever the list holds', () => {
    fc.assert(fc.property(anyEntries, (entries) => {
      const counts = countStates(entries)
      for (const state of ENTRY_STATES)
        expect(counts[state] ?? 0).toBe(entries.filter(entry => entry.state === state).length)
    }), FEW)
  })

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
