import { expect, it } from 'vitest'
import { root } from '../../src/cli/paths.ts'
import { readDeck } from '../../src/deck/deck.ts'
import { solutionOf } from '../../src/polls/pollsFile.ts'
import { pollsOn, voteOf } from '../deck/support/deckPolls.ts'

const polls = pollsOn(await readDeck(root))

/** What the tests of the deck in a browser pass over where a story has no such poll. */
it('asks on its slides all that the tests of a show can present', () => {
  expect(new Set(polls.map(poll => poll.kind))).toEqual(
    new Set(['choice', 'scale', 'estimate', 'words', 'rank', 'points', 'grid', 'questions']),
  )
  expect(polls.some(poll => poll.kind === 'scale' && poll.confidence)).toBe(true)
  expect(polls.some(poll => poll.kind === 'estimate' && poll.reference)).toBe(true)
  expect(polls.some(poll => poll.kind === 'words' && !poll.approve)).toBe(true)
  expect(polls.some(poll => poll.kind === 'questions' && poll.auto && !poll.approve)).toBe(true)
  expect(polls.flatMap(poll => solutionOf(poll).right?.[0] ?? []).length).toBeGreaterThan(0)
})

it('has the bill to vote on, with a talk in between', () => {
  const vote = voteOf(polls)
  expect(vote).toMatchObject({
    id: 'bill',
    discuss: 60,
    right: { id: 'last-run' },
    first: { id: 'last-run' },
    second: { id: 'r1' },
    third: { id: 'all-of-it' },
  })
})
