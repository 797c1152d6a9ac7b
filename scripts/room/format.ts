import type { SessionInfo } from '../../src/polls/store.ts'
import type { RoomHandle } from '../../src/room/server.ts'
import { moderateLink } from './links.ts'

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** The day of a moment in milliseconds since 1970, by this machine's clock: `24 Nov 2026`. */
export const formatDay = (time: number): string => DAY.format(time)

export const formatBallotCount = (ballots: number): string => `${ballots} ${ballots === 1 ? 'ballot' : 'ballots'}`

/** `Tuesday, begun 24 Nov 2026, 312 ballots`, or `Tuesday, new`. */
export function formatSession({ name, began, ballots }: { name: string, began?: number, ballots: number }): string {
  return began === undefined ? `${name}, new` : `${name}, begun ${formatDay(began)}, ${formatBallotCount(ballots)}`
}

/**
 * What the terminal shows once phones can join.
 *
 * @param room the running room
 * @param keySource where its stage key is to be found, never the key itself: unlike that of moderators, it does all
 */
export function formatReady(
  { host, port, joinUrl, session, keys }: Pick<RoomHandle, 'host' | 'port' | 'joinUrl' | 'session' | 'keys'>,
  keySource: string,
): string {
  return [
    `room ready on http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    `  Phones     ${joinUrl}`,
    `  Moderate   ${moderateLink({ keys, joinUrl })}`,
    `  Session    ${formatSession(session)}`,
    `  Stage key  ${keySource}`,
  ].join('\n')
}

/** Sessions as a table: a line of column names, then one for each session. */
export function formatSessionTable(sessions: SessionInfo[]): string {
  const rows = [
    ['Session', 'Begun', 'Ballots'],
    ...sessions.map(session => [session.name, formatDay(session.began), String(session.ballots)]),
  ]
  const [names, days, counts] = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows
    .map(
      ([name = '', day = '', count = '']) =>
        `${name.padEnd(names ?? 0)}  ${day.padEnd(days ?? 0)}  ${count.padStart(counts ?? 0)}`,
    )
    .join('\n')
}
