import type { Answer, Entry, EntryState } from '../../protocol.ts'
import type { BoardAnswer } from './answer.ts'
import { textKey } from '../../textKey.ts'

/** An entry of the board as one voter sees it. */
export interface BoardRow extends Entry {
  /** Whether this voter asked it too, however they spelt it. */
  isMine: boolean
  supported: boolean
  /** What is to be said beside the text. */
  tags: string[]
}

/** Other states need no word. */
const STATE_TAGS: Partial<Record<EntryState, string[]>> = { answered: ['answered'], spotlight: ['being answered'] }

/** All that a voter has on a board; nothing for an answer of another shape. */
export function boardOf(answer: Answer | undefined): BoardAnswer {
  return typeof answer === 'object' && 'ask' in answer ? answer : { ask: [], up: [] }
}

/** The board's entries in its order. */
export function boardRows(entries: Entry[], { ask, up }: BoardAnswer): BoardRow[] {
  const own = new Set(ask.map(textKey))
  return entries.map((entry) => {
    const isMine = own.has(textKey(entry.text))
    return {
      ...entry,
      isMine,
      supported: up.includes(entry.id),
      tags: [...(isMine ? ['yours'] : []), ...(STATE_TAGS[entry.state] ?? [])],
    }
  })
}

/** The ballot after support for an entry was given or withdrawn. */
export function supporting({ ask, up }: BoardAnswer, id: string): BoardAnswer {
  return { ask, up: up.includes(id) ? up.filter(text => text !== id) : [...up, id] }
}
