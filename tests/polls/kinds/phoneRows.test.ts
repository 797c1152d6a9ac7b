import type { Answer, PublicPoll, RoomState } from '../../../src/polls/protocol.ts'
import type { PhoneResult } from '../../../src/polls/results/phoneRows.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceResult } from '../../../src/polls/kinds/choice/phoneRows.ts'
import { closenessOf } from '../../../src/polls/kinds/estimate/closeness.ts'
import { questionsResult } from '../../../src/polls/kinds/questions/phoneRows.ts'
import { rankResult } from '../../../src/polls/kinds/rank/phoneRows.ts'
import { scaleResult } from '../../../src/polls/kinds/scale/phoneRows.ts'

const OPTIONS = ['a', 'b', 'c'].map(id => ({ id, text: id.toUpperCase() }))
const ONE: PublicPoll = { id: 'q', kind: 'choice', question: 'Why?', options: OPTIONS, several: false }
const QUIZ = { ...ONE, hasAnswer: true }
const SEVERAL: PublicPoll = { ...ONE, several: true }
const RANK: PublicPoll = { id: 'q', kind: 'rank', question: 'Why?', options: OPTIONS }
const SCALE: PublicPoll = {
  id: 'q',
  kind: 'scale',
  question: 'Why?',
  labels: ['No', '', '', '', 'Yes'],
  confidence: false,
}
/** What is shown of the kinds that have bars. */
function resultOf(state: RoomState, answer: Answer | undefined): PhoneResult {
  const { poll } = state
  switch (poll?.kind) {
    case 'choice': return choiceResult(poll, state, answer)
    case 'scale': return scaleResult(poll, state, answer)
    case 'rank': return rankResult(poll, state, answer)
    case 'questions': return questionsResult(poll, state, answer)
    default: return expect.unreachable('it has bars')
  }
}
const rowsOf = (state: RoomState, answer: Answer | undefined) => resultOf(state, answer).rows

const room = (poll: PublicPoll, more: Partial<RoomState> = {}): RoomState => ({
  seq: 1,
  session: 's',
  poll,
  phase: 'closed',
  round: 1,
  ...more,
})
const votes = (a: number, b: number, c: number): Partial<RoomState> => ({
  phase: 'revealed',
  tally: { kind: 'choice', people: a + b + c, counts: { a, b, c } },
})

