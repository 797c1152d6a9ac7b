import type { RoomState } from '../../src/polls/protocol.ts'
import type { Attendee } from '../../src/rehearsal/attendee.ts'
import type { BallotRecord } from '../../src/rehearsal/ballots.ts'
import type { Whereabouts } from '../../src/rehearsal/roomLink.ts'
import { describe, expect, it } from 'vitest'
import { createRecords } from '../../src/rehearsal/ballots.ts'
import { accountOf, countAudience } from '../../src/rehearsal/counts.ts'

const ROUND = { session: 'Tuesday', poll: 'bill', round: 1 }
const STATE: RoomState = {
  seq: 7,
  session: 'Tuesday',
  poll: { id: 'bill', kind: 'choice', question: 'Which?', options: [], several: false },
  phase: 'open',
  round: 1,
}

interface Somebody {
  where?: Whereabouts
  liveSince?: number
  /** Acknowledged, by round. */
  has?: (Partial<BallotRecord> & { round: number })[]
  /** The round of the ballot on its way. */
  sends?: number
  state?: RoomState
  lost?: number
  sent?: number
  slowest?: number
}

function somebody({
  where = 'live',
  liveSince = 100,
  has = [],
  sends,
  state = STATE,
  lost = 0,
  sent = 0,
  slowest = 0,
}: Somebody): Attendee {
  const records = createRecords()
  has.forEach(({ round, ...more }) =>
    Object.assign(records.ensure({ ...ROUND, round }), { sent: [['a']], acked: 0, ...more }),
  )
  const pending = sends === undefined ? undefined : records.ensure({ ...ROUND, round: sends })
  return {
    whereabouts: () => where,
    liveSince: () => liveSince,
    state: () => state,
    records,
    outcomes: { sent, acknowledged: sent, late: 0, refused: 0, retried: 0, slowest },
    pending: () => pending,
    lost: () => lost,
    cookie: () => 'cookie',
    verifyBallots: async () => {},
    leave: () => {},
  }
}

describe('the counts of an audience', () => {
  it('say where people are', () => {
    const all = (['out', 'live', 'live', 'away', 'offline', 'out'] as const).map(where => somebody({ where }))
    expect(countAudience(all)).toMatchObject({ people: 6, joined: 4, live: 2, away: 1, offline: 1 })
  })

  it('say who voted in the round on screen, and who is about to', () => {
    const all = [
      somebody({ has: [{ round: 1 }] }),
      somebody({ has: [{ round: 1 }], sends: 1 }),
      somebody({ has: [{ round: 1 }], sends: 2 }),
      somebody({ sends: 1 }),
      somebody({ has: [{ round: 1, acked: -1 }] }),
      somebody({ has: [{ round: 2 }] }),
    ]
    expect(countAudience(all)).toMatchObject({ counted: 2, sending: 2 })
  })

  it('show the room as the best informed phone has it', () => {
    const all = [
      somebody({}),
      somebody({ state: { ...STATE, seq: 9, phase: 'closed', round: 2 } }),
      somebody({ state: { ...STATE, seq: 8, poll: null } }),
    ]
    expect(countAudience(all).poll).toEqual({ id: 'bill', phase: 'closed', round: 2 })
  })

  it('name the stream that began longest ago, but of nobody who is away', () => {
    const all = [
      somebody({ liveSince: 300 }),
      somebody({ liveSince: 200 }),
      somebody({ where: 'away', liveSince: 100 }),
      somebody({ where: 'out', liveSince: 0 }),
    ]
    expect(countAudience(all).oldestStream).toBe(200)
  })

  it('add up what became of ballots, and keep the slowest', () => {
    const all = [somebody({ sent: 2, slowest: 40, lost: 1 }), somebody({ sent: 3, slowest: 10 })]
    expect(countAudience(all)).toMatchObject({ sent: 5, acknowledged: 5, slowest: 40, lost: 1 })
  })
})

it('accounts for the last acknowledged ballot of each person in each round', () => {
  const all = [
    somebody({ has: [{ round: 1, confirmed: true }, { round: 2 }] }),
    somebody({ has: [{ round: 1, confirmed: true }, { round: 2, acked: -1 }], lost: 1 }),
    somebody({}),
  ]
  expect(accountOf(all)).toEqual({ ballots: 3, rounds: 2, confirmed: 2, lost: 1 })
})
