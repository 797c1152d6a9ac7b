import type { EntryEdit } from '../polls/entries/sorting.ts'
import type { EntryState } from '../polls/protocol.ts'

const STATES: Record<EntryState, string> = {
  waiting: 'waiting for you',
  shown: '',
  spotlight: 'in the spotlight',
  answered: 'answered',
  hidden: 'hidden',
}

/** The state of an entry as a short label; empty where it is simply shown. */
export const formatState = (state: EntryState): string => STATES[state]

/**
 * How many there are: `3 waiting, 120 on the screen, 4 hidden`.
 *
 * @param things what they are: `words` or `questions`
 * @param isSeen whether the room sees them now
 */
export function formatCounts(counts: Partial<Record<EntryState, number>>, things: string, isSeen: boolean): string {
  const { waiting = 0, shown = 0, spotlight = 0, answered = 0, hidden = 0 } = counts
  const parts: [count: number, text: string][] = [
    [waiting, 'waiting'],
    [shown + spotlight, isSeen ? 'on the screen' : 'to be shown'],
    [answered, 'answered'],
    [hidden, 'hidden'],
  ]
  const said = parts.filter(([count]) => count > 0).map(([count, text]) => `${count.toLocaleString('en-US')} ${text}`)
  return said.length > 0 ? said.join(', ') : `No ${things} yet`
}

const DONE: Record<EntryState, string> = {
  waiting: 'Waits again',
  shown: 'Shown',
  spotlight: 'In the spotlight',
  answered: 'Marked as answered',
  hidden: 'Hidden',
}

/** What was done last: `Hidden: Why now?` */
export function formatDone(edit: EntryEdit): string {
  const what = 'to' in edit ? DONE[edit.to] : edit.into === null ? 'Taken out' : 'Merged'
  return `${what}: ${edit.text}`
}
