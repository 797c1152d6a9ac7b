import type { Account, Counts } from './counts.ts'

/**
 * One line that says where an audience stands: `58 of 60 joined · 55 here, 3 away · bill open · 41 counted, 2 sending`.
 */
export function statusLine({
  people,
  joined,
  live,
  away,
  offline,
  poll,
  counted,
  sending,
  retried,
  late,
  refused,
  lost,
}: Counts): string {
  const round = poll && poll.round > 1 ? ` round ${poll.round}` : ''
  return [
    joined < people ? `${joined} of ${people} joined` : `${joined} joined`,
    listed([[live, 'here'], [away, 'away'], [offline, 'connecting']], 1),
    poll ? `${poll.id}${round} ${poll.phase}` : 'no poll on screen',
    ...(poll ? [listed([[counted, 'counted'], [sending, 'sending']], 1)] : []),
    listed([[retried, 'retried'], [late, 'late'], [refused, 'refused'], [lost, 'LOST']]),
  ].filter(Boolean).join(' · ')
}

/** What changes only when something happens that a log should have a line of. */
export function statusKey({ people, joined, live, offline, poll, lost }: Counts): string {
  return JSON.stringify([joined === people, offline > live, poll, lost])
}

/** Numbers with their names, zeros left out from the place `keep` on. */
function listed(parts: [number, string][], keep = 0): string {
  return parts.filter(([n], i) => n > 0 || i < keep).map(([n, name]) => `${n} ${name}`).join(', ')
}

export interface Ending {
  counts: Counts
  account: Account
  /** Whether the room answered when everybody looked again. */
  answers: boolean
}

/** What a rehearsal brought, in two sentences, the second on whether anything was lost. */
export function endInWords({ counts, account, answers }: Ending): string[] {
  const { ballots, rounds, confirmed, lost } = account
  const { joined, acknowledged, late, refused, retried, slowest } = counts
  const came = joined === 1 ? '1 person came' : `${joined} people came`
  if (ballots === 0)
    return [`${came} and nothing was counted, so nothing can be lost.`]
  const troubles = listed([
    [acknowledged - ballots, 'changed'],
    [retried, 'sent again'],
    [late, 'too late'],
    [refused, 'refused'],
  ])
  const open = ballots - confirmed
  const fate
    = lost > 0
      ? `${count(lost, 'acknowledged ballot')} ${lost === 1 ? 'is' : 'are'} no longer there: lost, or erased meanwhile.`
      : open === 0
        ? `Every one of them is still there.`
        : `${confirmed} of them were seen there again, none was missing; ${open} could not be asked for, ${answers ? 'their round being over' : 'the room having gone'}.`
  return [
    `${came} and ${count(ballots, 'ballot')} in ${count(rounds, 'round')} ${ballots === 1 ? 'was' : 'were'} acknowledged, the slowest after ${duration(slowest)}${troubles && ` (${troubles})`}.`,
    fate,
  ]
}

function duration(ms: number): string {
  return ms < 1000 ? `${Math.ceil(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

function count(n: number, name: string): string {
  return `${n} ${name}${n === 1 ? '' : 's'}`
}

/** In which session the ballots land, and how to keep it apart. */
export function warning(session: string): string {
  const forget = `npm run room -- forget ${session.includes(' ') ? `"${session}"` : session}`
  return /rehears/i.test(session)
    ? `Their ballots stay in the session "${session}" until you erase it: ${forget}.`
    : `Their ballots count in the session "${session}", which is running.\nTo rehearse apart from it: npm start -- --session rehearsal, and afterwards npm run room -- forget rehearsal.`
}
