import type { Account, Counts } from '../../src/rehearsal/counts.ts'
import { describe, expect, it } from 'vitest'
import { formatEnding, formatStatus, formatWarning, statusKey } from '../../src/rehearsal/format.ts'

const COUNTS: Counts = {
  people: 60,
  joined: 60,
  live: 57,
  away: 3,
  offline: 0,
  oldestStream: 0,
  poll: { id: 'bill', phase: 'open', round: 1 },
  counted: 41,
  sending: 2,
  sent: 50,
  acknowledged: 44,
  late: 0,
  refused: 0,
  retried: 0,
  slowest: 1234,
  lost: 0,
}
const counts = (some: Partial<Counts> = {}): Counts => ({ ...COUNTS, ...some })
const account = (some: Partial<Account> = {}): Account => ({ ballots: 41, rounds: 2, confirmed: 41, lost: 0, ...some })

describe('the status line of an audience', () => {
  it.each<[Partial<Counts>, string]>([
    [{}, '60 joined · 57 here, 3 away · bill open · 41 counted, 2 sending'],
    [{ joined: 12, live: 12, away: 0, counted: 0, sending: 0 }, '12 of 60 joined · 12 here · bill open · 0 counted'],
    [{ poll: undefined }, '60 joined · 57 here, 3 away · no poll on screen'],
    [
      { live: 0, away: 0, offline: 60, poll: { id: 'bill', phase: 'closed', round: 2 } },
      '60 joined · 0 here, 60 connecting · bill round 2 closed · 41 counted, 2 sending',
    ],
    [
      { retried: 4, late: 3, refused: 2, lost: 1 },
      '60 joined · 57 here, 3 away · bill open · 41 counted, 2 sending · 4 retried, 3 late, 2 refused, 1 LOST',
    ],
  ])('of %j', (some, line) => {
    expect(formatStatus(counts(some))).toBe(line)
  })

  it.each<[says: string, some: Partial<Counts>, isNews: boolean]>([
    ['another count', { counted: 42, sending: 1, sent: 51, away: 4, live: 56 }, false],
    ['another phase', { poll: { id: 'bill', phase: 'closed', round: 1 } }, true],
    ['another poll', { poll: { id: 'dow', phase: 'open', round: 1 } }, true],
    ['a room that is gone', { live: 0, offline: 57 }, true],
    ['a loss', { lost: 1 }, true],
  ])('is due in a log at once for %s: %j is %s', (_, some, isNews) => {
    expect(statusKey(counts(some)) !== statusKey(counts())).toBe(isNews)
  })
})

describe('the report of a rehearsal', () => {
  it.each<[Partial<Counts>, Partial<Account>, answers: boolean, says: string[]]>([
    [
      { acknowledged: 41 },
      {},
      true,
      [
        '60 people came and 41 ballots in 2 rounds were acknowledged, the slowest after 1.2 s.',
        'Every one of them is still there.',
      ],
    ],
    [
      { joined: 1, acknowledged: 1, slowest: 8.2 },
      { ballots: 1, rounds: 1, confirmed: 1 },
      true,
      [
        '1 person came and 1 ballot in 1 round was acknowledged, the slowest after 9 ms.',
        'Every one of them is still there.',
      ],
    ],
    [
      { retried: 3, late: 2, refused: 1 },
      {},
      true,
      [
        '60 people came and 41 ballots in 2 rounds were acknowledged, the slowest after 1.2 s '
        + '(3 changed, 3 sent again, 2 too late, 1 refused).',
        'Every one of them is still there.',
      ],
    ],
    [
      { acknowledged: 41 },
      { confirmed: 30 },
      true,
      [
        expect.any(String),
        '30 of them were seen there again, none was missing; 11 could not be asked for, their round being over.',
      ],
    ],
    [
      { acknowledged: 41 },
      { confirmed: 30 },
      false,
      [
        expect.any(String),
        '30 of them were seen there again, none was missing; 11 could not be asked for, the room having gone.',
      ],
    ],
    [
      { lost: 1 },
      { lost: 1 },
      true,
      [expect.any(String), '1 acknowledged ballot is no longer there: lost, or erased meanwhile.'],
    ],
    [
      { lost: 2 },
      { lost: 2, confirmed: 39 },
      true,
      [expect.any(String), '2 acknowledged ballots are no longer there: lost, or erased meanwhile.'],
    ],
    [
      { acknowledged: 0 },
      { ballots: 0, rounds: 0, confirmed: 0 },
      true,
      ['60 people came and nothing was counted, so nothing can be lost.'],
    ],
  ])('after %j, %j, and %j to whether the room answers', (some, result, answers, says) => {
    expect(formatEnding({ counts: counts(some), account: account(result), isAnswering: answers })).toEqual(says)
  })
})

describe('the warning before a rehearsal', () => {
  it.each([
    [
      'Tuesday',
      'Their ballots count in the session "Tuesday", which is running.\n'
      + 'To rehearse apart from it: npm start -- --session rehearsal, and afterwards npm run room -- forget rehearsal.',
    ],
    [
      'rehearsal',
      'Their ballots stay in the session "rehearsal" until you erase it: npm run room -- forget rehearsal.',
    ],
    [
      'Rehearsing Monday',
      'Their ballots stay in the session "Rehearsing Monday" until you erase it: '
      + 'npm run room -- forget "Rehearsing Monday".',
    ],
  ])('in the session %s', (session, says) => {
    expect(formatWarning(session)).toBe(says)
  })
})
