import type { Pace, Position, TimedSlide } from '../../src/content/pace.ts'
import { describe, expect, it } from 'vitest'
import { formatClock, paceAt, planOf, stretchAt } from '../../src/content/pace.ts'

/** Ten minutes in three sections: 1 + 2, 4 with nothing after it, 3. */
const SLIDES: TimedSlide[] = [
  { section: 'Opening', minutes: 1 },
  { section: 'Opening', minutes: 2 },
  { section: 'Economic', minutes: 4, lens: 'economic' },
  { section: 'Economic', lens: 'economic' },
  { section: 'Close', minutes: 3 },
  { section: 'Sources', minutes: 0 },
]
const PLAN = planOf(SLIDES)

describe('planOf', () => {
  it('puts the slides end to end, in seconds', () => {
    expect(PLAN.slides).toEqual(
      [
        [0, 60],
        [60, 180],
        [180, 420],
        [420, 420],
        [420, 600],
        [600, 600],
      ].map(([start, end]) => ({ start, end })),
    )
    expect(PLAN.total).toBe(600)
  })

  it('joins neighbouring slides of one name into one section', () => {
    expect(
      PLAN.sections.map(({ name, start, end, first, last, lens }) => [name, start, end, first, last, lens?.id]),
    ).toEqual([
      ['Opening', 0, 180, 1, 2, undefined],
      ['Economic', 180, 420, 3, 4, 'economic'],
      ['Close', 420, 600, 5, 5, undefined],
      ['Sources', 600, 600, 6, 6, undefined],
    ])
  })

  it('keeps sections of one name apart when others lie between', () => {
    expect(
      planOf([{ section: 'Poll' }, { section: 'Talk' }, { section: 'Poll' }]).sections.map(section => section.name),
    ).toEqual(['Poll', 'Talk', 'Poll'])
  })

  it('has one unnamed section without sections, and none without slides', () => {
    expect(planOf([{ minutes: 1 }, { minutes: 2 }]).sections).toEqual([
      { name: '', start: 0, end: 180, first: 1, last: 2 },
    ])
    expect(planOf([])).toEqual({ slides: [], sections: [], total: 0 })
  })

  it.each<[unknown, number]>([
    [undefined, 0],
    [null, 0],
    ['2', 0],
    [-1, 0],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 0],
    [0, 0],
    [0.25, 15],
    [25, 1500],
  ])('%j minutes are %d seconds', (minutes, seconds) => {
    expect(planOf([{ minutes }]).total).toBe(seconds)
  })
})

describe('stretchAt', () => {
  it.each<[string, Position, number, number]>([
    ['a slide without clicks', { no: 2, clicks: 0, clicksTotal: 0 }, 60, 180],
    ['before the first of three clicks', { no: 3, clicks: 0, clicksTotal: 3 }, 180, 240],
    ['after the second', { no: 3, clicks: 2, clicksTotal: 3 }, 300, 360],
    ['after the last', { no: 3, clicks: 3, clicksTotal: 3 }, 360, 420],
    ['more clicks than there are, as Slidev counts backwards', { no: 3, clicks: 99, clicksTotal: 3 }, 360, 420],
    ['a slide without minutes', { no: 4, clicks: 1, clicksTotal: 2 }, 420, 420],
    ['past the last slide', { no: 9, clicks: 0, clicksTotal: 0 }, 600, 600],
  ])('%s', (_, position, start, end) => {
    expect(stretchAt(PLAN, position)).toEqual({ start, end })
  })
})

describe('paceAt', () => {
  const at = (no: number, clicks = 0, clicksTotal = 0) => ({ no, clicks, clicksTotal })

  it.each<[string, Position, number, Partial<Pace>]>([
    ['the clock walks through a slide that is on time', at(3), 300, { place: 300, difference: 0, standing: 'on time' }],
    ['a minute late is no news', at(2), 240, { place: 180, difference: 60, standing: 'on time' }],
    ['more than a minute late', at(2), 241, { place: 180, difference: 61, standing: 'behind' }],
    ['a minute early is no news', at(3), 120, { place: 180, difference: -60, standing: 'on time' }],
    ['more than a minute early', at(3), 119, { place: 180, difference: -61, standing: 'ahead' }],
    ['late inside a slide, by its clicks', at(3, 0, 3), 310, { place: 240, difference: 70, standing: 'behind' }],
    ['past the end', at(5), 700, { place: 600, difference: 100, standing: 'behind' }],
  ])('%s', (_, position, elapsed, expected) => {
    expect(paceAt(PLAN, position, elapsed)).toMatchObject(expected)
  })

  it.each<[number, Pace['standing']]>([
    [6300, 'on time'],
    [6301, 'behind'],
  ])('gives five per cent after 100 minutes: %d s is %s', (elapsed, standing) => {
    expect(paceAt(planOf([{ minutes: 100 }, { minutes: 1 }]), at(1), elapsed).standing).toBe(standing)
  })

  it.each<[number, string]>([
    [1, 'Opening'],
    [2, 'Opening'],
    [4, 'Economic'],
    [5, 'Close'],
    [6, 'Sources'],
    [9, ''],
  ])('slide %d is in "%s"', (no, name) => {
    expect(paceAt(PLAN, at(no), 0).section.name).toBe(name)
  })
})

it.each<[number, string]>([
  [0, '0:00'],
  [9.9, '0:09'],
  [80, '1:20'],
  [-80, '1:20'],
  [750, '12:30'],
  [3599, '59:59'],
  [3600, '1:00:00'],
  [3750, '1:02:30'],
])('%d s is %s', (seconds, text) => {
  expect(formatClock(seconds)).toBe(text)
})
