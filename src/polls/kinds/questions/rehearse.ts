import type { Random } from '../../random.ts'
import type { Entry } from '../base.ts'
import type { KindRehearsal } from '../faces.ts'
import type { BoardAnswer, QuestionsPoll } from './answer.ts'
import { drawQuestion } from '../../entries/writing.ts'
import { textKey } from '../../textKey.ts'
import { isBoardAnswer } from './answer.ts'

export const questionsRehearsal: KindRehearsal<QuestionsPoll, BoardAnswer> = {
  medianMs: 20_000,
  // People come back to a board now and then.
  maxTurns: 5,
  againShare: 0.7,
  staysShare: 0,
  buildsOnBefore: true,
  draw: (poll, { random, before, board }) => () => nextOnBoard(random, poll, before, board),
  // Each round starts with an empty board.
  questionKey: ({ id }, round) => `${id} ${round}`,
}

/** Most questions that somebody supports at one visit. */
const MAX_SUPPORTED_AT_ONCE = 3

/**
 * What somebody has on a question board after another visit: everything they had before, perhaps one more question, and
 * support for questions of others.
 */
export function nextOnBoard(
  random: Random,
  { max }: QuestionsPoll,
  before: unknown,
  board: Entry[],
): BoardAnswer {
  const { ask, up } = isBoardAnswer(before) ? before : { ask: [], up: [] }
  const own = new Set(ask.map(textKey))
  const others = board.filter(
    entry => entry.state !== 'answered' && !own.has(textKey(entry.text)) && !up.includes(entry.id),
  )
  // The questions on top are read first, and so get more support.
  const liked = Array.from({ length: MAX_SUPPORTED_AT_ONCE }, () =>
    random.chance(0.35) ? others[random.weighted(others.map((_, i) => 1 / (i + 3)))]?.id : undefined)
  const next = [...new Set([...up, ...liked.filter(id => id !== undefined)])].sort()

  const isQuiet = ask.length === 0 && next.length === 0
  const question = drawQuestion(random)
  const asks
    = ask.length < max && !own.has(textKey(question)) && (isQuiet || random.chance(ask.length === 0 ? 0.4 : 0.15))
  return { ask: asks ? [...ask, question] : ask, up: next }
}
