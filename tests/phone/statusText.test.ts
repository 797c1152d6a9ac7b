import type { PartState } from '../../src/phone/stage.ts'
import type { Situation, StatusText } from '../../src/phone/statusText.ts'
import type { BallotStatus } from '../../src/phone/useBallot.ts'
import type { Link } from '../../src/polls/eventStream.ts'
import type { Answer, Phase, PollKind, PublicPoll, RoomState } from '../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stageOf } from '../../src/phone/stage.ts'
import { formatStatus } from '../../src/phone/statusText.ts'

const OPTIONS = ['a', 'b', 'c'].map(id => ({ id, text: id }))
const CHOICE: PublicPoll = { id: 'a', kind: 'choice', question: 'Why?', options: OPTIONS, several: false }
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
const NOTHING: Situation = {
  room: room(),
  status: 'none',
  answer: undefined,
  hasUnsent: false,
  isSlow: false,
  part: 'here',
  link: 'live',
  hasEnded: false,
  hasCookies: true,
  isBesideSlide: false,
}
const text = ({ head, more }: StatusText) => `${head} ${more}`.trim()
const ANSWER = ['b']
const counted: Partial<Situation> = { status: 'counted', answer: ANSWER }

describe('what a phone says', () => {
  it.each<[says: string, mood: StatusText['mood'], situation: Partial<Situation>]>([
    ['One moment…', 'plain', { room: undefined, link: 'connecting' }],
    [
      'The room cannot be reached. Check the Wi-Fi; this page keeps trying.',
      'plain',
      { room: undefined, link: 'offline' },
    ],
    ['Look up. The next question will appear here by itself.', 'plain', { room: room({ poll: null }) }],
    ['The next question will appear here by itself.', 'plain', { room: room({ poll: null }), isBesideSlide: true }],
    [
      'No connection. This page keeps trying.',
      'plain',
      { room: room({ poll: null }), link: 'offline', isBesideSlide: true },
    ],
    ['Look up. No connection. This page keeps trying.', 'plain', { room: room({ poll: null }), link: 'offline' }],
    ['Tap one. That is your vote. You can change it.', 'plain', {}],
    ['A new vote. Tap one. That is your vote. You can change it.', 'plain', { room: room({ round: 2 }) }],
    ['Sending… Your answer is on its way.', 'plain', { status: 'sending', answer: ANSWER }],
    [
      'Not counted yet. It is safe on this phone and will be sent by itself.',
      'kept',
      { status: 'sending', answer: ANSWER, isSlow: true },
    ],
    [
      'Not counted yet. It is safe on this phone and will be sent by itself.',
      'kept',
      { status: 'sending', answer: ANSWER, link: 'offline' },
    ],
    [
      'Not counted yet. It is safe on this phone and will be sent by itself.',
      'kept',
      { status: 'sending', answer: ANSWER, isSlow: true, room: room({ phase: 'closed' }) },
    ],
    ['Counted. You said 2. Tap another to change it.', 'counted', counted],
    [
      'Counted. You said 1 and 3. Tap others and send to change it.',
      'counted',
      { ...counted, answer: ['a', 'c'], room: room({ poll: POLLS[1] as PublicPoll }) },
    ],
    [
      'Counted. You said 1 and 3. Your change is not sent yet.',
      'counted',
      { ...counted, answer: ['a', 'c'], hasUnsent: true, room: room({ poll: POLLS[1] as PublicPoll }) },
    ],
    [
      'Counted. You said 4. How sure are you? You may skip this.',
      'counted',
      { ...counted, answer: 4, room: room({ poll: POLLS[3] as PublicPoll }) },
    ],
    [
      'Counted. You are sure of 4. Tap another to change it.',
      'counted',
      { ...counted, answer: { value: 4, sure: true }, room: room({ poll: POLLS[3] as PublicPoll }) },
    ],
    ['Counted. You said 2. No connection. This page keeps trying.', 'counted', { ...counted, link: 'offline' }],
    ['No connection to the room. You can answer all the same.', 'plain', { link: 'offline' }],
    ['Voting is closed. You gave no answer.', 'plain', { room: room({ phase: 'closed' }) }],
    ['Voting is closed. Your answer was counted.', 'plain', { room: room({ phase: 'closed' }), ...counted }],
    [
      'Voting is closed. What you had not sent does not count.',
      'lost',
      { room: room({ phase: 'closed' }), hasUnsent: true },
    ],
    [
      'Voting is closed. Not all had a place, so your order does not count.',
      'lost',
      { room: room({ phase: 'closed', poll: POLLS[6] as PublicPoll }), hasUnsent: true },
    ],
    [
      'Voting is closed. Your earlier answer was counted.',
      'lost',
      { room: room({ phase: 'closed', poll: POLLS[6] as PublicPoll }), ...counted, hasUnsent: true },
    ],
    [
      'Voting is closed. The word that you had not sent does not count.',
      'lost',
      { room: room({ phase: 'closed', poll: POLLS[5] as PublicPoll }), ...counted, hasUnsent: true },
    ],
    [
      'Too late, so not counted. Voting closed before your answer arrived.',
      'lost',
      { room: room({ phase: 'closed' }), status: 'late' },
    ],
    [
      'Your change came too late. Your earlier answer was counted.',
      'lost',
      { room: room({ phase: 'closed' }), status: 'late', answer: ANSWER },
    ],
    ['Not counted. The room did not take your answer.', 'lost', { status: 'refused' }],
    [
      'Not counted. Allow cookies for this page, or vote on paper.',
      'lost',
      { status: 'refused', hasCookies: false },
    ],
    ['The results are in. Your answer was counted.', 'plain', { room: room({ phase: 'revealed' }), ...counted }],
    ['Here is the answer. Your answer was counted.', 'plain', { room: room({ phase: 'solved' }), ...counted }],
    [
      'Ask why others chose differently. You vote again in a moment.',
      'plain',
      { room: room({ phase: 'idle', round: 2, endsIn: 9000 }) },
    ],
    [
      'This question is newer than the page. Reload the page to take part.',
      'plain',
      { room: room({ poll: { ...CHOICE, kind: 'karaoke' } as unknown as PublicPoll }) },
    ],
    [
      'One moment…',
      'plain',
      { room: room({ poll: POLLS[7] as PublicPoll }), part: 'coming' },
    ],
    ['Tap one. That is your vote. You can change it.', 'plain', { part: 'gone' }],
    [
      'This question is newer than the page. Reload the page to take part.',
      'plain',
      { room: room({ poll: POLLS[7] as PublicPoll }), part: 'gone' },
    ],
    [
      'Questions are closed.',
      'plain',
      { room: room({ poll: POLLS[7] as PublicPoll, phase: 'closed' }), ...counted, answer: { ask: ['Why?'], up: [] } },
    ],
  ])('%s', (says, mood, situation) => {
    const status = formatStatus({ ...NOTHING, ...situation })
    expect([text(status), status.mood]).toEqual([says, mood])
  })

  /** An answer of the poll's kind. */
  const ANSWERS: Record<PollKind, Answer> = {
    choice: ['a', 'c'],
    scale: { value: 3, sure: false },
    estimate: 7,
    words: ['hype', 'panic'],
    rank: ['a', 'b'],
    points: { points: { a: 100 } },
    grid: { places: { a: [1, 5] } },
    questions: { ask: ['Why?'], up: [] },
  }
  const anySituation: fc.Arbitrary<Situation> = fc.record({
    room: fc.option(fc.record({
      seq: fc.constant(1),
      session: fc.constant('s'),
      poll: fc.option(fc.constantFrom(...POLLS)),
      phase: fc.constantFrom<Phase>('idle', 'open', 'closed', 'revealed'),
      round: fc.constantFrom(1, 2),
    }), { nil: undefined }),
    status: fc.constantFrom<BallotStatus>('none', 'sending', 'counted', 'late', 'refused'),
    hasUnsent: fc.boolean(),
    isSlow: fc.boolean(),
    part: fc.constantFrom<PartState>('coming', 'here', 'gone'),
    link: fc.constantFrom<Link>('connecting', 'live', 'offline', 'refused'),
    hasEnded: fc.boolean(),
    hasCookies: fc.boolean(),
    isBesideSlide: fc.boolean(),
    hasAnswer: fc.boolean(),
  }).map(({ hasAnswer, ...situation }) => ({
    ...situation,
    // What counts, or is on its way, is there to be seen.
    answer: situation.room?.poll && (hasAnswer || ['counted', 'sending'].includes(situation.status))
      ? ANSWERS[situation.room.poll.kind]
      : undefined,
  }))

  it('is one or two sentences, and never claims that an uncounted answer counts', () => {
    fc.assert(fc.property(anySituation, (situation) => {
      const { mood, ...said } = formatStatus(situation)
      const says = text({ ...said, mood })
      const { status, answer } = situation
      expect(says).toMatch(/^[A-Z].*[.…]$/)
      if (/\bcounted\b(?<!not counted)/i.test(says))
        expect(status === 'counted' || (status === 'late' && answer !== undefined)).toBe(true)
      if (mood === 'counted')
        expect(status).toBe('counted')
      expect(mood === 'kept').toBe(says.startsWith('Not counted yet'))
      if (says.startsWith('Sending'))
        expect(status).toBe('sending')
    }), { numRuns: 1000 })
  })

  it('never hides that an answer is being sent, or that the connection is lost', () => {
    fc.assert(fc.property(anySituation, (situation) => {
      const says = text(formatStatus(situation))
      if (situation.room && situation.status === 'sending')
        expect(says).toMatch(/^Sending|^Not counted yet/)
      if (situation.link === 'offline' && situation.status !== 'refused')
        expect(says).toMatch(/No connection|cannot be reached|gone silent|^Not counted yet/)
    }), { numRuns: 1000 })
  })

  it('has a head of one line and little to add while people vote', () => {
    fc.assert(
      fc.property(
        anySituation.filter(
          situation => stageOf(situation.room) === 'open' && situation.status !== 'refused' && !situation.hasEnded,
        ),
        (situation) => {
          const { head, more } = formatStatus(situation)
          expect(head.length).toBeLessThanOrEqual(42)
          expect(more.length).toBeLessThanOrEqual(60)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
