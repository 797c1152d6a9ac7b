import type { PollState, SessionState } from '../../src/polls/phase.ts'
import type { MovingAction, Phase } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import {
  advance,
  areCardsShown,
  beginAnew,
  CARDS,
  editRound,
  PhaseConflict,
  showCards,
  showRound,
  solvedRound,
} from '../../src/polls/phase.ts'
import { MOVING_ACTIONS } from '../../src/polls/protocol.ts'

/** Where each action leads from each phase; `null` is a conflict. */
const NOTHING: Record<MovingAction, Phase | null> = {
  open: null,
  close: null,
  reveal: null,
  solve: null,
  hide: null,
  reset: 'idle',
  discuss: null,
  countdown: null,
}
const TABLE: Record<Phase, Record<MovingAction, Phase | null>> = {
  idle: { ...NOTHING, open: 'open' },
  open: { ...NOTHING, open: 'open', close: 'closed', countdown: 'open' },
  closed: { ...NOTHING, open: 'open', close: 'closed', reveal: 'revealed', hide: 'closed', discuss: 'idle' },
  revealed: { ...NOTHING, reveal: 'revealed', solve: 'solved', hide: 'closed' },
  solved: { ...NOTHING, solve: 'solved', hide: 'closed' },
}
const PHASES = Object.keys(TABLE) as Phase[]
const CELLS = PHASES.flatMap(phase => MOVING_ACTIONS.map(action => ({ phase, action, to: TABLE[phase][action] })))

const session = (polls: Record<string, PollState>, current: string | null): SessionState =>
  ({ seq: 7, current, polls: new Map(Object.entries(polls)) })

const EMPTY: SessionState = { seq: 0, current: null, polls: new Map() }

describe('a stage action', () => {
  it.each(CELLS.filter(cell => cell.to !== null))(
    '$action takes a poll from $phase to $to',
    ({ phase, action, to }) => {
      const after = advance(session({ a: { phase, round: 3 } }, 'a'), 'a', action)
      const solved = to === 'solved' && phase !== 'solved' ? { edits: { 3: { solved: true } } } : {}
      expect(after.polls.get('a')).toEqual({
        phase: to,
        round: action === 'reset' || action === 'discuss' ? 4 : 3,
        ...solved,
      })
      expect(after.current).toBe('a')
    },
  )

  it.each(CELLS.filter(cell => cell.to === null))('$action conflicts with $phase', ({ phase, action }) => {
    const before = session({ a: { phase, round: 3 }, b: { phase: 'open', round: 1 } }, 'b')
    const copy = structuredClone(before)
    expect(() => advance(before, 'a', action)).toThrow(PhaseConflict)
    expect(() => advance(before, 'a', action)).toThrow(
      new RegExp(`^The poll is ${phase}: ${action} needs it \\w+( or \\w+)*\\.$`),
    )
    expect(before).toEqual(copy)
  })

  it.each(CELLS.filter(cell => cell.to !== null))(
    '$action from $phase never touches the session it was given',
    ({ phase, action }) => {
      const before = session({ a: { phase, round: 3 }, b: { phase: 'open', round: 1 } }, 'b')
      const copy = structuredClone(before)
      advance(before, 'a', action)
      expect(before).toEqual(copy)
    },
  )

  it('takes an unknown poll for idle in round 1', () => {
    expect(advance(EMPTY, 'a', 'open')).toEqual({
      seq: 1,
      current: 'a',
      polls: new Map([['a', { phase: 'open', round: 1 }]]),
    })
    expect(() => advance(EMPTY, 'a', 'close')).toThrow(PhaseConflict)
  })
})

describe('the sequence number', () => {
  it.each(CELLS.filter(cell => cell.to !== null))(
    '$action from $phase: one more per change, none for nothing',
    ({ phase, action, to }) => {
      const before = session({ a: { phase, round: 3 } }, 'a')
      const after = advance(before, 'a', action)
      if (to === phase && action !== 'reset' && action !== 'countdown')
        expect(after).toBe(before)
      else expect(after.seq).toBe(before.seq + 1)
    },
  )

  it('grows when phones are shown another poll whose phase stays', () => {
    const before = session({ a: { phase: 'closed', round: 1 }, b: { phase: 'closed', round: 1 } }, 'b')
    const after = advance(before, 'a', 'close')
    expect(after).toEqual({ ...before, seq: 8, current: 'a' })
  })

  it('counts a whole talk', () => {
    const steps: MovingAction[] = ['open', 'open', 'close', 'reveal', 'hide', 'reveal', 'reset', 'open']
    const seqs: number[] = []
    steps.reduce((state, step) => {
      const next = advance(state, 'a', step)
      seqs.push(next.seq)
      return next
    }, EMPTY)
    expect(seqs).toEqual([1, 1, 2, 3, 4, 5, 6, 7])
  })
})

