import type { Answer, Entry, PublicPoll } from '../polls/protocol.ts'
import type { Person } from './people.ts'
import { rehearsalOf } from '../polls/kinds/rehearsal.ts'
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

/** Draws in which a changed mind finds something else to say, if there is something else. */
const DRAWS = 9

/**
 * What somebody answers, in the form in which a room keeps it.
 * The crowd's taste differs from poll to poll, and people differ from the crowd.
 */
export function answerTo(person: Person, poll: PublicPoll, options: AnswerOptions): Answer {
  const { round, turn, before, board = [] } = options
  const { staysShare, buildsOnBefore, draw } = rehearsalOf(poll.kind)
  const random = createRandom(person.seed, 'answer', person.index, poll.id, round, turn)
  if (turn === 0 && before !== undefined && staysShare > 0 && random.chance(staysShare))
    return before
  const taste = createRandom(person.seed, 'taste', poll.id)
  const next = draw(poll, { random, taste, round, before, board })
  if (turn === 0 || buildsOnBefore)
    return next()
  const drawn = Array.from({ length: DRAWS }, next)
  return drawn.find(answer => JSON.stringify(answer) !== JSON.stringify(before)) ?? next()
}

/** Names the question that one answer fits, see `KindRehearsal.questionKey`. */
export function sameQuestion(poll: PublicPoll, round: number): string {
  return rehearsalOf(poll.kind).questionKey(poll, round)
}
