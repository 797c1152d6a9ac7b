import type { Entry, EntryState } from '../protocol.ts'
import type { Marks } from './kind.ts'
import { createHash } from 'node:crypto'
import { textKey } from '../textKey.ts'
import { isBlocked } from './blocked.ts'

/** What one group of equal ballots says: texts of their own, and ids of entries that they support. */
export interface Said {
  texts: string[]
  supports: string[]
  people: number
}

export interface GroupOptions {
  marks: Marks
  /** Whether an entry waits for the presenter. */
  approve: boolean
  /** Whether an entry with a word of the blocked list waits too. */
  block: boolean
}

/** A short name that a text keeps however it is written: the hash of its key. */
export function entryId(text: string): string {
  return createHash('sha256').update(textKey(text)).digest('base64url').slice(0, 16)
}

const ORDER: Record<EntryState, number> = { spotlight: 0, shown: 1, waiting: 1, answered: 2, hidden: 3 }

/**
 * Groups what people sent after Unicode normalisation and case folding. A person counts once for an entry, however often
 * they wrote or supported it; support for what nobody (any longer) asks counts for nothing.
 */
export function groupEntries(said: Said[], { marks, approve, block }: GroupOptions): Entry[] {
  const groups = new Map<string, { spellings: Map<string, number>, people: number }>()
  const asks = said.map(({ texts }) => new Map(texts.map(text => [entryId(text), text])))
  said.forEach(({ people }, i) => asks[i]?.forEach((text, id) => {
    const group = groups.get(id) ?? { spellings: new Map<string, number>(), people: 0 }
    group.spellings.set(text, (group.spellings.get(text) ?? 0) + people)
    group.people += people
    groups.set(id, group)
  }))
  said.forEach(({ supports, people }, i) => new Set(supports).forEach((id) => {
    const group = groups.get(id)
    if (group && !asks[i]?.has(id))
      group.people += people
  }))

  return [...groups].map(([id, { spellings, people }]): Entry => {
    const [[text] = ['']] = [...spellings].sort(([a, n], [b, m]) => m - n || compare(a, b))
    const state = marks[id] ?? (approve || (block && [...spellings.keys()].some(isBlocked)) ? 'waiting' : 'shown')
    return { id, text, people, state }
  }).sort((a, b) => ORDER[a.state] - ORDER[b.state] || b.people - a.people || compare(a.text, b.text))
}

/** By code unit: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether the room may see an entry. */
export function isVisible({ state }: Entry): boolean {
  return state !== 'waiting' && state !== 'hidden'
}