describe('other polls', () => {
  const others: Record<string, PollState> = {
    idle: { phase: 'idle', round: 2 },
    closed: { phase: 'closed', round: 4 },
    revealed: { phase: 'revealed', round: 1 },
  }

  it('keep phase and round when one is reset', () => {
    const after = advance(session({ ...others, a: { phase: 'revealed', round: 1 } }, 'a'), 'a', 'reset')
    expect(Object.fromEntries(after.polls)).toEqual({ ...others, a: { phase: 'idle', round: 2 } })
  })

  it('are closed, in their round, when one opens', () => {
    const after = advance(session({ ...others, b: { phase: 'open', round: 5 } }, 'b'), 'a', 'open')
    expect(Object.fromEntries(after.polls)).toEqual({
      ...others,
      a: { phase: 'open', round: 1 },
      b: { phase: 'closed', round: 5 },
    })
    expect(after).toMatchObject({ seq: 8, current: 'a' })
  })

  it('close when another takes the screen, even without opening', () => {
    const after = advance(
      session({ a: { phase: 'closed', round: 1 }, b: { phase: 'open', round: 5 } }, 'b'),
      'a',
      'reveal',
    )
    expect(Object.fromEntries(after.polls)).toEqual({
      a: { phase: 'revealed', round: 1 },
      b: { phase: 'closed', round: 5 },
    })
  })

  it.each(['closed', 'revealed'] as const)('stay as they are when one is %s', (to) => {
    const [from, action] = to === 'closed' ? ['open', 'close'] as const : ['closed', 'reveal'] as const
    const after = advance(session({ ...others, a: { phase: from, round: 1 } }, 'a'), 'a', action)
    expect(Object.fromEntries(after.polls)).toEqual({ ...others, a: { phase: to, round: 1 } })
  })
})

describe('the clock', () => {
  const at = (poll: Partial<PollState>) => session({ a: { phase: 'open', round: 1, ...poll } }, 'a')
  const after = (poll: Partial<PollState>, action: MovingAction, endsAt?: number) =>
    advance(at(poll), 'a', action, endsAt).polls.get('a')

  it.each<[action: MovingAction, poll: Partial<PollState>, result: PollState]>([
    ['open', { phase: 'idle' }, { phase: 'open', round: 1, endsAt: 9 }],
    ['open', { phase: 'closed' }, { phase: 'open', round: 1, endsAt: 9 }],
    ['discuss', { phase: 'closed' }, { phase: 'idle', round: 2, endsAt: 9 }],
    ['countdown', { phase: 'open' }, { phase: 'open', round: 1, endsAt: 9 }],
    ['countdown', { phase: 'open', endsAt: 5 }, { phase: 'open', round: 1, endsAt: 9 }],
    ['countdown', { phase: 'idle', endsAt: 5 }, { phase: 'idle', round: 1, endsAt: 9 }],
    // What ends or hides a vote begins no time.
    ['close', { phase: 'open' }, { phase: 'closed', round: 1 }],
    ['reveal', { phase: 'closed' }, { phase: 'revealed', round: 1 }],
    ['reset', { phase: 'revealed' }, { phase: 'idle', round: 2 }],
  ])('that %s is given on %j', (action, poll, result) => {
    expect(after(poll, action, 9)).toEqual(result)
  })

  it.each<[action: MovingAction, poll: Partial<PollState>, result: PollState]>([
    ['close', { phase: 'open', endsAt: 5 }, { phase: 'closed', round: 1 }],
    ['reset', { phase: 'open', endsAt: 5 }, { phase: 'idle', round: 2 }],
    ['open', { phase: 'idle', endsAt: 5 }, { phase: 'open', round: 1 }],
    ['countdown', { phase: 'open', endsAt: 5 }, { phase: 'open', round: 1 }],
    ['countdown', { phase: 'idle', endsAt: 5 }, { phase: 'idle', round: 1 }],
  ])('of before is over with %s on %j', (action, poll, result) => {
    expect(after(poll, action)).toEqual(result)
  })

  it('is refused for a poll that has not begun, or is over', () => {
    expect(() => after({ phase: 'idle' }, 'countdown', 9)).toThrow(
      new PhaseConflict('The poll is idle: countdown needs it open.'),
    )
    expect(() => after({ phase: 'closed' }, 'countdown', 9)).toThrow(PhaseConflict)
  })

  it('ends with the vote that another one closes', () => {
    const before = session({ a: { phase: 'idle', round: 1 }, b: { phase: 'open', round: 1, endsAt: 5 } }, 'b')
    expect(advance(before, 'a', 'open').polls.get('b')).toEqual({ phase: 'closed', round: 1 })
  })
})

