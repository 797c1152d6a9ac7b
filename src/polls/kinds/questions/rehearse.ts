import type { Answer, BoardAnswer, Entry, QuestionsPoll } from '../../protocol.ts'
import type { Random } from '../../random.ts'
import { oneQuestion } from '../../entries/writing.ts'
import { textKey } from '../../textKey.ts'

/** Supported at one visit. */
const MOST_AT_ONCE = 3

/**
 * What somebody has on a question board after another visit: all of before, perhaps a question more, and support for
 * what others ask.
 */
export function nextOnBoard(
  random: Random,
  { max }: QuestionsPoll,
  before: Answer | undefined,
  board: Entry[],
): BoardAnswer {
  const { ask, up } = isBoard(before) ? before : { ask: [], up: [] }
  const own = new Set(ask.map(textKey))
  const others = board.filter(
    entry => entry.state !== 'answered' && !own.has(textKey(entry.text)) && !up.includes(entry.id),
  )
  // What stands on top is read first, and so is supported more.
  const liked = Array.from({ length: MOST_AT_ONCE }, () =>
    random.chance(0.35) ? others[random.weighted(others.map((_, i) => 1 / (i + 3)))]?.id : undefined)
  const next = [...new Set([...up, ...liked.filter(text => text !== undefined)])].sort()

  const isQuiet = ask.length === 0 && next.length === 0
  const question = oneQuestion(random)
  const asks
    = ask.length < max && !own.has(textKey(question)) && (isQuiet || random.chance(ask.length === 0 ? 0.4 : 0.15))
  return { ask: asks ? [...ask, question] : ask, up: next }
}

function isBoard(answer: Answer | undefined): answer is BoardAnswer {
  return typeof answer === 'object' && 'ask' in answer
}
