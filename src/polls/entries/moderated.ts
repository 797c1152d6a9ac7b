import type { Entry, EntryState } from '../kinds/base.ts'
import { textKey } from '../textKey.ts'

/** What a moderator asks for. */
export interface EntriesWanted {
  /** Only entries that hold this text, or in which one was merged that does; empty for all. */
  search?: string
  /** Only entries in these states; left out for all. */
  states?: readonly EntryState[]
  /** How many at most. */
  count: number
}

/**
 * A part of what people wrote, for a moderator: those that wait first, then the newest first.
 *
 * @param entries all of a round
 * @param arrivals when each came first, by entry id: any numbers that grow
 */
export function listForModerator(
  entries: readonly Entry[],
  arrivals: ReadonlyMap<string, number>,
  { search = '', states, count }: EntriesWanted,
): { entries: Entry[], found: number } {
  const wanted = searchKey(search)
  const found = entries.filter(entry => (!states || states.includes(entry.state))
    && (wanted === '' || [entry, ...entry.merged ?? []].some(({ text }) => searchKey(text).includes(wanted))))
  const arrived = (entry: Entry) =>
    Math.min(...[entry, ...entry.merged ?? []].map(({ id }) => arrivals.get(id) ?? Infinity))
  const rank = ({ state }: Entry) => state === 'waiting' ? 0 : 1
  const sorted = found.map(entry => ({ entry, at: arrived(entry) }))
    .sort((a, b) => rank(a.entry) - rank(b.entry) || b.at - a.at || 0)
  return { entries: sorted.slice(0, count).map(({ entry }) => entry), found: found.length }
}

/** Folded as entries are; a text of punctuation alone is searched as it stands. */
function searchKey(text: string): string {
  return textKey(text) || text.trim()
}
