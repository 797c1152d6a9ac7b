import type { Marks } from '../kinds/rules.ts'
import type { Entry, EntryState } from '../protocol.ts'
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

/** Entries that go to a screen: more could not be read there. */
export const MAX_ON_SCREEN = 60
/** Entries that the presenter decides on at a time. */
const MAX_MODERATED = 300
/** Texts of which is remembered what was worked out: those of a large hall in one session. */
const MAX_REMEMBERED = 50_000

/** A short name that a text keeps however it is written: the hash of its key. */
export const entryId = remembered(text => createHash('sha256').update(textKey(text)).digest('base64url').slice(0, 16))
const isKnownBlocked = remembered(isBlocked)

const ORDER: Record<EntryState, number> = { spotlight: 0, shown: 1, waiting: 1, answered: 2, hidden: 3 }

/**
 * Groups what people sent after Unicode normalisation and case folding. A person counts once for an entry, however
 * often they wrote or supported it; support for what nobody (any longer) asks counts for nothing.
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
    const state = marks[id] ?? (approve || (block && [...spellings.keys()].some(isKnownBlocked)) ? 'waiting' : 'shown')
    return { id, text, people, state }
  }).sort((a, b) => ORDER[a.state] - ORDER[b.state] || b.people - a.people || compare(a.text, b.text))
}

/** By code unit: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The entries that the room may see, as many as fit its screen. */
export function forRoom(entries: Entry[], max: number): Entry[] {
  return entries.filter(({ state }) => state !== 'waiting' && state !== 'hidden').slice(0, max)
}

/**
 * The entries that the presenter decides on: all that the room sees, or one could not be taken off the screen; then
 * those that wait, or approving some would never bring up the next; then the others.
 *
 * @param entries in their order, which stays
 */
export function forPresenter(entries: Entry[]): Entry[] {
  const first = [...forRoom(entries, MAX_ON_SCREEN), ...entries.filter(entry => entry.state === 'waiting'), ...entries]
  const chosen = new Set([...new Set(first)].slice(0, MAX_MODERATED))
  return entries.filter(entry => chosen.has(entry))
}

/** All ballots are counted over and over, and what there is to know about a text stays the same. */
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
