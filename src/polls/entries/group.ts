import type { Entry, EntryState, WrittenTexts } from '../kinds/base.ts'
import { createHash } from 'node:crypto'
import { textKey } from '../textKey.ts'
import { isBlocked } from './blocked.ts'

/** What is written in equal ballots, and how many people gave them. */
export interface CountedTexts extends WrittenTexts {
  people: number
}

/** What the presenter has decided about entries, by entry id. */
export type EntryStates = Readonly<Record<string, EntryState>>

export interface GroupOptions {
  states: EntryStates
  /** Whether an entry waits for the presenter. */
  approve: boolean
  /** Whether an entry with a word of the blocked list waits too. */
  block: boolean
}

/** Texts whose hash and verdict are remembered: enough for a large hall in one session. */
const MAX_REMEMBERED = 50_000

/** A short name that a text keeps however it is written: the hash of its key. */
export const entryId = remembered(text => createHash('sha256').update(textKey(text)).digest('base64url').slice(0, 16))
const isKnownBlocked = remembered(isBlocked)

const ORDER: Record<EntryState, number> = { spotlight: 0, shown: 1, waiting: 1, answered: 2, hidden: 3 }

/**
 * Groups what people sent after Unicode normalisation and case folding. A person counts once for an entry, however
 * often they wrote or supported it; support for what nobody (any longer) asks counts for nothing.
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
  }).sort((a, b) => ORDER[a.state] - ORDER[b.state] || b.people - a.people || compare(a.text, b.text))
}

/** By code unit: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Keeps what was worked out about a text: every count goes over all ballots again, and the result stays the same. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined)
      return before
    if (known.size >= MAX_REMEMBERED)
      known.clear()
    const value = work(text)
    known.set(text, value)
    return value
  }
}
