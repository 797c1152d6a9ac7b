import type { Entry } from '../kinds/base.ts'

/** Entries that go to a screen: more could not be read there. */
export const MAX_ON_SCREEN = 60
/** Entries that the presenter decides on at a time. */
const MAX_MODERATED = 300

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
