import type { Entry, EntryState, PollKind } from './protocol.ts'

/** Entries under one heading of the presenter's list. */
export interface EntryGroup {
  title: string
  entries: Entry[]
}

/** What the presenter can do with an entry. */
export interface EntryAction {
  to: EntryState
  text: string
}

/**
 * Groups entries by state for the presenter's list, those that wait first; empty groups are left out.
 *
 * @param entries of one poll
 * @param isSeen whether the room sees this poll's entries now
 */
export function groupEntriesByState(entries: readonly Entry[], isSeen: boolean): EntryGroup[] {
  const groups: [title: string, states: EntryState[]][] = [
    ['Waiting for you', ['waiting']],
    [isSeen ? 'On the screen' : 'Will be shown', ['spotlight', 'shown', 'answered']],
    ['Hidden', ['hidden']],
  ]
  return groups
    .map(([title, states]) => ({ title, entries: entries.filter(entry => states.includes(entry.state)) }))
    .filter(group => group.entries.length > 0)
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
