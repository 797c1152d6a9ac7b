import type { Situation } from '../../src/phone/statusText.ts'
import type { BallotStatus } from '../../src/phone/useBallot.ts'
import type { Link } from '../../src/polls/eventStream.ts'
import type { Phase, PublicPoll, RoomState } from '../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stageOf } from '../../src/phone/stage.ts'
import { formatStatus } from '../../src/phone/statusText.ts'

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
  formatStatus({ room: room(), status: 'none', hasEarlier: false, link: 'live', hasEnded: false, ...situation })

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
    ['Counted. You can change it until voting closes.', { status: 'counted', hasEarlier: true }],
    ['Offline, trying again… Your answer was counted.', { status: 'counted', hasEarlier: true, link: 'offline' }],
    ['Offline, trying again… You can answer meanwhile.', { link: 'offline' }],
    ['Voting is closed.', { room: room({ phase: 'closed' }) }],
    [
      'Voting is closed. Your answer was counted.',
      { room: room({ phase: 'closed' }), status: 'counted', hasEarlier: true },
    ],
    [
      'Voting closed before your answer arrived, so it was not counted.',
      { room: room({ phase: 'closed' }), status: 'late' },
    ],
    [
      'Voting closed before your change arrived. Your earlier answer was counted.',
      { room: room({ phase: 'closed' }), status: 'late', hasEarlier: true },
    ],
    [
      'The results are in. Your answer was counted.',
      { room: room({ phase: 'revealed' }), status: 'counted', hasEarlier: true },
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
    hasEarlier: fc.boolean(),
    link: fc.constantFrom<Link>('connecting', 'live', 'offline', 'refused'),
    hasEnded: fc.boolean(),
  })

  it('is one or two sentences, and never claims that an uncounted answer counts', () => {
    fc.assert(fc.property(anySituation, (situation) => {
      const says = formatStatus(situation)
      const { status, hasEarlier } = situation
      expect(says).toMatch(/^[A-Z].*[.…]$/)
      if (/\bcounted\b(?<!not counted)/i.test(says))
        expect(status === 'counted' || (status === 'late' && hasEarlier)).toBe(true)
      if (says.startsWith('Sending'))
        expect(status).toBe('sending')
    }), { numRuns: 1000 })
  })

  it('never hides that an answer is being sent, or that the connection is lost', () => {
    fc.assert(fc.property(anySituation, (situation) => {
      const says = formatStatus(situation)
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
          situation => stageOf(situation.room) === 'open' && situation.status !== 'refused' && !situation.hasEnded,
        ),
        (situation) => {
          expect(formatStatus(situation).length).toBeLessThanOrEqual(58)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
