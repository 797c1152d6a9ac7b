import type { Answer } from '../../src/polls/protocol.ts'
import type { BallotRecord } from '../../src/rehearsal/ballots.ts'
import { describe, expect, it } from 'vitest'
import { createRecords, isKept } from '../../src/rehearsal/ballots.ts'

const NAME = { session: 'Tuesday', poll: 'bill', round: 1 }
const record = (sent: Answer[], acked: number, ackedAt = 100): BallotRecord => ({
  ...NAME,
  sent,
  acked,
  ackedAt,
  confirmed: false,
})

describe('whether a room still has a ballot', () => {
  it.each<[says: string, record: BallotRecord, mine: Answer | null, asked: number, kept: boolean | undefined]>([
    ['yes: it knows it', record([['a']], 0), ['a'], 200, true],
    ['yes: it knows a later one, whose acknowledgement was lost', record([['a'], ['b']], 0), ['b'], 200, true],
    ['yes: an answer of another form', record([{ ask: ['Why?'], up: [] }], 0), { up: [], ask: ['Why?'] }, 200, true],
    ['no: it knows nothing', record([['a']], 0), null, 200, false],
    ['no: it knows an earlier one', record([['a'], ['b']], 1), ['a'], 200, false],
    ['no: it knows what was never sent', record([['a']], 0), ['c'], 200, false],
    ['nobody can tell: nothing was acknowledged', record([['a']], -1), null, 200, undefined],
    ['nobody can tell: it was acknowledged after the question', record([['a']], 0, 300), null, 200, undefined],
  ])('%s', (_, ballot, mine, asked, kept) => {
    expect(isKept(ballot, mine, asked)).toBe(kept)
  })
})

describe('records of ballots', () => {
  it('are one a session, poll and round', () => {
    const records = createRecords()
    const first = records.ensure(NAME)
    first.sent.push(['a'])
    expect(records.ensure({ ...NAME })).toBe(first)
    expect(records.find(NAME)).toBe(first)
    expect(records.find({ ...NAME, round: 2 })).toBeUndefined()
    for (const other of [{ ...NAME, round: 2 }, { ...NAME, poll: 'dow' }, { ...NAME, session: 'Wednesday' }])
      expect(records.ensure(other)).toEqual({ ...other, sent: [], acked: -1, ackedAt: 0, confirmed: false })
    expect(records.all()).toHaveLength(4)
  })
})
