import type { Entry, EntryState, PollKind } from './protocol.ts'

/** Entries of one state, as the presenter goes through them. */
export interface EntryGroup {
  title: string
  entries: Entry[]
}

/** What the presenter can do with an entry. */
export interface EntryMove {
  to: EntryState
  text: string
}

/**
 * Those that wait first; groups without an entry are left out.
 *
 * @param isSeen whether the room sees this poll's entries by now
 */
export function groupsOf(entries: readonly Entry[], isSeen: boolean): EntryGroup[] {
  const groups: [title: string, states: EntryState[]][] = [
    ['Waiting for you', ['waiting']],
    [isSeen ? 'On the screen' : 'Will be shown', ['spotlight', 'shown', 'answered']],
    ['Hidden', ['hidden']],
  ]
  return groups
    .map(([title, states]) => ({ title, entries: entries.filter(entry => states.includes(entry.state)) }))
    .filter(item => item.entries.length > 0)
}

/** Only questions are lit up or answered: a word is on the screen or is not. */
export function movesFor({ state }: Pick<Entry, 'state'>, kind: PollKind): EntryMove[] {
  if (state === 'waiting' || state === 'hidden')
    return [{ to: 'shown', text: 'Show' }, ...(state === 'waiting' ? [{ to: 'hidden', text: 'Hide' } as const] : [])]
  const hide: EntryMove = { to: 'hidden', text: 'Hide' }
  if (kind !== 'questions')
    return [hide]
  return [
    state === 'spotlight' ? { to: 'shown', text: 'Spotlight off' } : { to: 'spotlight', text: 'Spotlight' },
    state === 'answered' ? { to: 'shown', text: 'Not answered' } : { to: 'answered', text: 'Answered' },
    hide,
  ]
}
