import type { Space } from '../../../drawing/polls/space.ts'
import type { Entry } from '../../protocol.ts'
import { lineCount } from '../../../drawing/textWidthAnyScript.ts'

export interface Board {
  /** The one in the spotlight, and the size of its type in px. */
  spotlight: (Entry & { size: number }) | undefined
  /** By votes, answered ones last. */
  rows: Entry[]
  /** Questions for which there is no room. */
  more: number
}

/** px, as QuestionBoard.vue sets them. */
export const BOARD = {
  size: 18,
  leading: 1.28,
  padding: 11,
  votes: 48,
  moreLine: 28,
  clip: { padding: 34, side: 44, leading: 1.1, below: 14 },
} as const
const SPOTLIGHT_SIZES = [32, 28, 25, 22, 20]
const FEW_LINES = 3

/** What of a question board fits, best wanted first; the server has put them in order. */
export function boardOf(entries: Entry[], { width, height }: Space): Board {
  const lit = entries.find(entry => entry.state === 'spotlight')
  const spotlight = lit && { ...lit, size: clipSize(lit.text, width) }
  const others = entries.filter(entry => entry !== lit)
  const free = height - (spotlight ? clipHeight(spotlight, width) : 0)
  const heights = others.map(other => rowHeight(other, width))
  const fitting = (room: number) => {
    let used = 0
    const end = heights.findIndex(value => (used += value) > room)
    return end === -1 ? others.length : end
  }
  const count = fitting(free) === others.length ? others.length : fitting(free - BOARD.moreLine)
  return { spotlight, rows: others.slice(0, count), more: others.length - count }
}

function clipSize(text: string, width: number): number {
  return (
    SPOTLIGHT_SIZES.find(spotlightSize => lineCount(text, width - BOARD.clip.side, spotlightSize, true) <= FEW_LINES)
    ?? SPOTLIGHT_SIZES.at(-1)
    ?? BOARD.size
  )
}

/** px that the clipping takes with what is under it. */
export function clipHeight({ text, size }: { text: string, size: number }, width: number): number {
  const { padding, side, leading, below } = BOARD.clip
  return lineCount(text, width - side, size, true) * size * leading + padding + below
}

/** px that a question takes in the list. */
export function rowHeight({ text, state }: Entry, width: number): number {
  const said = state === 'answered' ? `answered ${text}` : text
  return lineCount(said, width - BOARD.votes, BOARD.size) * BOARD.size * BOARD.leading + BOARD.padding
}
