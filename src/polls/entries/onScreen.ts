import type { BaseEntriesTally, Entry, EntryState } from '../kinds/base.ts'

/** How many entries are sent to a screen: more could not be read there. */
export const MAX_ON_SCREEN = 60
/** How many entries the presenter's list holds at a time. */
const MAX_MODERATED = 300

const isVisible = ({ state }: { state?: EntryState }): boolean => state !== 'waiting' && state !== 'hidden'
const visibleOf = (entries: Entry[]): Entry[] => entries.filter(isVisible)

/**
 * The entries that the room may see, at most `max`. Of what was merged into one it learns what it might see by itself.
 *
 * @param from how many are left out at the beginning
 */
export function forRoom(entries: Entry[], max: number, from = 0): Entry[] {
  return visibleOf(entries).slice(from, from + max).map(({ merged = [], ...entry }) => {
    const seen = merged.filter(isVisible).map(({ id, text }) => ({ id, text }))
    return seen.length > 0 ? { ...entry, merged: seen } : entry
  })
}

/** The entries of a tally, at most `max`, with the number of those that are left out. */
export function listForRoom(entries: Entry[], max: number): Pick<BaseEntriesTally, 'entries' | 'more'> {
  const left = visibleOf(entries).slice(max)
  const answered = countStates(left).answered ?? 0
  const more = { shown: left.length - answered, answered }
  return { entries: forRoom(entries, max), ...left.length > 0 && { more } }
}

/** How many entries of a tally may be seen and are not listed in it. */
export function countUnlisted(tally: Pick<BaseEntriesTally, 'more'> | undefined): number {
  return tally?.more ? tally.more.shown + tally.more.answered : 0
}

/** How many entries a tally has, listed or not. */
export function countVisible(tally: Pick<BaseEntriesTally, 'entries' | 'more'>): number {
  return tally.entries.length + countUnlisted(tally)
}

/** How many of a tally's entries are marked as answered, listed or not. */
export function countAnswered({ entries, more }: Pick<BaseEntriesTally, 'entries' | 'more'>): number {
  return (countStates(entries).answered ?? 0) + (more?.answered ?? 0)
}

/** Whether one of the entries is in the spotlight. */
export function hasSpotlight(tally: Pick<BaseEntriesTally, 'entries'> | undefined): boolean {
  return tally?.entries.some(entry => entry.state === 'spotlight') ?? false
}

/** How many entries there are in each state. */
export function countStates(entries: readonly Entry[]): Partial<Record<EntryState, number>> {
  const counts: Partial<Record<EntryState, number>> = {}
  for (const { state } of entries)
    counts[state] = (counts[state] ?? 0) + 1
  return counts
}

/**
 * The entries for the presenter's list, where there are too many for all of them. Those that the room sees come first:
 * the presenter must be able to hide any of them. Then those that wait, so that approving some brings up the next. Then
 * the others.
 *
 * @param entries their order is kept
 */
export function forPresenter(entries: Entry[]): Entry[] {
  const seen = visibleOf(entries).slice(0, MAX_ON_SCREEN)
  const first = [...seen, ...entries.filter(entry => entry.state === 'waiting'), ...entries]
  const chosen = new Set([...new Set(first)].slice(0, MAX_MODERATED))
  return entries.filter(entry => chosen.has(entry))
}