describe('an edit by the presenter', () => {
  const paper = [{ answer: ['a'], people: 2 }]

  it('is kept with its round, and is one change', () => {
    const before = session({ a: { phase: 'open', round: 2, endsAt: 5, edits: { 1: { paper } } } }, 'b')
    const copy = structuredClone(before)
    const after = editRound(before, 'a', 2, edits => ({ ...edits, marks: { x: 'hidden' } }))
    expect(before).toEqual(copy)
    expect(after).toEqual({
      seq: 8,
      current: 'b',
      polls: new Map([
        ['a', { phase: 'open', round: 2, endsAt: 5, edits: { 1: { paper }, 2: { marks: { x: 'hidden' } } } }],
      ]),
    })
  })

  it('starts from nothing, also in an unknown poll', () => {
    const seen: unknown[] = []
    const after = editRound(EMPTY, 'a', 1, (edits) => {
      seen.push(edits)
      return { paper }
    })
    expect(seen).toEqual([{}])
    expect(after).toEqual({
      seq: 1,
      current: null,
      polls: new Map([['a', { phase: 'idle', round: 1, edits: { 1: { paper } } }]]),
    })
  })

  it('changes nothing when it was so before', () => {
    expect(editRound(EMPTY, 'a', 1, edits => edits)).toBe(EMPTY)
  })

  it.each(MOVING_ACTIONS)('stays over %s', (action) => {
    const from = PHASES.find(phase => TABLE[phase][action] !== null) ?? expect.unreachable(action)
    const edits = { 3: { paper } }
    expect(advance(session({ a: { phase: from, round: 3, edits } }, 'a'), 'a', action).polls.get('a')?.edits).toEqual({
      3: { paper, ...action === 'solve' && { solved: true } },
    })
  })
})

describe('an earlier round', () => {
  const third = session({ a: { phase: 'revealed', round: 3 }, b: { phase: 'closed', round: 1 } }, 'b')

  it('is shown again closed, and the rounds after it are kept', () => {
    const first = showRound(third, 'a', 1)
    expect(first).toMatchObject({ seq: 8, current: 'a' })
    expect(first.polls.get('a')).toEqual({ phase: 'closed', round: 1, last: 3 })
    expect(showRound(first, 'a', 3).polls.get('a')).toEqual({ phase: 'closed', round: 3 })
    expect(third.polls.get('a')).toEqual({ phase: 'revealed', round: 3 })
  })

  it.each(['reset', 'discuss'] as const)('is followed by a round without ballots after %s', (action) => {
    const after = advance(showRound(third, 'a', 1), 'a', action)
    expect(after.polls.get('a')).toEqual({ phase: 'idle', round: 4 })
  })

  it.each([
    [0, 'The poll has no round 0: it has 3.'],
    [4, 'The poll has no round 4: it has 3.'],
    [1.5, 'The poll has no round 1.5: it has 3.'],
  ])('%d is refused', (round, says) => {
    expect(() => showRound(third, 'a', round)).toThrow(new PhaseConflict(says))
  })

  it('is not shown while people vote', () => {
    const open = session({ a: { phase: 'open', round: 2 } }, 'a')
    expect(() => showRound(open, 'a', 1)).toThrow('close it before another round is shown')
  })

  it('that stands already changes nothing', () => {
    expect(showRound(third, 'a', 3)).toBe(third)
  })
})

