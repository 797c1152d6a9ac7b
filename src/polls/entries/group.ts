import type { Entry, EntryState, MergedEntry, WrittenTexts } from '../kinds/base.ts'
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
  /** Entries that say the same as another: by entry id, the id of the one that they were merged into. */
  merges?: Readonly<Record<string, string>>
}

/** How many texts keep their hash and verdict in memory: enough for a large hall in one session. */
const MAX_MEMOIZED = 50_000

/** The id of an entry: a hash of its key, so that all spellings of one text have the same id. */
export const entryId = memoize(text => createHash('sha256').update(textKey(text)).digest('base64url').slice(0, 16))
const isKnownBlocked = memoize(isBlocked)

const SORT_ORDER: Record<EntryState, number> = { spotlight: 0, shown: 1, waiting: 1, answered: 2, hidden: 3 }

/** The texts of one entry with how many people wrote each, and who counts for it. */
interface Group {
  /** By the id that a text has by itself: the entry's own, and those merged into it. */
  spellings: Map<string, Map<string, number>>
  people: number
}

/**
 * Groups texts that are the same after Unicode normalisation and case folding, and those that a moderator has merged. A
 * person counts once for an entry, however often they wrote or supported it. Support for an entry that nobody asks, or
 * asks any longer, is dropped.
 */
export function groupEntries(written: CountedTexts[], { merges = {}, ...options }: GroupOptions): Entry[] {
  const groups = new Map<string, Group>()
  const asks = written.map(({ texts }) => texts.map((text) => {
    const own = entryId(text)
    return { text, own, id: mergedInto(own, merges) }
  }))
  written.forEach(({ people }, i) => {
    const counted = new Set<string>()
    for (const { text, own, id } of asks[i] ?? []) {
      const group = groups.get(id) ?? { spellings: new Map<string, Map<string, number>>(), people: 0 }
      const spellings = group.spellings.get(own) ?? new Map<string, number>()
      spellings.set(text, (spellings.get(text) ?? 0) + people)
      group.spellings.set(own, spellings)
      group.people += counted.has(id) ? 0 : people
      counted.add(id)
      groups.set(id, group)
    }
  })
  written.forEach(({ supports, people }, i) => {
    for (const id of new Set(supports.map(supported => mergedInto(supported, merges)))) {
      const group = groups.get(id)
      if (group && !asks[i]?.some(asked => asked.id === id))
        group.people += people
    }
  })

  const entries = [...groups].map(([id, group]) => describeGroup(id, group, options))
  return entries.sort((a, b) =>
    SORT_ORDER[a.state] - SORT_ORDER[b.state] || b.people - a.people || compare(a.text, b.text))
}

/** The id of the entry that this one has been merged into, by however many steps; its own where it was not. */
export function mergedInto(id: string, merges: Readonly<Record<string, string>>): string {
  let [root, steps] = [id, 0]
  // No call can merge entries in a circle; should a file hold one all the same, it must not stop the room.
  while (merges[root] !== undefined && steps++ < 10_000)
    root = merges[root] as string
  return root
}

function describeGroup(id: string, { spellings, people }: Group, options: Omit<GroupOptions, 'merges'>): Entry {
  const own = spellings.get(id) ?? [...spellings.values()][0] ?? new Map<string, number>()
  const others = [...spellings].filter(([other, texts]) => other !== id && texts !== own)
  const merged = others.map(([other, texts]): MergedEntry => {
    return { id: other, text: usual(texts), state: stateOf(other, texts, options) }
  }).sort((a, b) => compare(a.text, b.text))
  return {
    id,
    text: usual(own),
    people,
    state: stateOf(id, own, options),
    ...merged.length > 0 && { merged },
  }
}

/** A text as most people wrote it. */
function usual(spellings: Map<string, number>): string {
  return [...spellings].sort(([a, n], [b, m]) => m - n || compare(a, b))[0]?.[0] ?? ''
}

function stateOf(id: string, spellings: Map<string, number>, { states, approve, block }: GroupOptions): EntryState {
  return states[id] ?? (approve || (block && [...spellings.keys()].some(isKnownBlocked)) ? 'waiting' : 'shown')
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
