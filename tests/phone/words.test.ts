import type { BallotStatus } from '../../src/phone/useBallot.ts'
import type { Situation } from '../../src/phone/words.ts'
import type { Link } from '../../src/polls/eventStream.ts'
import type { Phase, PublicPoll, RoomState } from '../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countdownOf } from '../../src/composables/useCountdown.ts'
import { stageOf } from '../../src/phone/stage.ts'
import { sayClock, sayPassing, sayStatus } from '../../src/phone/words.ts'

const CHOICE: PublicPoll = { id: 'a', kind: 'choice', question: 'Why?', options: [], several: false }
const POLLS: PublicPoll[] = [
  CHOICE,
  { ...CHOICE, several: true },
  { id: 'a', kind: 'scale', question: 'Why?', labels: [], confidence: false },
  { id: 'a', kind: 'scale', question: 'Why?', labels: [], confidence: true },
  { id: 'a', kind: 'estimate', question: 'Why?', unit: 'count', min: 1, max: 9, log: true },
  { id: 'a', kind: 'words', question: 'Why?', max: 3, approve: false },
  { id: 'a', kind: 'rank', question: 'Why?', options: [] },
  { id: 'a', kind: 'questions', question: 'Why?', max: 3, approve: false },
]
const room = (state: Partial<RoomState> = {}): RoomState => ({
  seq: 1,
  session: 's',
  poll: CHOICE,
  phase: 'open',
  round: 1,
  ...state,
})
const say = (situation: Partial<Situation>) =>
  sayStatus({ room: room(), status: 'none', earlier: false, link: 'live', ended: false, ...situation })

describe('what a phone says', () => {
  it.each<[says: string, situation: Partial<Situation>]>([
    ['One moment…', { room: undefined, link: 'connecting' }],
    ['The room cannot be reached. Check the Wi-Fi; this page keeps trying.', { room: undefined, link: 'offline' }],
    ['The next question will appear here by itself.', { room: room({ poll: null }) }],
    ['Choose your answer.', {}],
    ['A new vote. Choose your answer.', { room: room({ round: 2 }) }],
    ['Sending your answer…', { status: 'sending' }],
    ['Sending your answer…', { status: 'sending', room: room({ phase: 'closed' }) }],
    ['Offline. Your answer is kept here and sent later.', { status: 'sending', link: 'offline' }],
    ['Counted. You can change it until voting closes.', { status: 'counted', earlier: true }],
    ['Offline, trying again… Your answer was counted.', { status: 'counted', earlier: true, link: 'offline' }],
    ['Offline, trying again… You can answer meanwhile.', { link: 'offline' }],
    ['Voting is closed.', { room: room({ phase: 'closed' }) }],
    [
      'Voting is closed. Your answer was counted.',
      { room: room({ phase: 'closed' }), status: 'counted', earlier: true },
    ],
    [
      'Voting closed before your answer arrived, so it was not counted.',
      { room: room({ phase: 'closed' }), status: 'late' },
    ],
    [
      'Voting closed before your change arrived. Your earlier answer was counted.',
      { room: room({ phase: 'closed' }), status: 'late', earlier: true },
    ],
    [
      'The results are in. Your answer was counted.',
      { room: room({ phase: 'revealed' }), status: 'counted', earlier: true },
    ],
    [
      'Ask somebody who chose otherwise why. You vote again in a moment.',
      { room: room({ phase: 'idle', round: 2, endsIn: 9000 }) },
    ],
    [
      'This page is older than the question: reload it.',
      { room: room({ poll: { ...CHOICE, kind: 'karaoke' } as unknown as PublicPoll }) },
    ],
    ['The board is closed.', { room: room({ poll: POLLS[7] as PublicPoll, phase: 'closed' }), status: 'counted' }],
  ])('%s', (says, situation) => {
    expect(say(situation)).toBe(says)
  })

  const anySituation: fc.Arbitrary<Situation> = fc.record({
    room: fc.option(fc.record({
      seq: fc.constant(1),
      session: fc.constant('s'),
      poll: fc.option(fc.constantFrom(...POLLS)),
      phase: fc.constantFrom<Phase>('idle', 'open', 'closed', 'revealed'),
      round: fc.constantFrom(1, 2),
    }), { nil: undefined }),
    status: fc.constantFrom<BallotStatus>('none', 'sending', 'counted', 'late', 'refused'),
    earlier: fc.boolean(),
    link: fc.constantFrom<Link>('connecting', 'live', 'offline', 'refused'),
    ended: fc.boolean(),
  })

  it('is one or two sentences, and never that an answer counts which does not', () => {
    fc.assert(fc.property(anySituation, (situation) => {
      const says = sayStatus(situation)
      const { status, earlier } = situation
      expect(says).toMatch(/^[A-Z].*[.…]$/)
      if (/\bcounted\b(?<!not counted)/i.test(says))
        expect(status === 'counted' || (status === 'late' && earlier)).toBe(true)
      if (says.startsWith('Sending'))
        expect(status).toBe('sending')
    }), { numRuns: 1000 })
  })

  it('never hides that an answer is under way, or that the link is lost', () => {
    fc.assert(fc.property(anySituation, (situation) => {
      const says = sayStatus(situation)
      if (situation.room && situation.status === 'sending')
        expect(says).toMatch(/^Sending|is kept here/)
      if (situation.link === 'offline')
        expect(says).toMatch(/Offline|cannot be reached|Nothing was heard/)
    }), { numRuns: 1000 })
  })

  it('fits the two lines that the status has while people vote', () => {
    fc.assert(
      fc.property(
        anySituation.filter(
          situation => stageOf(situation.room) === 'open' && situation.status !== 'refused' && !situation.ended,
        ),
        (situation) => {
          expect(sayStatus(situation).length).toBeLessThanOrEqual(58)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('the clock in words', () => {
  it.each([
    [60, 60, false, '1:00 left'],
    [13, 60, false, '0:13 left'],
    [12, 60, false, 'Only 0:12 left'],
    [3, 60, false, 'Last seconds: 0:03'],
    [0, 60, false, 'Closing…'],
    [60, 60, true, 'Talk it over with your neighbour: 1:00'],
    [3, 60, true, 'Talk it over with your neighbour: 0:03'],
    [0, 60, true, 'Talk it over with your neighbour'],
  ])('with %d of %d seconds, talking %s: %s', (left, total, talking, says) => {
    expect(sayClock(countdownOf(left * 1000, total * 1000), talking)).toBe(says)
  })
})

describe('what a screen reader hears of the clock', () => {
  it.each([
    [30, 31, '30 seconds left.'],
    [29, 32, '29 seconds left.'],
    [30, 30, undefined],
    [10, 11, '10 seconds left.'],
    [9, 40, '9 seconds left.'],
    [20, 21, undefined],
    [60, 5, '60 seconds left.'],
    [0, 1, ''],
    [undefined, 5, ''],
    [30, undefined, '30 seconds left.'],
  ])('at %s seconds after %s: %j', (now, before, says) => {
    expect(sayPassing(now, before)).toBe(says)
  })

  it('is its start and at most two marks, however its ticks fall, and always the true time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 100 }),
        (first, steps) => {
          const seconds = steps.reduce((before, step) => [...before, Math.max(0, (before.at(-1) ?? 0) - step)], [first])
          const told = seconds
            .map((now, i) => ({ now, says: sayPassing(now, seconds[i - 1]) }))
            .filter(item => item.says)
          expect(told.length).toBeLessThanOrEqual(3)
          for (const { now, says } of told) expect(says).toBe(`${now} seconds left.`)
        },
      ),
    )
  })
})
