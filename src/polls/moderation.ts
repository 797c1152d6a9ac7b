import type { Entry, EntryState, PollKind } from './protocol.ts'
import { countStates } from './entries/onScreen.ts'

/** Entries under one heading of the presenter's list. */
export interface EntryGroup {
  title: string
  entries: Entry[]
  /** How many there are, also of those that the list does not hold. */
  count: number
}

/** What the presenter can do with an entry. */
export interface EntryAction {
  to: EntryState
  text: string
}

/**
 * Groups entries by state for the presenter's list, those that wait first; empty groups are left out.
 *
 * @param entries of one poll, as many as the list holds
 * @param isSeen whether the room sees this poll's entries now
 * @param counts how many there are in each state; by default those of the list
 */
export function groupEntriesByState(
  entries: readonly Entry[],
  isSeen: boolean,
  counts: Partial<Record<EntryState, number>> = countStates(entries),
): EntryGroup[] {
  const groups: [title: string, states: EntryState[]][] = [
    ['Waiting for you', ['waiting']],
    [isSeen ? 'On the screen' : 'Will be shown', ['spotlight', 'shown', 'answered']],
    ['Hidden', ['hidden']],
  ]
  return groups
    .map(([title, states]) => ({
      title,
      entries: entries.filter(entry => states.includes(entry.state)),
      count: states.reduce((sum, state) => sum + (counts[state] ?? 0), 0),
    }))
    .filter(group => group.count > 0)
}

/**
 * The actions for an entry. Words can be shown or hidden; questions also put in the spotlight or marked as answered.
 */
export function entryActions({ state }: Pick<Entry, 'state'>, kind: PollKind): EntryAction[] {
  if (state === 'waiting' || state === 'hidden')
    return [{ to: 'shown', text: 'Show' }, ...(state === 'waiting' ? [{ to: 'hidden', text: 'Hide' } as const] : [])]
  const hide: EntryAction = { to: 'hidden', text: 'Hide' }
  if (kind !== 'questions')
    return [hide]
  return [
    state === 'spotlight' ? { to: 'shown', text: 'Spotlight off' } : { to: 'spotlight', text: 'Spotlight' },
    state === 'answered' ? { to: 'shown', text: 'Not answered' } : { to: 'answered', text: 'Answered' },
    hide,
  ]
}
