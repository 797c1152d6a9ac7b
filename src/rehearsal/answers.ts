import type {
  Answer,
  ChoicePoll,
  Entry,
  EstimatePoll,
  PollOption,
  PublicPoll,
  RankPoll,
  ScalePoll,
} from '../polls/protocol.ts'
import type { Random } from '../polls/random.ts'
import type { Person } from './people.ts'
import { severalWords } from '../polls/entries/writing.ts'
import { placeOf, valueAt } from '../polls/kinds/estimate/axis.ts'
import { nextOnBoard } from '../polls/kinds/questions/rehearse.ts'
import { createRandom } from '../polls/random.ts'

export interface AnswerOptions {
  round: number
  /** Answers that this person has given in this round. */
  turn: number
  /** What they last said to the same question, as `sameQuestion` has it. */
  before?: Answer | undefined
  /** Entries on a question board, as far as a phone may see them. */
  board?: Entry[] | undefined
}

/** Share that stays with its answer through a discussion, or from a poll to its pair. */
const STAYS = 0.55

/**
 * What somebody answers, in the form in which a room keeps it.
 * The crowd's taste differs from poll to poll, and people differ from the crowd.
 */
export function answerTo(person: Person, poll: PublicPoll, options: AnswerOptions): Answer {
  const { round, turn, before } = options
  const random = createRandom(person.seed, 'answer', person.index, poll.id, round, turn)
  if (poll.kind === 'questions')
    return nextOnBoard(random, poll, before, options.board ?? [])
  if (turn === 0 && before !== undefined && poll.kind === 'choice' && random.chance(STAYS))
    return before
  const taste = createRandom(person.seed, 'taste', poll.id)
  const draw = drawing(poll, taste, random, round)
  if (turn === 0)
    return draw()
  // A changed mind says something else, if there is something else to say.
  const drawn = Array.from({ length: 9 }, draw)
  return drawn.find(answer => JSON.stringify(answer) !== JSON.stringify(before)) ?? draw()
}

function drawing(
  poll: Exclude<PublicPoll, { kind: 'questions' }>,
  taste: Random,
  random: Random,
  round: number,
): () => Answer {
  switch (poll.kind) {
    case 'choice': return choosing(poll, popularity(poll.options, taste, round), random)
    case 'scale': return rating(poll, taste, random)
    case 'estimate': return estimating(poll, taste, random)
    case 'words': return () => severalWords(random, 1 + random.weighted([5, 3, 2, 1, 1].slice(0, poll.max)))
    case 'rank': return ranking(poll, taste, random)
  }
}

/** A few favourites and a tail, as Zipf's law has it; people who have talked agree more. */
function popularity(options: PollOption[], taste: Random, round: number): number[] {
  const places = taste.shuffled(options.map((_, place) => place + 1))
  return places.map(place => place ** (round > 1 ? -1.7 : -0.9))
}

function choosing({ options, several }: ChoicePoll, weights: number[], random: Random): () => Answer {
  return () => {
    const chosen = random.weighted(weights)
    return options
      .map(option => option.id)
      .filter((_, i) => i === chosen || (several && random.chance(0.6 * (weights[i] ?? 0))))
  }
}

function rating({ confidence }: ScalePoll, taste: Random, random: Random): () => Answer {
  const mean = 2.2 + 1.7 * taste.next()
  return () => {
    const value = Math.min(5, Math.max(1, Math.round(mean + random.normal())))
    // Those at the ends are surer of it.
    return confidence ? { value, sure: random.chance(0.3 + 0.2 * Math.abs(value - 3)) } : value
  }
}

/** Normal on the poll's own axis: log-normal around the geometric middle where that is logarithmic. */
function estimating(poll: EstimatePoll, taste: Random, random: Random): () => Answer {
  const middle = 0.5 + 0.06 * taste.normal()
  return () => {
    const place = Math.min(0.99, Math.max(0.01, middle + 0.16 * random.normal()))
    const value = valueAt(poll, place)
    // People like round numbers, as long as they say about the same.
    const rounded = [1, 2, 3].slice(random.chance(0.6) ? 0 : 1).map(digits => Number(value.toPrecision(digits)))
    return (
      rounded.find(number => number >= poll.min && number <= poll.max && Math.abs(placeOf(poll, number) - place) < 0.02)
      ?? value
    )
  }
}

/** Everybody's own order is the common one, blurred (L. L. Thurstone, "A law of comparative judgment", 1927). */
function ranking({ options }: RankPoll, taste: Random, random: Random): () => Answer {
  const common = taste.shuffled(options.map(option => option.id))
  return () =>
    common
      .map((id, place) => ({ id, at: place + 1.2 * random.normal() }))
      .sort((a, b) => a.at - b.at)
      .map(item => item.id)
}

/**
 * What one answer fits: rounds of one poll, and single choices among the same options. A board starts anew each round.
 */
export function sameQuestion(poll: PublicPoll, round: number): string {
  if (poll.kind === 'choice' && !poll.several)
    return `choice ${poll.options.map(option => option.id).sort().join(' ')}`
  return poll.kind === 'questions' ? `${poll.id} ${round}` : poll.id
}
