import type { PollState, SessionState } from '../../src/polls/phase.ts'
import { describe, expect, it } from 'vitest'
import { advance, PhaseConflict } from '../../src/polls/phase.ts'
import { adjustClock } from '../../src/polls/pollClock.ts'

const NOW = 1_000_000
const sessionWith = (poll: PollState): SessionState => ({ seq: 4, current: 'bill', polls: new Map([['bill', poll]]) })
const OPEN: PollState = { phase: 'open', round: 1 }
const RUNNING: PollState = { ...OPEN, endsAt: NOW + 20_000 }
const PAUSED: PollState = { ...OPEN, paused: 20_000 }

describe('the clock of a poll', () => {
  it.each([
    ['is stopped with what is left', RUNNING, 'pause', 20_000, PAUSED],
    ['goes on with what was left', PAUSED, 'unpause', 20_000, RUNNING],
    ['gets another minute', RUNNING, 'extend', 20_000, { ...OPEN, endsAt: NOW + 80_000 }],
    ['gets another minute while it is stopped', PAUSED, 'extend', 20_000, { ...OPEN, paused: 80_000 }],
    ['begins with a minute where none runs', OPEN, 'extend', undefined, { ...OPEN, endsAt: NOW + 60_000 }],
    ['is an hour at most', PAUSED, 'extend', 3_590_000, { ...OPEN, paused: 3_600_000 }],
    ['of a talk is stopped', { phase: 'idle', round: 2, endsAt: NOW + 5000 }, 'pause', 5000, {
      phase: 'idle',
      round: 2,
      paused: 5000,
    }],
  ] as const)('%s', (_, before, action, left, after) => {
    const next = adjustClock(sessionWith(before), 'bill', action, left, NOW)
    expect(next).toEqual({ ...sessionWith(after), seq: 5 })
  })

  it.each([['pause', PAUSED], ['unpause', RUNNING]] as const)('is not changed by a second %s', (action, poll) => {
    const session = sessionWith(poll)
    expect(adjustClock(session, 'bill', action, 20_000, NOW)).toBe(session)
  })

  it.each(['pause', 'unpause'] as const)('cannot be told to %s where there is none', (action) => {
    expect(() => adjustClock(sessionWith(OPEN), 'bill', action, undefined, NOW)).toThrow(PhaseConflict)
  })

  it.each(['close', 'reset', 'countdown'] as const)('is gone after %s, also when it was stopped', (action) => {
    expect(advance(sessionWith(PAUSED), 'bill', action).polls.get('bill')).not.toHaveProperty('paused')
  })
})
