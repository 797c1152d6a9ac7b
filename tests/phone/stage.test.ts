import type { Phase, PollKind, PublicPoll, RoomState } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { stageOf } from '../../src/phone/stage.ts'
import { POLL_KINDS } from '../../src/polls/protocol.ts'

const pollOf = (kind: string): PublicPoll => ({ id: 'a', kind, question: 'Why?' }) as PublicPoll
const room = (state: Partial<RoomState>): RoomState => ({
  seq: 1,
  session: 's',
  poll: pollOf('choice'),
  phase: 'idle',
  round: 1,
  ...state,
})

describe('what a phone shows', () => {
  it('is joining, until the room has answered', () => {
    expect(stageOf(undefined)).toBe('joining')
  })

  it('is waiting, while no question was asked', () => {
    expect(stageOf(room({ poll: null, round: 0 }))).toBe('waiting')
  })

  it.each<[phase: Phase, round: number, endsIn: number | undefined, stage: string]>([
    ['idle', 1, undefined, 'waiting'],
    ['idle', 1, 60_000, 'waiting'],
    ['idle', 2, undefined, 'waiting'],
    ['idle', 2, 60_000, 'talking'],
    ['idle', 3, 0, 'talking'],
    ['open', 1, undefined, 'open'],
    ['open', 2, 60_000, 'open'],
    ['closed', 1, undefined, 'over'],
    ['closed', 2, undefined, 'over'],
    ['revealed', 1, undefined, 'over'],
  ])('of a poll that is %s in round %d with %s ms left: %s', (phase, round, endsIn, stage) => {
    expect(stageOf(room({ phase, round, ...(endsIn !== undefined && { endsIn }) }))).toBe(stage)
  })

  it.each<[phase: Phase, stage: string]>([
    ['idle', 'waiting'],
    ['open', 'unknown'],
    ['closed', 'unknown'],
    ['revealed', 'unknown'],
  ])('of a kind that it does not know, %s: %s', (phase, stage) => {
    expect(stageOf(room({ poll: pollOf('karaoke'), phase }))).toBe(stage)
  })

  it.each<PollKind>([...POLL_KINDS])('is a form for %s', (kind) => {
    expect(stageOf(room({ poll: pollOf(kind), phase: 'open' }))).toBe('open')
  })
})