describe('a new audience', () => {
  it('finds every poll that was asked in a new round, and no poll on its phones', () => {
    const after = beginAnew(session({
      a: { phase: 'solved', round: 2, edits: { 2: { marks: { x: 'hidden' } } } },
      b: { phase: 'open', round: 1, endsAt: 5 },
      c: { phase: 'idle', round: 1 },
      d: { phase: 'closed', round: 1, last: 4 },
    }, 'b'))
    expect(after).toMatchObject({ seq: 8, current: null })
    expect(Object.fromEntries(after.polls)).toEqual({
      a: { phase: 'idle', round: 3, edits: { 2: { marks: { x: 'hidden' } } } },
      b: { phase: 'idle', round: 2 },
      c: { phase: 'idle', round: 1 },
      d: { phase: 'idle', round: 5 },
    })
  })

  it('changes nothing where nothing was asked', () => {
    const fresh = session({ a: { phase: 'idle', round: 1 } }, null)
    expect(beginAnew(fresh)).toBe(fresh)
  })
})

describe('the solved round', () => {
  const after = (actions: MovingAction[]) => actions.reduce((now, action) => advance(now, 'a', action), EMPTY)
  const solved = (now: SessionState) => solvedRound(now.polls.get('a') ?? { phase: 'idle', round: 1 })
  const SOLVED: MovingAction[] = ['open', 'close', 'reveal', 'solve']

  it.each<[actions: MovingAction[], round: number | undefined]>([
    [[], undefined],
    [['open', 'close', 'reveal'], undefined],
    [SOLVED, 1],
    [[...SOLVED, 'hide'], 1],
    // Who votes now has seen the answer.
    [[...SOLVED, 'hide', 'open'], undefined],
    [[...SOLVED, 'hide', 'open', 'close', 'reveal'], undefined],
    [[...SOLVED, 'hide', ...SOLVED], 1],
    [[...SOLVED, 'reset'], 1],
    [[...SOLVED, 'reset', 'open', 'close', 'reveal'], 1],
    [[...SOLVED, 'reset', ...SOLVED], 2],
    [['open', 'close', 'discuss', ...SOLVED], 2],
  ])('after %j is %s', (actions, round) => {
    expect(solved(after(actions))).toBe(round)
  })

  it('is the present one of a poll that an older version has solved', () => {
    expect(solvedRound({ phase: 'solved', round: 2 })).toBe(2)
  })

  it('is the last one, also while an earlier one is shown again', () => {
    expect(solved(showRound(after([...SOLVED, 'reset', ...SOLVED]), 'a', 1))).toBe(2)
  })

  it('is none for a new audience, whose paper is kept apart', () => {
    const before = editRound(after(SOLVED), 'a', 1, edits => ({ ...edits, paper: [{ answer: ['x'], people: 2 }] }))
    const anew = beginAnew(before)
    expect(solved(anew)).toBeUndefined()
    expect(anew.polls.get('a')?.edits).toEqual({ 1: { paper: [{ answer: ['x'], people: 2 }] } })
  })
})

describe('the cards', () => {
  it('take the phones from a poll, which closes if it was open', () => {
    const before = session({ a: { phase: 'open', round: 2, endsAt: 9 }, b: { phase: 'revealed', round: 1 } }, 'a')
    const copy = structuredClone(before)
    const after = showCards(before, true)
    expect(after).toMatchObject({ seq: 8, current: CARDS })
    expect(after.polls.get('a')).toEqual({ phase: 'closed', round: 2 })
    expect(after.polls.get('b')).toEqual({ phase: 'revealed', round: 1 })
    expect(areCardsShown(after)).toBe(true)
    expect(showCards(after, true)).toBe(after)
    expect(before).toEqual(copy)
  })

  it('stay shown when phones get another poll, and can be taken back', () => {
    const later = advance(showCards(EMPTY, true), 'a', 'open')
    expect(later.current).toBe('a')
    expect(areCardsShown(later)).toBe(true)
    const hidden = showCards(later, false)
    expect(hidden.current).toBe('a')
    expect(areCardsShown(hidden)).toBe(false)
    expect(showCards(hidden, false)).toBe(hidden)
    expect(showCards(showCards(EMPTY, true), false)).toMatchObject({ current: null })
  })

  it('are not shown to a new audience', () => {
    expect(areCardsShown(beginAnew(showCards(EMPTY, true)))).toBe(false)
  })
})
