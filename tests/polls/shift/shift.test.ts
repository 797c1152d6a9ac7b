import type { ShiftPlace } from '../../../src/polls/shift/shift.ts'
import { describe, expect, it } from 'vitest'
import { formatShiftHint, shiftOf } from '../../../src/polls/shift/shift.ts'

const before = { id: 'before', options: [{ id: 'a', text: 'Aye' }, { id: 'n', text: 'No' }] }
const after = { id: 'after', options: [{ id: 'n', text: 'No' }, { id: 'a', text: 'Aye' }] }
const tally = (a: number, n: number) => ({ people: a + n, counts: { a, n } })

describe('two votes on one question', () => {
  it('are compared by option, whatever their order and size', () => {
    expect(shiftOf(before, tally(1, 3), after, tally(6, 4))).toEqual([
      { id: 'a', text: 'Aye', before: 25, after: 60 },
      { id: 'n', text: 'No', before: 75, after: 40 },
    ])
  })

  it.each([
    ['the first is hidden', undefined, tally(1, 1)],
    ['the second is hidden', tally(1, 1), undefined],
    ['nobody answered the first', tally(0, 0), tally(1, 1)],
    ['nobody answered the second', tally(1, 1), tally(0, 0)],
  ])('show nothing while %s', (_, first, second) => {
    expect(shiftOf(before, first, after, second)).toBeUndefined()
  })

  it.each([
    ['another option', [{ id: 'a', text: 'Aye' }, { id: 'x', text: 'Else' }]],
    ['one option more', [...after.options, { id: 'x', text: 'Else' }]],
  ])('cannot be compared with %s', (_, options) => {
    expect(() => shiftOf(before, tally(1, 1), { id: 'after', options }, tally(1, 1)))
      .toThrow('Polls "before" and "after" cannot be compared: give them the same option ids in polls.yaml.')
  })
})

describe('formatShiftHint', () => {
  it.each<[ShiftPlace, string]>([
    ['room', 'Show the results of both votes, and this slide compares them.'],
    ['reader', 'Answer the question at the beginning and at the end, and this slide compares your answers.'],
    ['paper', 'In a room with phones, this slide compares the two votes.'],
  ])('says what two votes wait for in a %s', (place, hint) => {
    expect(formatShiftHint({ hasResults: false, place, isPaired: true })).toBe(hint)
  })

  it('says why few voters are not followed, only where two polls are paired', () => {
    const shown = { hasResults: true, place: 'room' } as const
    expect(formatShiftHint({ ...shown, isPaired: true })).toContain('Fewer than five voters')
    expect(formatShiftHint({ ...shown, isPaired: false })).toBe('')
  })
})
