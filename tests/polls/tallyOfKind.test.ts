import type { ChoiceTally } from '../../src/polls/kinds/choice/answer.ts'
import { expect, it } from 'vitest'
import { earlierTallyOfKind, tallyOfKind } from '../../src/polls/tallyOfKind.ts'

const tally: ChoiceTally = { kind: 'choice', people: 2, counts: { a: 2 } }
const earlier: ChoiceTally = { kind: 'choice', people: 1, counts: { a: 1 } }

it('finds the tally of this vote and of the one before', () => {
  expect(tallyOfKind({ tally }, 'choice')).toBe(tally)
  expect(earlierTallyOfKind({ earlier }, 'choice')).toBe(earlier)
})

it.each<[what: string, found: unknown]>([
  ['before the deck has heard of the room', tallyOfKind(undefined, 'choice')],
  ['while it is hidden', tallyOfKind({}, 'choice')],
  ['of a poll that was of another kind', tallyOfKind({ tally }, 'scale')],
  ['of the vote before, of a poll without one', earlierTallyOfKind({}, 'choice')],
  ['of the vote before, when the poll was of another kind', earlierTallyOfKind({ earlier }, 'rank')],
])('finds no tally %s', (_, found) => {
  expect(found).toBeUndefined()
})
