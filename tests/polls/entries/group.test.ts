import type { EntryState } from '../../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { entryId, groupEntries } from '../../../src/polls/entries/group.ts'
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
