import type { Entry, EntryState, WrittenTexts } from '../kinds/base.ts'
import { createHash } from 'node:crypto'
import { textKey } from '../textKey.ts'
import { isBlocked } from './blocked.ts'

/** The texts of equal ballots, and how many people gave such a ballot. */
export interface CountedTexts extends WrittenTexts {
  people: number
}

/** What the presenter has decided about entries, by entry id. */
export type EntryStates = Readonly<Record<string, EntryState>>

export interface GroupOptions {
  states: EntryStates
  /** Whether every entry waits for the presenter's approval. */
  approve: boolean
  /** Whether an entry with a word of the blocked list waits too. */
  block: boolean
}

/** How many texts keep their hash and verdict in memory: enough for a large hall in one session. */
const MAX_MEMOIZED = 50_000

/** The id of an entry: a hash of its key, so that all spellings of one text have the same id. */
export const entryId = memoize(text => createHash('sha256').update(textKey(text)).digest('base64url').slice(0, 16))
const isKnownBlocked = memoize(isBlocked)

const SORT_ORDER: Record<EntryState, number> = { spotlight: 0, shown: 1, waiting: 1, answered: 2, hidden: 3 }

/**
 * Groups texts that are the same after Unicode normalisation and case folding. A person counts once for an entry,
 * however often they wrote or supported it. Support for an entry that nobody asks, or asks any longer, is dropped.
 */
export function groupEntries(written: CountedTexts[], { states, approve, block }: GroupOptions): Entry[] {
  const groups = new Map<string, { spellings: Map<string, number>, people: number }>()
  const asks = written.map(({ texts }) => new Map(texts.map(text => [entryId(text), text])))
  written.forEach(({ people }, i) => asks[i]?.forEach((text, id) => {
    const group = groups.get(id) ?? { spellings: new Map<string, number>(), people: 0 }
    group.spellings.set(text, (group.spellings.get(text) ?? 0) + people)
    group.people += people
    groups.set(id, group)
  }))
  written.forEach(({ supports, people }, i) => new Set(supports).forEach((id) => {
    const group = groups.get(id)
    if (group && !asks[i]?.has(id))
      group.people += people
  }))

  return [...groups].map(([id, { spellings, people }]): Entry => {
    const [[text] = ['']] = [...spellings].sort(([a, n], [b, m]) => m - n || compare(a, b))
    const state = states[id] ?? (approve || (block && [...spellings.keys()].some(isKnownBlocked)) ? 'waiting' : 'shown')
    return { id, text, people, state }
  }).sort((a, b) => SORT_ORDER[a.state] - SORT_ORDER[b.state] || b.people - a.people || compare(a.text, b.text))
}

/** Compares by code unit rather than by locale, so that every machine sorts alike. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Each count goes over all ballots again, and what is computed from a text never changes: so it is computed once. */
function memoize<T>(compute: (text: string) => T): (text: string) => T {
  const cache = new Map<string, T>()
  return (text) => {
    const cached = cache.get(text)
    if (cached !== undefined)
      return cached
    if (cache.size >= MAX_MEMOIZED)
      cache.clear()
    const computed = compute(text)
    cache.set(text, computed)
    return computed
  }
}
