import type { DeckPoll, Phase, StageAction } from '../../src/polls/protocol.ts'
import { expect, it } from 'vitest'
import { DECK_KEYS, HELP_KEY, keyForDialog, keyForStep, POLL_KEYS } from '../../src/polls/keys.ts'

/** What Slidev 53 does by itself. */
const SLIDEV = ['d', 'o', 'g', 'f', '`', ' ', 'enter', 'escape', 'shift']

it('uses no key twice, and none of Slidev’s', () => {
  const keys = [...POLL_KEYS.map(key => key.key), HELP_KEY]
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  expect(keys.filter(key => SLIDEV.includes(key) || DECK_KEYS.some(deckKey => deckKey.key === key))).toEqual([])
})

it.each<[StageAction, Phase, string | undefined]>([
  ['open', 'idle', 'v'],
  ['close', 'open', 'v'],
  ['countdown', 'open', 't'],
  ['reveal', 'closed', 'v'],
  ['discuss', 'closed', 'k'],
  // Opening again is no next step.
  ['open', 'closed', undefined],
  ['reset', 'closed', 'n'],
  ['hide', 'revealed', 'h'],
])('%s while %s is done with %s', (action, phase, key) => {
  const poll = { id: 'bill', kind: 'choice', discuss: 60 } as DeckPoll
  expect(keyForStep(action, poll, { id: 'bill', phase, round: 1, answered: 0 })).toBe(key)
})

it('opens every dialog of a poll with a key', () => {
  expect([keyForDialog('entries'), keyForDialog('paper')]).toEqual(['m', 'p'])
})
