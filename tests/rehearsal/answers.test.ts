import type { Poll } from '../../src/polls/pollsFile.ts'
import type { Answer, PublicPoll } from '../../src/polls/protocol.ts'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { answerList } from '../../src/polls/ballot/draft.ts'
import { tallyOf } from '../../src/polls/counting.ts'
import { checkAnswer } from '../../src/polls/kinds/rules.ts'
import { sureIn } from '../../src/polls/kinds/sureAnswer.ts'
import { publicPoll, readPolls } from '../../src/polls/pollsFile.ts'
import { answerTo, sameQuestion } from '../../src/rehearsal/answers.ts'
import { personOf } from '../../src/rehearsal/people.ts'
import { EVERY_KIND } from '../room/support/everyKind.ts'
import { pollsFile, tempFolder } from '../room/support/testRoom.ts'

const optionsOf = (letters: string) =>
  `[${[...letters].map(letter => `{ id: ${letter.toLowerCase()}, text: ${letter} }`).join(', ')}]`

/**
 * What EVERY_KIND has not: narrow bounds, axes from 0 and below, as few options and as many texts as there may be, a
 * pair.
 */
const EDGES = `
- { id: narrow, kind: estimate, question: How many?, min: 1, max: 1.001 }
- { id: uneven, kind: estimate, question: How much?, min: 0.5, max: 99.5, log: false }
- { id: below, kind: estimate, question: How much?, min: -40, max: 3, log: false }
- { id: tiny, kind: estimate, question: How little?, min: 0.000001, max: 1000000 }
- { id: two, kind: choice, question: Which?, several: true, options: [{ id: a, text: A }, { id: b, text: B }] }
- { id: pair, kind: rank, question: Which first?, options: [{ id: a, text: A }, { id: b, text: B }] }
- { id: five, kind: words, question: Words?, max: 5 }
- { id: one, kind: words, question: One?, max: 1 }
- { id: single, kind: questions, question: One question?, max: 1 }
- { id: opinion, kind: choice, question: What explains it?, options: ${optionsOf('ABCDE')} }
- { id: opinion-after, kind: choice, question: And now?, pair: opinion, options: ${optionsOf('ABCDE')} }
- { id: quiz, kind: choice, question: Which is right?, options: ${optionsOf('ABCD')}, answer: [b] }
`
const folder = tempFolder(afterAll)
const deckPolls = readPolls(inRoot('polls.yaml'))
const polls = [
  ...readPolls(pollsFile(folder, EVERY_KIND)),
  ...readPolls(pollsFile(folder, EDGES)),
  ...deckPolls.map(deckPoll => ({ ...deckPoll, id: `own-${deckPoll.id}` })),
]
const pollOf = (id: string): Poll => {
  const found = polls.find(poll => poll.id === id)
  if (!found)
    throw new Error(`no poll ${id}`)
  return found
}

/** What somebody says turn by turn in one round. */
function turnsOf(
  poll: Poll,
  seed: number,
  index: number,
  { round = 1, turns = 3, before }: { round?: number, turns?: number, before?: Answer } = {},
): Answer[] {
  const said: Answer[] = []
  for (let turn = 0; turn < turns; turn++)
    said.push(answerTo(personOf(seed, index), publicPoll(poll), { round, turn, before: said.at(-1) ?? before }))
  return said
}
const crowd = (poll: Poll, people: number, round = 1, seed = 4) =>
  Array.from({ length: people }, (_, i) => turnsOf(poll, seed, i, { round, turns: 1 })[0] as Answer)

describe.each(polls.map(poll => [poll.id, poll.kind, poll] as const))(
  'answers to %s, a poll of kind %s',
  (_, __, poll) => {
    it('are accepted by the room, in the form in which it keeps them', () => {
      fc.assert(
        fc.property(fc.nat(), fc.nat(5000), fc.integer({ min: 1, max: 4 }), (seed, index, round) => {
          for (const answer of turnsOf(poll, seed, index, { round }))
            expect(checkAnswer(poll, answer)).toEqual({ answer })
        }),
        { numRuns: 60 },
      )
    })

    it('are the same for the same seed, and differ for another', () => {
      const all = (seed: number) => Array.from({ length: 20 }, (_, i) => turnsOf(poll, seed, i))
      expect(all(21)).toEqual(all(21))
      expect(all(22)).not.toEqual(all(21))
    })
  },
)

// Another visit to a board may leave everything as it was.
it.each(polls.filter(poll => poll.kind !== 'questions').map(poll => [poll.id, poll] as const))(
  'a changed mind about %s says something else',
  (_, poll) => {
    const pairs = Array.from({ length: 200 }, (_, i) => turnsOf(poll, 6, i, { turns: 2 }))
    expect(
      pairs.filter(([first, second]) => JSON.stringify(first) !== JSON.stringify(second)).length / pairs.length,
    ).toBeGreaterThan(0.95)
  },
)

