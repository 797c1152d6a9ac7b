import type { RoomState } from '../../src/polls/protocol.ts'
import { expect, it } from 'vitest'
import { roundKey, roundOf } from '../../src/polls/round.ts'

it('names the round that the room shows, if it shows one', () => {
  const state = { seq: 3, session: 'Tuesday', phase: 'open', round: 2 } as const
  const poll: RoomState['poll'] = { id: 'bill', kind: 'choice', question: 'Which?', options: [], several: false }
  expect(roundOf({ ...state, poll })).toEqual({ session: 'Tuesday', poll: 'bill', round: 2 })
  expect(roundOf({ ...state, poll: null })).toBeUndefined()
})

it('tells rounds apart by session, poll and round', () => {
  const round = { session: 'Tuesday', poll: 'bill', round: 1 }
  const others = [{ ...round, round: 2 }, { ...round, poll: 'dow' }, { ...round, session: 'Wednesday' }]
  expect(new Set([round, ...others].map(roundKey)).size).toBe(4)
  expect(roundKey({ ...round })).toBe(roundKey(round))
})
