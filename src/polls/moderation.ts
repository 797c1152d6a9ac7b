import type { Entry, EntryState, PollKind } from './protocol.ts'

/** What the presenter can do with an entry. */
export interface EntryAction {
  to: EntryState
  text: string
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
