import { expect, it } from 'vitest'
import { DECK_KEYS, HELP_KEY, POLL_KEYS } from '../../composables/pollKeys.ts'

/** What Slidev 53 does by itself. */
const SLIDEV = ['d', 'o', 'g', 'f', '`', ' ', 'enter', 'escape', 'shift']

it('has no key twice, and none of Slidev’s', () => {
  const keys = [...POLL_KEYS.map(it => it.key), HELP_KEY]
  expect(keys.filter((it, i) => keys.indexOf(it) !== i)).toEqual([])
  expect(keys.filter(it => SLIDEV.includes(it) || DECK_KEYS.some(({ key }) => key === it))).toEqual([])
})
