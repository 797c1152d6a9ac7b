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
 * The entries by state, those that wait for the presenter first, without empty groups.
 *
 * @param isSeen whether the room sees this poll's entries now
 */
export function groupEntries(entries: readonly Entry[], isSeen: boolean): EntryGroup[] {
  const groups: [title: string, states: EntryState[]][] = [
    ['Waiting for you', ['waiting']],
    [isSeen ? 'On the screen' : 'Will be shown', ['spotlight', 'shown', 'answered']],
    ['Hidden', ['hidden']],
  ]
  return groups
    .map(([title, states]) => ({ title, entries: entries.filter(entry => states.includes(entry.state)) }))
    .filter(group => group.entries.length > 0)
}

/** Questions can also be put in the spotlight or marked as answered; words are shown or hidden. */
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
