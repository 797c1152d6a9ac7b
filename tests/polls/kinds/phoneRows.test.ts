import type { Answer, PublicPoll, RoomState } from '../../../src/polls/protocol.ts'
import type { PhoneRow } from '../../../src/polls/results/phoneRows.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceRows } from '../../../src/polls/kinds/choice/phoneRows.ts'
import { questionRows } from '../../../src/polls/kinds/questions/phoneRows.ts'
import { rankRows } from '../../../src/polls/kinds/rank/phoneRows.ts'
import { scaleRows } from '../../../src/polls/kinds/scale/phoneRows.ts'

const OPTIONS = ['a', 'b', 'c'].map(id => ({ id, text: id.toUpperCase() }))
const CHOICE: PublicPoll = { id: 'q', kind: 'choice', question: 'Why?', options: OPTIONS, several: true }
const RANK: PublicPoll = { id: 'q', kind: 'rank', question: 'Why?', options: OPTIONS }
const SCALE: PublicPoll = {
  id: 'q',
  kind: 'scale',
  question: 'Why?',
  labels: ['No', '', '', '', 'Yes'],
  confidence: false,
}
/** The rows of the kinds that have bars. */
function rowsOf(state: RoomState, answer: Answer | undefined): PhoneRow[] {
  const { poll } = state
  switch (poll?.kind) {
    case 'choice': return choiceRows(poll, state, answer)
    case 'scale': return scaleRows(poll, state, answer)
    case 'rank': return rankRows(poll, state, answer)
    case 'questions': return questionRows(poll, state, answer)
    default: return expect.unreachable('it has bars')
  }
}

const room = (poll: PublicPoll, more: Partial<RoomState> = {}): RoomState => ({
  seq: 1,
  session: 's',
  poll,
  phase: 'closed',
  round: 1,
  ...more,
})

describe('results on a phone', () => {
  it('have no number before the reveal, and mark one’s own answer', () => {
    expect(rowsOf(room(CHOICE), ['b'])).toEqual([
      { text: 'A', mine: false, tags: [] },
      { text: 'B', mine: true, tags: ['your answer'] },
      { text: 'C', mine: false, tags: [] },
    ])
    expect(rowsOf(room(SCALE), 5).map(row => [row.text, row.mine, row.share])).toEqual([
      ['1 No', false, undefined],
      ['2', false, undefined],
      ['3', false, undefined],
      ['4', false, undefined],
      ['5 Yes', true, undefined],
    ])
    expect(rowsOf(room(RANK), ['c', 'a', 'b']).map(row => [row.text, ...row.tags])).toEqual([
      ['C', 'you: 1'],
      ['A', 'you: 2'],
      ['B', 'you: 3'],
    ])
  })

  it('of several ticks are shares of people', () => {
    const tally = { kind: 'choice' as const, people: 4, counts: { a: 3, b: 4, c: 0 } }
    expect(
      rowsOf(room(CHOICE, { phase: 'revealed', tally, right: ['a'] }), ['a']).map(({ share, people, tags }) => [
        share,
        people,
        ...tags,
      ]),
    ).toEqual([
      [0.75, 3, 'right', 'your answer'],
      [1, 4],
      [0, 0],
    ])
  })

  it('of a scale with confidence are those of its points', () => {
    const tally = { kind: 'scale' as const, people: 2, counts: { 1: 0, 2: 2, 3: 0, 4: 0, 5: 0 }, mean: 2 }
    expect(
      rowsOf(room({ ...SCALE, confidence: true }, { tally }), { value: 2, sure: true }).map(({ share, mine }) => [
        share,
        mine,
      ]),
    ).toEqual([
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
    expect(
      rowsOf(room(RANK, { tally }), ['c', 'b', 'a']).map(({ text, share, value, tags }) => [
        text,
        share,
        value,
        ...tags,
      ]),
    ).toEqual([
      ['B', 1, '4 points', 'you: 2'],
      ['C', 0.25, '1 point', 'you: 1'],
      ['A', 0.25, '1 point', 'you: 3'],
    ])
  })

  it('of a board keep its order, in shares of the entry with the most support', () => {
    const entries = [
      { id: '1', text: 'Why now?', people: 1, state: 'spotlight' as const },
      { id: '2', text: 'Who paid?', people: 4, state: 'shown' as const },
    ]
    const poll: PublicPoll = { id: 'q', kind: 'questions', question: 'Why?', max: 3, approve: false }
    expect(
      rowsOf(room(poll, { tally: { kind: 'questions', people: 5, entries } }), { ask: ['who paid'], up: ['1'] }),
    ).toEqual([
      { text: 'Why now?', mine: false, tags: ['being answered'], share: 0.25, value: '', people: 1 },
      { text: 'Who paid?', mine: true, tags: ['yours'], share: 1, value: '', people: 4 },
    ])
  })

  it('fill no bar beyond 100 %, whoever answered, nobody too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.subarray(['a', 'b', 'c']), { maxLength: 20 }),
        fc.option(fc.subarray(['a', 'b', 'c']), { nil: undefined }),
        (ballots, answer: Answer | undefined) => {
          const counts = Object.fromEntries(
            ['a', 'b', 'c'].map(id => [id, ballots.filter(ballot => ballot.includes(id)).length]),
          )
          const rows = rowsOf(room(CHOICE, { tally: { kind: 'choice', people: ballots.length, counts } }), answer)
          expect(rows.map(row => row.text)).toEqual(['A', 'B', 'C'])
          for (const { share = -1 } of rows) {
            expect(share).toBeGreaterThanOrEqual(0)
            expect(share).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })
})