describe('a crowd', () => {
  it.each(['pick', 'point', 'order', 'word'])('has more than one opinion on %s, and favourites', (id) => {
    const people = 400
    const times = Object.values(Object.groupBy(crowd(pollOf(id), people), answer => JSON.stringify(answer))).map(
      item => item?.length ?? 0,
    )
    expect(times.length).toBeGreaterThan(1)
    expect(Math.max(...times) / people).toBeGreaterThan(1.1 / times.length)
  })

  it('has favourites, which differ for another seed', () => {
    const firsts = Array.from({ length: 30 }, (_, seed) => {
      const tally = tallyOf(
        pollOf('opinion'),
        crowd(pollOf('opinion'), 80, 1, seed).map(answer => ({ answer, people: 1 })),
      )
      return tally.kind === 'choice' ? Object.entries(tally.counts).toSorted(([, a], [, b]) => b - a)[0]?.[0] : ''
    })
    expect(new Set(firsts).size).toBeGreaterThan(2)
  })

  it('agrees more after it has talked', () => {
    const top = (round: number, seed: number) => {
      const tally = tallyOf(
        pollOf('quiz'),
        crowd(pollOf('quiz'), 200, round, seed).map(answer => ({ answer, people: 1 })),
      )
      return tally.kind === 'choice' ? Math.max(...Object.values(tally.counts)) : Number.NaN
    }
    for (const seed of [1, 2, 3])
      expect(top(2, seed)).toBeGreaterThan(top(1, seed))
  })

  it('keeps its answer in about every second case, from one vote to the next', () => {
    const stays
      = Array.from(
        { length: 400 },
        (_, i) => turnsOf(pollOf('opinion-after'), 6, i, { before: ['d'], turns: 1 })[0],
      ).filter(answer => JSON.stringify(answer) === '["d"]').length / 400
    expect(stays).toBeGreaterThan(0.55)
    expect(stays).toBeLessThan(0.85)
  })

  it('fills an estimate’s axis around its middle, most of it with round numbers', () => {
    const given = crowd(pollOf('cost'), 400).filter(answer => typeof answer === 'number')
    expect(given.filter(value => value > 100).length / given.length).toBeCloseTo(0.5, 0.5)
    expect(given.filter(value => value > 10 && value < 1000).length / given.length).toBeGreaterThan(0.7)
    expect(given.filter(value => Number(value.toPrecision(1)) === value).length / given.length).toBeGreaterThan(0.2)
  })

  it('does not leave an estimate’s bounds for a round number', () => {
    // 100 is rounder than anything above 98.5, and near enough.
    const given = [1, 2, 3, 4]
      .flatMap(seed => crowd(pollOf('uneven'), 2000, 1, seed))
      .filter(answer => typeof answer === 'number')
    expect(Math.max(...given)).toBeGreaterThan(98)
    expect(given.filter(value => value < 0.5 || value > 99.5)).toEqual([])
  })

  it('ticks several options where it may, and at least one', () => {
    const sizes = crowd(pollOf('many'), 200).map(answer => Array.isArray(answer) ? answer.length : 0)
    expect(new Set(sizes)).toEqual(new Set([1, 2, 3]))
  })
})

describe('what one answer fits', () => {
  const question = (id: string, round = 1) => sameQuestion(publicPoll(pollOf(id)) as PublicPoll, round)

  it('are the rounds of a poll, and its pair with the same options', () => {
    expect(question('opinion-after')).toBe(question('opinion'))
    for (const poll of deckPolls) {
      if (poll.kind === 'choice' && poll.pair !== undefined)
        expect(question(`own-${poll.id}`)).toBe(question(`own-${poll.pair}`))
    }
    expect(question('pick', 2)).toBe(question('pick'))
    expect(question('order', 2)).toBe(question('order'))
  })

  it('are not other options, several for one, or a board’s next round', () => {
    expect(question('pick')).not.toBe(question('quiz'))
    // Both have the options a and b.
    expect(question('two')).not.toBe(question('pair'))
    expect(question('board', 2)).not.toBe(question('board'))
  })
})

describe('how sure a rehearsed crowd is', () => {
  const QUIZ = `
- id: knew
  kind: choice
  question: And is that so?
  answer: [a]
  confidence: true
  options: ${optionsOf('ABCD')}
`
  const [quiz = expect.unreachable()] = readPolls(pollsFile(tempFolder(afterAll), QUIZ))

  it('is not said by all, and more often of what most others answer', () => {
    const said = crowd(quiz, 2000).map(answer => ({ option: answerList(answer)[0] ?? '', sure: sureIn(answer) }))
    const peopleOf = (id: string) => said.filter(({ option }) => option === id).length
    const byPeople = ['a', 'b', 'c', 'd'].sort((one, other) => peopleOf(other) - peopleOf(one))
    const shareSure = (id: string | undefined) => {
      const own = said.filter(({ option, sure }) => option === id && sure !== undefined)
      return own.filter(({ sure }) => sure).length / own.length
    }
    expect(shareSure(byPeople[0])).toBeGreaterThan(shareSure(byPeople.at(-1)) + 0.05)
    const silent = said.filter(({ sure }) => sure === undefined).length / said.length
    expect(silent).toBeGreaterThan(0.1)
    expect(silent).toBeLessThan(0.2)
  })
})
