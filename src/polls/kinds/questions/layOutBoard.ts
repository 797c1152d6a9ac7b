import type { SpacePx } from '../../../drawing/polls/space.ts'
import type { Entry } from '../../protocol.ts'
import { lineCount } from '../../../drawing/textWidthAnyScript.ts'

export interface BoardDrawing {
  /** The question in the spotlight, with the size of its type in px. */
  spotlight: (Entry & { size: number }) | undefined
  /** The questions that fit, by votes, answered ones last. */
  rows: Entry[]
  /** How many questions do not fit. */
  more: number
}

/** Measures in px (`leading` as a share of the size), the same as in QuestionBoard.vue. */
export const BOARD = {
  size: 18,
  leading: 1.28,
  padding: 11,
  votes: 48,
  moreLine: 28,
  clip: { padding: 34, side: 44, leading: 1.1, below: 14 },
} as const
const SPOTLIGHT_SIZES = [32, 28, 25, 22, 20]
const MAX_SPOTLIGHT_LINES = 3

/**
 * Chooses the questions that fit into a space.
 *
 * @param entries in the order in which the server sends them, the most wanted first
 * @param space for the whole board
 * @param space.width px
 * @param space.height px
 */
export function layOutBoard(entries: Entry[], { width, height }: SpacePx): BoardDrawing {
  const spotlit = entries.find(entry => entry.state === 'spotlight')
  const spotlight = spotlit && { ...spotlit, size: clipSize(spotlit.text, width) }
  const others = entries.filter(entry => entry !== spotlit)
  const free = height - (spotlight ? clipHeight(spotlight, width) : 0)
  const heights = others.map(other => rowHeight(other, width))
  const countFitting = (available: number) => {
    let used = 0
    const end = heights.findIndex(rowPx => (used += rowPx) > available)
    return end === -1 ? others.length : end
  }
  const count = countFitting(free) === others.length ? others.length : countFitting(free - BOARD.moreLine)
  return { spotlight, rows: others.slice(0, count), more: others.length - count }
}

function clipSize(text: string, width: number): number {
  return (
    SPOTLIGHT_SIZES.find(size => lineCount(text, width - BOARD.clip.side, size, true) <= MAX_SPOTLIGHT_LINES)
    ?? SPOTLIGHT_SIZES.at(-1)
    ?? BOARD.size
  )
}

/** Height in px of the clipping that holds the spotlit question, with the gap under it. */
export function clipHeight({ text, size }: { text: string, size: number }, width: number): number {
  const { padding, side, leading, below } = BOARD.clip
  return lineCount(text, width - side, size, true) * size * leading + padding + below
}

/** Height in px of a question in the list. */
export function rowHeight({ text, state }: Entry, width: number): number {
  const shownText = state === 'answered' ? `answered ${text}` : text
  return lineCount(shownText, width - BOARD.votes, BOARD.size) * BOARD.size * BOARD.leading + BOARD.padding
}