describe('results on a phone', () => {
  it('of a quiz have no colour before the answer is shown, as on the wall', () => {
    const { me, rows } = resultOf(room(QUIZ, votes(1, 5, 2)), ['b'])
    expect(me?.colour).toBe('var(--dim-plate)')
    expect(rows.map(row => [row.text, row.colour])).toEqual(['A', 'B', 'C'].map(text => [text, 'var(--dim-plate)']))
    expect(resultOf(room(ONE, votes(1, 5, 2)), ['b']).me?.colour).toBe('var(--option-2)')
  })

  it('have no number before the reveal, and mark one’s own answer', () => {
    const before = resultOf(room(ONE), ['b'])
    expect(before.me).toEqual({ lead: 'You said', said: ['B'], colour: 'var(--option-2)' })
    expect(before.rows.map(row => [row.text, row.number, row.share, ...row.tags])).toEqual([
      ['A', 1, undefined],
      ['B', 2, undefined, 'you'],
      ['C', 3, undefined],
    ])
    expect(rowsOf(room(SCALE), 5).map(row => [row.number, row.text, row.mine, row.share])).toEqual([
      [1, 'No', false, undefined],
      [2, '', false, undefined],
      [3, '', false, undefined],
      [4, '', false, undefined],
      [5, 'Yes', true, undefined],
    ])
    expect(rowsOf(room(RANK), ['c', 'a', 'b']).map(row => [row.text, row.number, ...row.tags])).toEqual([
      ['C', undefined, 'you: 1'],
      ['A', undefined, 'you: 2'],
      ['B', undefined, 'you: 3'],
    ])
  })

  it('begin with me: what I said, how many with me, which share', () => {
    const { me, rows } = resultOf(room(ONE, votes(1, 4, 2)), ['b'])
    expect(me).toEqual({
      lead: 'You and 3 others said',
      said: ['B'],
      colour: 'var(--option-2)',
      share: '57%',
      note: 'the largest group in the room',
    })
    // In the order of the wall, numbers and colours with them.
    expect(rows.map(row => [row.number, row.text, row.colour, ...row.tags])).toEqual([
      [2, 'B', 'var(--option-2)', 'you'],
      [3, 'C', 'var(--option-3)'],
      [1, 'A', 'var(--option-1)'],
    ])
    const lead = (...counts: [number, number, number]) => resultOf(room(ONE, votes(...counts)), ['a']).me
    expect(lead(1, 4, 2)).toMatchObject({ lead: 'You alone said', note: 'of the room' })
    expect(lead(2, 2, 0)).toMatchObject({ lead: 'You and 1 other said', note: 'of the room' })
  })

  it('begin with the room for somebody who has not answered', () => {
    const { me, rows } = resultOf(room(ONE, votes(1, 4, 2)), undefined)
    expect(me).toBeUndefined()
    expect(rows.flatMap(row => row.tags)).toEqual([])
    expect(resultOf(room(QUIZ, { ...votes(1, 4, 2), phase: 'solved', right: ['a'] }), undefined)).toMatchObject({
      me: undefined,
      record: { texts: ['A'], note: '1 person said so.' },
    })
  })

  it('say of a quiz nothing before the answer is shown, then whether I was right', () => {
    const shown = resultOf(room(QUIZ, votes(1, 4, 2)), ['b'])
    expect([shown.me?.verdict, shown.record, ...shown.rows.map(row => row.right)]).toEqual([
      undefined,
      undefined,
      false,
      false,
      false,
    ])
    const solved = (answer: Answer) =>
      resultOf(room(QUIZ, { ...votes(1, 4, 2), phase: 'solved', right: ['b'] }), answer)
    expect(solved(['b']).me).toEqual({
      verdict: 'Right, with 3 others',
      lead: 'You said',
      said: ['B'],
      note: 'you and 3 others',
    })
    expect(solved(['a']).me).toMatchObject({ verdict: 'Not this time', note: 'you alone' })
    expect(solved(['a']).record).toEqual({ texts: ['B'], note: '4 people said so.' })
    expect(solved(['a']).rows.map(row => [row.text, row.right])).toEqual([['A', false], ['B', true], ['C', false]])
  })

  it.each([
    [['a', 'b'], 'Right'],
    [['a'], '1 of 2 right'],
    [['a', 'b', 'c'], '2 of 2 right, plus 1 wrong'],
    [['c'], 'Not this time'],
  ])('of several right options say of %j: %s', (answer, verdict) => {
    const { me, record } = resultOf(room(SEVERAL, { ...votes(1, 4, 2), phase: 'solved', right: ['a', 'b'] }), answer)
    expect(me?.verdict).toBe(verdict)
    expect(record?.texts).toEqual(['A', 'B'])
  })

  it('of several ticks are shares of people', () => {
    const tally = { kind: 'choice' as const, people: 4, counts: { a: 3, b: 4, c: 0 } }
    const { me, rows } = resultOf(room(SEVERAL, { phase: 'revealed', tally }), ['a', 'b'])
    expect(me).toEqual({ lead: 'You said', said: ['A', 'B'] })
    expect(rows.map(({ text, share, tags }) => [text, share, ...tags])).toEqual([
      ['B', 1, 'you'],
      ['A', 0.75, 'you'],
      ['C', 0],
    ])
  })

  it('of a scale with confidence are those of its points', () => {
    const tally = { kind: 'scale' as const, people: 2, counts: { 1: 0, 2: 2, 3: 0, 4: 0, 5: 0 }, mean: 2 }
    const { me, rows } = resultOf(room({ ...SCALE, confidence: true }, { tally }), { value: 2, sure: true })
    expect(me).toMatchObject({ lead: 'You and 1 other said', said: ['2'], share: '100%' })
    expect(rows.map(({ share, mine }) => [share, mine])).toEqual([
      [0, false],
      [1, true],
      [0, false],
      [0, false],
      [0, false],
    ])
  })

  it('of a ranking are sorted by points, as shares of all possible points', () => {
    const places = { a: [0, 1, 1], b: [2, 0, 0], c: [0, 1, 1] }
    const tally = { kind: 'rank' as const, people: 2, counts: { a: 1, b: 4, c: 1 }, places }
    const { me, rows } = resultOf(room(RANK, { tally }), ['b', 'c', 'a'])
    expect(me).toMatchObject({ lead: 'You and 1 other put first', said: ['B'], share: '100%' })
    expect(rows.map(({ text, number, share, tags }) => [text, number, share, ...tags])).toEqual([
      ['B', 1, 1, 'you: 1'],
      ['C', 2, 0.25, 'you: 2'],
      ['A', 2, 0.25, 'you: 3'],
    ])
  })

  it('of a board keep its order, in shares of the entry with the most support', () => {
    const entries = [
      { id: '1', text: 'Why now?', people: 1, state: 'spotlight' as const },
      { id: '2', text: 'Who paid?', people: 4, state: 'shown' as const },
    ]
    const poll: PublicPoll = { id: 'q', kind: 'questions', question: 'Why?', max: 3, approve: false }
    expect(
      resultOf(room(poll, { tally: { kind: 'questions', people: 5, entries } }), { ask: ['who paid'], up: ['1'] }),
    ).toEqual({
      more: 0,
      me: { lead: 'You asked', said: ['who paid'] },
      rows: [
        { text: 'Why now?', mine: false, tags: ['being answered'], share: 0.25, people: 1 },
        { text: 'Who paid?', mine: true, tags: ['yours'], share: 1, people: 4 },
      ],
    })
  })

  it('fill no bar beyond 100 %, and count no others that there are not, whoever answered, nobody too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.subarray(['a', 'b', 'c']), { maxLength: 20 }),
        fc.option(fc.subarray(['a', 'b', 'c']), { nil: undefined }),
        (ballots, answer: Answer | undefined) => {
          const counts = Object.fromEntries(
            ['a', 'b', 'c'].map(id => [id, ballots.filter(ballot => ballot.includes(id)).length]),
          )
          const result = resultOf(room(SEVERAL, { tally: { kind: 'choice', people: ballots.length, counts } }), answer)
          expect(result.rows.map(row => row.text).sort()).toEqual(['A', 'B', 'C'])
          expect(result.me?.lead ?? '').not.toMatch(/-|NaN/)
          for (const { share = -1 } of result.rows) {
            expect(share).toBeGreaterThanOrEqual(0)
            expect(share).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })
})

describe('how close an estimate came', () => {
  it.each<[value: number, reference: [number, number], isShare: boolean, says: string]>([
    [5.5, [5.5, 5.5], false, 'Exactly right'],
    [6, [5, 7], false, 'Exactly right'],
    [5.8, [5.5, 5.5], false, 'Close: within 10%'],
    [5, [5.5, 5.5], false, 'Close: within 10%'],
    [7, [5, 5], false, '40% too high'],
    [3, [5, 5], false, '40% too low'],
    [120, [5.576, 5.576], false, '22 times too high'],
    [1, [3000, 4000], false, '3,000 times too low'],
    [9999, [5000, 5000], false, '100% too high'],
    [60, [54, 54], true, '6 points too high'],
    [40, [44.5, 50], true, '4.5 points too low'],
    [12, [0, 0], false, '12 too high'],
  ])('%d beside %j (in per cent: %s): %s', (value, reference, isShare, says) => {
    expect(closenessOf(value, reference, isShare)).toBe(says)
  })
})
