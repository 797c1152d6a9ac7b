import type { PollState, SessionState } from '../../src/polls/phase.ts'
import type { ClockAction, DeckPoll, MovingAction, Phase, StageAction, StagePoll } from '../../src/polls/protocol.ts'
import type { Step } from '../../src/polls/steps.ts'
import { describe, expect, it } from 'vitest'
import {
  DECK_KEYS,
  HELP_KEY,
  keyForDialog,
  keyForStep,
  LOBBY_KEY,
  namesOf,
  POLL_KEYS,
} from '../../src/polls/keys.ts'
import { advance, INITIAL_POLL_STATE, lastRound, showRound } from '../../src/polls/phase.ts'
import { adjustClock } from '../../src/polls/pollClock.ts'
import { CLOCK_ACTIONS } from '../../src/polls/protocol.ts'
import { availableSteps, findStep, formatNoStep } from '../../src/polls/steps.ts'

/** What Slidev 53 does by itself. */
const SLIDEV = ['d', 'o', 'g', 'f', '`', ' ', 'enter', 'escape', 'shift']

it('uses no key twice, and none of Slidev’s', () => {
  const keys = [...POLL_KEYS.map(key => key.key), HELP_KEY, LOBBY_KEY]
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  expect(keys.filter(key => SLIDEV.includes(key) || DECK_KEYS.some(deckKey => deckKey.key === key))).toEqual([])
})

it.each<[StageAction, Phase, string | undefined]>([
  ['open', 'idle', 'v'],
  ['close', 'open', 'v'],
  ['countdown', 'open', 't'],
  ['reveal', 'closed', 'v'],
  ['discuss', 'closed', 'k'],
  // Opening again is no next step.
  ['open', 'closed', undefined],
  ['reset', 'closed', 'n'],
  ['hide', 'revealed', 'h'],
])('%s while %s is done with %s', (action, phase, key) => {
  const poll = { id: 'bill', kind: 'choice', discuss: 60 } as DeckPoll
  expect(keyForStep(action, poll, { id: 'bill', phase, round: 1, answered: 0 })).toBe(key)
})

describe('nothing is lost by one key', () => {
  const poll = { id: 'bill', kind: 'choice', discuss: 60, hasAnswer: true } as DeckPoll
  const asStage = ({ phase, round, endsAt, paused, ...more }: PollState): StagePoll => ({
    ...more,
    id: 'bill',
    phase,
    round,
    answered: 7,
    ...(endsAt !== undefined || paused !== undefined) && { endsIn: 9 },
    ...paused !== undefined && { paused: true },
  })
  const apply = (session: SessionState, { action, seconds }: Pick<Step, 'action' | 'seconds'>) =>
    (CLOCK_ACTIONS as readonly StageAction[]).includes(action)
      ? adjustClock(session, 'bill', action as ClockAction, 9, 0)
      : advance(session, 'bill', action as MovingAction, seconds === 0 ? undefined : seconds)
  const pollIn = (session: SessionState) => session.polls.get('bill') ?? INITIAL_POLL_STATE
  const keyOf = ({ phase, round }: PollState) => `${phase} ${round}`

  /** Every state that buttons lead to from here, rounds included. */
  function reachable(from: SessionState): Set<string> {
    const seen = new Map([[keyOf(pollIn(from)), from]])
    for (const session of seen.values()) {
      const now = pollIn(session)
      const rounds = now.phase === 'open' ? [] : Array.from({ length: lastRound(now) }, (_, i) => i + 1)
      const next = [
        ...availableSteps(poll, asStage(now))
          .filter(({ action }) => !['reset', 'discuss'].includes(action))
          .map(step => apply(session, step)),
        ...rounds.map(round => showRound(session, 'bill', round)),
      ]
      for (const state of next)
        seen.set(keyOf(pollIn(state)), seen.get(keyOf(pollIn(state))) ?? state)
    }
    return new Set(seen.keys())
  }

  const CASES = (['open', 'closed', 'revealed', 'solved'] as const).flatMap(phase =>
    POLL_KEYS.flatMap(({ key, press }) => namesOf(press).map(name => ({ phase, key, name }))))

  it.each(CASES)('of a poll that is $phase: $key, $name', ({ phase, name }) => {
    const polls = new Map([['bill', { phase, round: 2, endsAt: 5 }]])
    const before: SessionState = { seq: 1, current: 'bill', polls }
    const step = findStep(name, poll, asStage(pollIn(before)))
    if (step)
      expect(reachable(apply(before, step))).toContain(`${phase} 2`)
    else
      expect(formatNoStep(name, poll, { phase })).toMatch(/\.$/)
  })
})

it('opens every dialog of a poll with a key', () => {
  expect([keyForDialog('entries'), keyForDialog('paper')]).toEqual(['m', 'p'])
})
