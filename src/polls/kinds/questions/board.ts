import type { Answer, Entry, EntryState } from '../../protocol.ts'
import type { BoardAnswer } from './answer.ts'
import { FORMS } from '../../phoneWords.ts'
import { textKey } from '../../textKey.ts'

/** An entry of the board as one voter sees it. */
export interface BoardRow extends Entry {
  /** Whether this voter asked it too, however they spelt it. */
  isMine: boolean
  supported: boolean
  /** Short words shown beside the text. */
  tags: string[]
}

/** The other states have no tag. */
const STATE_TAGS: Partial<Record<EntryState, string[]>> = { answered: [FORMS.answered], spotlight: [FORMS.spotlight] }

/** A voter's board answer; an empty one for an answer of another shape. */
export function boardAnswerOf(answer: Answer | undefined): BoardAnswer {
  return typeof answer === 'object' && 'ask' in answer ? answer : { ask: [], up: [] }
}

/**
 * The board's entries as one voter sees them, in the board's order.
 *
 * @param entries that the room may see
 * @param answer the voter's
 * @param answer.ask the voter's own questions
 * @param answer.up ids of the entries that the voter supports
 */
export function boardRows(entries: Entry[], { ask, up }: BoardAnswer): BoardRow[] {
  const own = new Set(ask.map(textKey))
  return entries.map((entry) => {
    const same = [entry, ...entry.merged ?? []]
    const isMine = same.some(({ text }) => own.has(textKey(text)))
    return {
      ...entry,
      isMine,
      supported: same.some(({ id }) => up.includes(id)),
      tags: [...(isMine ? [FORMS.yours] : []), ...(STATE_TAGS[entry.state] ?? [])],
    }
  })
}

/** A copy of the answer in which support for an entry is added, or withdrawn if it, or one merged into it, had it. */
export function toggleSupport(
  { ask, up }: BoardAnswer,
  { id, merged = [] }: Pick<Entry, 'id' | 'merged'>,
): BoardAnswer {
  const others = up.filter(supported => supported !== id && !merged.some(other => other.id === supported))
  return { ask, up: others.length < up.length ? others : [...up, id] }
}
