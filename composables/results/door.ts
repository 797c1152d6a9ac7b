import type { PollKind, StagePoll } from '../../room/protocol.ts'

/**
 * What the room is told to do under the counts, in one line. With the results in sight there is nothing to say.
 *
 * @param standing undefined until the room is heard
 */
export function doorWords(kind: PollKind, standing: Pick<StagePoll, 'phase'> | undefined): string {
  // A board is no vote; the phones say the same.
  const what = kind === 'questions' ? 'The board' : 'Voting'
  switch (standing?.phase) {
    case 'idle': return 'Scan to join'
    case 'open': return `${what} is open`
    case 'closed': return `${what} is closed`
    default: return ''
  }
}
