import type { Entry } from '../kinds/base.ts'

/** How many entries are sent to a screen: more could not be read there. */
export const MAX_ON_SCREEN = 60
/** How many entries the presenter's list holds at a time. */
const MAX_MODERATED = 300

/** The entries that the room may see, at most `max`. */
export function forRoom(entries: Entry[], max: number): Entry[] {
  return entries.filter(({ state }) => state !== 'waiting' && state !== 'hidden').slice(0, max)
}

/**
 * The entries for the presenter's list, where there are too many for all of them. Those that the room sees come first:
 * the presenter must be able to hide any of them. Then those that wait, so that approving some brings up the next. Then
 * the others.
 *
 * @param entries their order is kept
 */
export function forPresenter(entries: Entry[]): Entry[] {
  const first = [...forRoom(entries, MAX_ON_SCREEN), ...entries.filter(entry => entry.state === 'waiting'), ...entries]
  const chosen = new Set([...new Set(first)].slice(0, MAX_MODERATED))
  return entries.filter(entry => chosen.has(entry))
}
