import type { AskedPoll, SessionState } from '../../src/polls/phase.ts'
import type { MovingAction, Phase } from '../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ADHOC_LIMITS, adhocOptions, askAdhoc, isAdhocId, showAdhoc } from '../../src/polls/adhoc.ts'
import { advance, beginAnew, PhaseConflict } from '../../src/polls/phase.ts'

const ASKED: AskedPoll = { question: 'Coffee now?', options: ['Yes', 'Later'], several: false }
const EMPTY: SessionState = { seq: 7, current: null, polls: new Map() }
const MOVES: MovingAction[] = ['open', 'close', 'reveal', 'solve', 'hide', 'reset', 'discuss', 'countdown']
const phaseOf = (session: SessionState, id: string) => session.polls.get(id)?.phase

describe('a typed poll', () => {
  it('opens at once, under the next free id', () => {
    const first = askAdhoc(EMPTY, ASKED)
    expect(first).toEqual({
      seq: 8,
      current: 'adhoc-1',
      polls: new Map([['adhoc-1', { phase: 'open', round: 1, asked: ASKED }]]),
    })
    const second = askAdhoc(first, { ...ASKED, question: 'Lunch?' })
    expect([...second.polls.keys()]).toEqual(['adhoc-1', 'adhoc-2'])
    expect(second.polls.get('adhoc-1')).toEqual({ phase: 'closed', round: 1, asked: ASKED })
  })

  it('closes the poll of the slide, as any other does', () => {
    const open = advance(EMPTY, 'bill', 'open', 5000)
    const after = askAdhoc(open, ASKED)
    expect(after.polls.get('bill')).toEqual({ phase: 'closed', round: 1 })
  })

  it('keeps what was asked through every action and a new audience', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...MOVES, 'anew' as const)), (actions) => {
      const after = actions.reduce((session, action) => {
        try {
          return action === 'anew' ? beginAnew(session) : advance(session, 'adhoc-1', action)
        }
        catch (error) {
          expect(error).toBeInstanceOf(PhaseConflict)
          return session
        }
      }, askAdhoc(EMPTY, ASKED))
      expect(after.polls.get('adhoc-1')?.asked).toEqual(ASKED)
    }))
  })

  it('is refused where the session has as many as it may', () => {
    const many = Array.from({ length: ADHOC_LIMITS.mostPolls }).reduce<SessionState>(now => askAdhoc(now, ASKED), EMPTY)
    expect(() => askAdhoc(many, ASKED)).toThrow(
      'This session has 50 typed polls already; write the next one into polls.yaml.',
    )
  })
})

describe('showAdhoc', () => {
  const open = askAdhoc(EMPTY, ASKED)

  it('puts an open poll away closed, so that nobody votes unseen', () => {
    const away = showAdhoc(advance(open, 'adhoc-1', 'countdown', 9000), 'adhoc-1', false)
    expect(away).toMatchObject({ seq: 10, current: null })
    expect(away.polls.get('adhoc-1')).toEqual({ phase: 'closed', round: 1, asked: ASKED })
  })

  it.each<[Phase, MovingAction[]]>([['closed', ['close']], ['revealed', ['close', 'reveal']]])(
    'brings one that is %s back as it stood',
    (phase, actions) => {
      const shown = actions.reduce((session, action) => advance(session, 'adhoc-1', action), open)
      const back = showAdhoc(showAdhoc(shown, 'adhoc-1', false), 'adhoc-1', true)
      expect([back.current, phaseOf(back, 'adhoc-1')]).toEqual(['adhoc-1', phase])
    },
  )

  it('closes a poll that is open elsewhere when one is shown again', () => {
    const elsewhere = advance(showAdhoc(open, 'adhoc-1', false), 'bill', 'open')
    expect(phaseOf(showAdhoc(elsewhere, 'adhoc-1', true), 'bill')).toBe('closed')
  })

  it('changes nothing that is so already', () => {
    expect(showAdhoc(open, 'adhoc-1', true)).toBe(open)
    const other = advance(open, 'bill', 'open')
    expect(showAdhoc(other, 'adhoc-1', false)).toBe(other)
  })
})

it('isAdhocId knows ids of typed polls only', () => {
  expect(['adhoc-1', 'adhoc-12', 'adhoc', 'adhoc-', 'adhoc-x', 'my-adhoc-1', 'adhoc-1-b'].filter(isAdhocId)).toEqual([
    'adhoc-1',
    'adhoc-12',
  ])
})

it('adhocOptions numbers options in their order', () => {
  expect(adhocOptions(['Yes', 'No'])).toEqual([{ id: 'option-1', text: 'Yes' }, { id: 'option-2', text: 'No' }])
})
