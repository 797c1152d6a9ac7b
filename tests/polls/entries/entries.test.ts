import type { Entry, EntryState } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryId, groupEntries } from '../../../src/polls/entries/group.ts'
import { forPresenter, forRoom, MAX_ON_SCREEN } from '../../../src/polls/entries/onScreen.ts'
import { ENTRY_STATES } from '../../../src/polls/protocol.ts'

const said = (...texts: string[]) => texts.map(text => ({ texts: [text], supports: [], people: 1 }))
const stateOf = (text: string, options: { approve: boolean, block: boolean, mark?: EntryState }) =>
  groupEntries(said(text), { ...options, states: options.mark ? { [entryId(text)]: options.mark } : {} })[0]?.state

describe('the id of an entry', () => {
  it('is short, fits an address, and stays however the text is written', () => {
    expect(entryId('Chips')).toMatch(/^[\w-]{16}$/)
    for (const text of ['chips', 'CHIPS!', '“ｃｈｉｐｓ”'])
      expect(entryId(text)).toBe(entryId('Chips'))
    expect(entryId('chip')).not.toBe(entryId('Chips'))
  })
})

describe('the state of an entry', () => {
  it.each<[text: string, approve: boolean, block: boolean, state: EntryState]>([
    ['hype', false, true, 'shown'],
    ['hype', true, true, 'waiting'],
    ['hype', true, false, 'waiting'],
    ['bullshit', false, true, 'waiting'],
    ['bullshit', false, false, 'shown'],
    ['bullshit', true, false, 'waiting'],
  ])('%s with approve: %s and block: %s is %s', (text, approve, block, state) => {
    expect(stateOf(text, { approve, block })).toBe(state)
  })

  it.each(ENTRY_STATES)('is %s when the presenter says so, whatever else holds', (mark) => {
    for (const [approve, block] of [[true, true], [true, false], [false, true]] as const)
      expect(stateOf('bullshit', { approve, block, mark })).toBe(mark)
  })

  it('waits as a whole when one spelling of it is blocked', () => {
    const entries = groupEntries(said('ss', 'ss', '@ss'), { states: {}, approve: false, block: true })
    expect(entries).toEqual([{ id: entryId('ss'), text: 'ss', people: 3, state: 'waiting' }])
    expect(stateOf('ss', { approve: false, block: true })).toBe('shown')
  })
})

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
