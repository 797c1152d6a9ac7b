import type { DeckPoll, MovingAction, Phase, StageAction, StagePoll } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { advance, INITIAL_POLL_STATE, PhaseConflict } from '../../src/polls/phase.ts'
import { isTalking } from '../../src/polls/sharedRules.ts'
import {
  availableSteps,
  findPollLeftOpen,
  findStep,
  opensAutomatically,
  pollsToReveal,
  stepOfClick,
} from '../../src/polls/steps.ts'

const poll = (more: Partial<DeckPoll> = {}) =>
  ({ id: 'bill', kind: 'choice', question: 'Which?', options: [], several: false, auto: false, ...more }) as DeckPoll
const standing = (phase: Phase, more: Partial<StagePoll> = {}): StagePoll => ({
  id: 'bill',
  phase,
  round: 1,
  answered: 0,
  ...more,
})
const actions = (item: DeckPoll, now: StagePoll) =>
  availableSteps(item, now).map(({ action, seconds }) => (seconds === undefined ? action : `${action} ${seconds}`))

describe('the steps of a poll', () => {
  it.each<[Phase, Partial<StagePoll>, string[]]>([
    ['idle', {}, ['open']],
    ['open', {}, ['close', 'countdown 30']],
    ['open', { endsIn: 12_000 }, ['close', 'countdown 0', 'extend', 'pause']],
    ['open', { endsIn: 12_000, paused: true }, ['close', 'countdown 0', 'extend', 'unpause']],
    ['closed', {}, ['reveal', 'open', 'reset']],
    ['revealed', {}, ['hide', 'reset']],
    ['solved', {}, ['hide', 'reset']],
  ])('%s %o: %s', (phase, more, expected) => {
    expect(actions(poll(), standing(phase, more))).toEqual(expected)
  })

  it('offer the answer after the results, where there is one', () => {
    const quiz = poll({ hasAnswer: true })
    expect(actions(quiz, standing('closed'))).toEqual(['reveal', 'open', 'reset'])
    expect(actions(quiz, standing('revealed'))).toEqual(['solve', 'hide', 'reset'])
    expect(actions(quiz, standing('solved'))).toEqual(['hide', 'reset'])
    expect(findStep('next', quiz, standing('revealed'))?.action).toBe('solve')
    expect(findStep('next', quiz, standing('solved'))).toBeUndefined()
  })

  it('say what the clock will do', () => {
    expect(availableSteps(poll(), standing('open'))[1]?.text).toBe('Close in 30 s')
  })

  it('offer a discussion where the poll has one', () => {
    expect(actions(poll({ discuss: 60 }), standing('closed'))).toEqual(['reveal', 'discuss', 'open', 'reset'])
  })

  it('say that the vote is the second one while people talk', () => {
    const talking = standing('idle', { round: 2, endsIn: 40_000 })
    expect(availableSteps(poll({ discuss: 60 }), talking)[0]).toEqual({ action: 'open', text: 'Vote again' })
    expect(actions(poll({ discuss: 60 }), talking)).toEqual(['open', 'extend', 'pause'])
    expect([
      isTalking(talking),
      isTalking(standing('idle', { round: 2 })),
      isTalking(standing('open', { round: 2, endsIn: 1 })),
    ]).toEqual([true, false, false])
  })

  const phases: Phase[] = ['idle', 'open', 'closed', 'revealed', 'solved']
  it.each(phases)('are all taken by a room whose poll is %s', (phase) => {
    const session = { seq: 1, current: 'bill', polls: new Map([['bill', { ...INITIAL_POLL_STATE, phase }]]) }
    for (const { action, seconds } of availableSteps(poll({ discuss: 60, hasAnswer: true }), standing(phase)))
      expect(() => advance(session, 'bill', action as MovingAction, seconds ? 1 : undefined)).not.toThrow(PhaseConflict)
  })
})

describe('a step by its name', () => {
  it.each<[StageAction | 'next', Phase, StageAction | undefined]>([
    ['next', 'idle', 'open'],
    ['next', 'open', 'close'],
    ['next', 'closed', 'reveal'],
    // Hiding what the room has just seen is no next step.
    ['next', 'revealed', undefined],
    ['hide', 'revealed', 'hide'],
    ['hide', 'closed', undefined],
    ['reset', 'open', undefined],
    ['reset', 'closed', 'reset'],
    ['discuss', 'closed', undefined],
    ['countdown', 'idle', undefined],
  ])('%s while %s is %s', (name, phase, action) => {
    expect(findStep(name, poll(), standing(phase))?.action).toBe(action)
  })
})

describe('a poll that opens by itself', () => {
  it.each<[boolean, StagePoll, boolean]>([
    [true, standing('idle'), true],
    [false, standing('idle'), false],
    [true, standing('open'), false],
    [true, standing('closed'), false],
    [true, standing('revealed'), false],
    [true, standing('idle', { round: 2 }), true],
    [true, standing('idle', { round: 2, endsIn: 9000 }), false],
  ])('auto: %s, %o: %s', (auto, now, opens) => {
    expect(opensAutomatically(poll({ auto }), now)).toBe(opens)
  })
})

describe('a poll that was left open', () => {
  it.each<[Phase, string | undefined, string | undefined]>([
    ['open', 'bill', undefined],
    ['open', 'dow', 'bill'],
    ['open', undefined, 'bill'],
    ['idle', 'dow', undefined],
    ['closed', 'dow', undefined],
    ['revealed', undefined, undefined],
  ])('one that is %s, on the slide of %s: %s', (phase, current, left) => {
    expect(findPollLeftOpen({ dow: standing('closed'), bill: standing(phase) }, current)).toBe(left)
  })
})

describe('pollsToReveal', () => {
  it.each<[what: string, Phase, string[]]>([
    ['a pair that waits to be shown first', 'closed', ['before', 'after']],
    ['no pair that was never asked', 'idle', ['after']],
    ['no pair that is still open', 'open', ['after']],
    ['no pair that is shown already', 'revealed', ['after']],
  ])('names %s', (_, phase, expected) => {
    expect(pollsToReveal({ id: 'after', pair: 'before' }, { before: { phase }, after: { phase: 'closed' } })).toEqual(
      expected,
    )
  })

  it('names a poll without a pair alone', () => {
    expect(pollsToReveal({ id: 'bill' }, { before: { phase: 'closed' }, bill: { phase: 'closed' } })).toEqual(['bill'])
  })
})

describe('a click forward on the slide of a poll', () => {
  const quiz = poll({ hasAnswer: true })
  const none = new Set<string>()

  it('opens, closes, shows the results, shows the answer, and then goes on', () => {
    const phases: Phase[] = ['idle', 'open', 'closed', 'revealed', 'solved']
    expect(phases.map(phase => stepOfClick(quiz, standing(phase), none)?.action)).toEqual([
      'open',
      'close',
      'reveal',
      'solve',
      undefined,
    ])
    expect(stepOfClick(poll(), standing('revealed'), none)).toBeUndefined()
  })

  it('leaves hidden what a later poll is compared with', () => {
    expect(stepOfClick(poll(), standing('closed'), new Set(['bill']))).toBeUndefined()
    expect(stepOfClick(poll(), standing('open'), new Set(['bill']))?.action).toBe('close')
  })

  it('leaves a board as it is', () => {
    const board = poll({ kind: 'questions' } as Partial<DeckPoll>)
    expect(stepOfClick(board, standing('open'), none)).toBeUndefined()
  })
})
