import type { Account, Counts } from './counts.ts'

/**
 * One line that says where an audience stands: `58 of 60 joined · 55 here, 3 away · bill open · 41 counted, 2 sending`.
 */
export function formatStatus({
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
    formatList([[live, 'here'], [away, 'away'], [offline, 'connecting']], 1),
    poll ? `${poll.id}${round} ${poll.phase}` : 'no poll on screen',
    ...(poll ? [formatList([[counted, 'counted'], [sending, 'sending']], 1)] : []),
    formatList([[retried, 'retried'], [late, 'late'], [refused, 'refused'], [lost, 'LOST']]),
  ].filter(Boolean).join(' · ')
}

/** What changes only when something happens that a log should have a line of. */
export function statusKey({ people, joined, live, offline, poll, lost }: Counts): string {
  return JSON.stringify([joined === people, offline > live, poll, lost])
}

/** Numbers with their names, zeros left out from the place `keep` on. */
function formatList(parts: [number, string][], keep = 0): string {
  return parts.filter(([n], i) => n > 0 || i < keep).map(([n, name]) => `${n} ${name}`).join(', ')
}

export interface Ending {
  counts: Counts
  account: Account
  /** Whether the room answered when everybody verified their ballots. */
  isAnswering: boolean
}

/** What a rehearsal brought, in two sentences, the second on whether anything was lost. */
export function formatEnding({ counts, account, isAnswering }: Ending): string[] {
  const { ballots, rounds } = account
  const { joined, acknowledged, late, refused, retried, slowest } = counts
  const came = joined === 1 ? '1 person came' : `${joined} people came`
  if (ballots === 0)
    return [`${came} and nothing was counted, so nothing can be lost.`]
  const troubles = formatList([
    [acknowledged - ballots, 'changed'],
    [retried, 'sent again'],
    [late, 'too late'],
    [refused, 'refused'],
  ])
  return [
    `${came} and ${formatCount(ballots, 'ballot')} in ${formatCount(rounds, 'round')} `
    + `${ballots === 1 ? 'was' : 'were'} acknowledged, the slowest after ${formatDuration(slowest)}`
    + `${troubles && ` (${troubles})`}.`,
    formatFate(account, isAnswering),
  ]
}

function formatFate({ ballots, confirmed, lost }: Account, isAnswering: boolean): string {
  if (lost > 0) {
    const verb = lost === 1 ? 'is' : 'are'
    return `${formatCount(lost, 'acknowledged ballot')} ${verb} no longer there: lost, or erased meanwhile.`
  }
  if (confirmed === ballots)
    return 'Every one of them is still there.'
  const why = isAnswering ? 'their round being over' : 'the room having gone'
  const unknown = ballots - confirmed
  return `${confirmed} of them were seen there again, none was missing; ${unknown} could not be asked for, ${why}.`
}

function formatDuration(ms: number): string {
  return ms < 1000 ? `${Math.ceil(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

function formatCount(n: number, name: string): string {
  return `${n} ${name}${n === 1 ? '' : 's'}`
}

/** In which session the ballots land, and how to keep it apart. */
export function formatWarning(session: string): string {
  const forget = `npm run room -- forget ${session.includes(' ') ? `"${session}"` : session}`
  return /rehears/i.test(session)
    ? `Their ballots stay in the session "${session}" until you erase it: ${forget}.`
    : [
        `Their ballots count in the session "${session}", which is running.`,
        'To rehearse apart from it: npm start -- --session rehearsal, and afterwards npm run room -- forget rehearsal.',
      ].join('\n')
}
