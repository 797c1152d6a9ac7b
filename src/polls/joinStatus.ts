import type { PollKind, StagePoll, StageState } from './protocol.ts'
import { hasSpotlight } from './entries/onScreen.ts'
import { isTalking } from './sharedRules.ts'
import { tallyOfKind } from './tallyOfKind.ts'

/**
 * The line over a question, which tells the room whether it can vote.
 *
 * @param kind of the poll
 * @param pollState undefined until the room has answered, and without a room
 */
export function formatKicker(
  kind: PollKind,
  pollState: Pick<StagePoll, 'phase' | 'round' | 'endsIn' | 'tally'> | undefined,
): string {
  if (pollState && isTalking(pollState))
    return 'Between two votes'
  if (hasSpotlight(tallyOfKind(pollState, 'questions')))
    return 'Asked by the room'
  // Phones use the same word.
  const what = kind === 'questions' ? 'Questions are' : 'Voting is'
  switch (pollState?.phase) {
    case 'open': return `${what} open`
    case 'closed': return `${what} closed`
    case 'revealed': return 'Your answers'
    case 'solved': return 'Your answers, and the record'
    default: return 'Your turn'
  }
}

/** What people type to join: the short link, or the address without its scheme. */
export function addressOf(state: Pick<StageState, 'joinUrl' | 'joinShort'> | undefined): string | undefined {
  return state?.joinShort ?? state?.joinUrl.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

/** Characters of a line that somebody at the back can keep in mind while typing. */
const MAX_LINE = 18

/**
 * An address in the lines in which it is shown: the host, then port and path. What is longer than a line goes on at
 * a dot or a slash.
 */
export function addressLines(address: string): string[] {
  const host = /^(?:\[[^\]]*\]|[^:/]*)/.exec(address)?.[0] ?? ''
  const rest = address.slice(host.length)
  const isNumber = /^[\d.]+$/.test(host)
  return [...(isNumber ? [host] : fillLines(host.split(/(?<=\.)/))), ...fillLines(rest.split(/(?=\/)/))]
}

function fillLines(pieces: string[]): string[] {
  return pieces.reduce((lines: string[], piece) => {
    const last = lines.at(-1)
    return last !== undefined && last.length + piece.length <= MAX_LINE
      ? [...lines.slice(0, -1), last + piece]
      : [...lines, piece]
  }, []).filter(line => line !== '')
}

/**
 * What the room is to do between two votes.
 *
 * @param seconds left to talk
 */
export function formatTalkPrompt(seconds: number): string {
  return seconds > 0 ? 'Talk with your neighbour' : 'Time to vote again'
}
