import type { EventSeries, SeriesEvent } from '../../src/content/evidenceSchema.ts'
import type { TimelineOptions, TimelinePicture } from '../../src/drawing/timeline.ts'
import type { TimelineLane } from '../../src/drawing/timelineEvents.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { formatEventDate } from '../../src/content/eventDates.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { layOutTimeline } from '../../src/drawing/timeline.ts'
import { eventsOf } from '../../src/drawing/timelineEvents.ts'
import { placeLabels } from '../../src/drawing/timelineLabels.ts'
import { seriesOf } from './charts/support/smallSeries.ts'
import { faultsOf, some } from './support/timelineFaults.ts'

const SLIDE = { width: 864, height: 366 }

function laneOf(events: Partial<SeriesEvent>[], id = 'rules'): TimelineLane {
  return {
    id,
    series: {
      kind: 'events',
      title: 'Rules',
      message: 'They changed.',
      sources: ['paper'],
      asOf: '2026-11',
      events: events.map(event => ({
        date: '2025',
        label: 'A rule',
        direction: 'event',
        sources: ['paper'],
        ...event,
      })),
    } satisfies EventSeries,
  }
}

/** Years with an event in some months, and days of a fortnight; then whatever the ledger has. */
const lanesToDraw: TimelineLane[] = [
  laneOf(
    ['2022-10-07', '2023-10-17', '2024-12', '2025-01-13', '2025-05-13', '2025-07', '2026-01'].map((date, i) => ({
      date,
      label: `Rule ${i}`,
    })),
    'years',
  ),
  laneOf(
    ['2025-01-20', '2025-01-23', '2025-01-27', '2025-01-28', '2025-01-31'].map((date, i) => ({
      date,
      label: `Day ${i}`,
    })),
    'fortnight',
  ),
  ...Object.entries(readLedger(inRoot('evidence')).series).flatMap(([id, entry]): TimelineLane[] =>
    entry.kind === 'events' ? [{ id, series: entry }] : [],
  ),
]

/** The picture, or the sentence that says why there is none. */
function drawnOrError(lanes: readonly TimelineLane[], options: TimelineOptions): TimelinePicture | string {
  try {
    return layOutTimeline(lanes, options)
  }
  catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('layOutTimeline on whole series', () => {
  it.each(lanesToDraw)('draws $id without a fault', (lane) => {
    const pick = some(lane, 8)
    const picture = layOutTimeline([lane], { ...SLIDE, pick })
    expect(faultsOf(picture)).toEqual([])
    expect(picture.height).toBeLessThanOrEqual(SLIDE.height)
    expect(picture.lanes[0]?.events.map(event => event.event.label).sort()).toEqual(pick.toSorted())
  })

  const pairs = lanesToDraw.flatMap(above =>
    lanesToDraw.filter(lane => lane !== above).map(below => [`${above.id}, ${below.id}`, [above, below]] as const),
  )
  it.each([...lanesToDraw.map(lane => [lane.id, [lane]] as const), ...pairs])(
    'draws all of %s or refuses',
    (ids, lanes) => {
      const named = lanes.map(lane => ({ ...lane, name: lanes.length > 1 ? lane.series.title : undefined }))
      const picture = drawnOrError(named, SLIDE)
      expect(typeof picture === 'string' ? picture : faultsOf(picture)).toEqual(
        typeof picture === 'string'
          ? expect.stringMatching(new RegExp(`^Timeline ${ids}: \\d+ events do not fit; pick fewer\\.$`))
          : [],
      )
    },
  )

  it('shows a fortnight in days, with its weekends', () => {
    const fortnight = lanesToDraw.filter(lane => lane.id === 'fortnight')
    const { cells, lanes } = layOutTimeline(fortnight, { ...SLIDE, from: '2025-01-20', to: '2025-02-03' })
    expect(cells.map(cell => cell.label)).toEqual([
      '20 Jan',
      '21',
      '22',
      '23',
      '24',
      '25',
      '26',
      '27',
      '28',
      '29',
      '30',
      '31',
      '1 Feb',
      '2',
      '3',
    ])
    expect(cells.flatMap((cell, i) => cell.weekend ? [i + 20] : [])).toEqual([25, 26, 32, 33])
    expect(lanes[0]?.events.length).toBeGreaterThan(2)
    for (const { event, x } of lanes[0]?.events ?? []) {
      const cell = cells[Number(event.date.slice(8)) - 20]
      expect(x, event.label).toBeCloseTo((cell?.x ?? 0) + (cell?.width ?? 0) / 2, 6)
    }
  })
})

describe('layOutTimeline', () => {
  const label = (i: number) => ['A rule', 'A longer rule', 'W', 'The longest rule of them all'][i % 4] ?? ''
  const day = fc
    .date({ min: new Date('2022-10-01'), max: new Date('2026-10-31'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10))
  const dates = fc.array(
    fc.tuple(day, fc.constantFrom(10, 7)).map(([text, length]) => text.slice(0, length)),
    { minLength: 1, maxLength: 7 },
  )

  it('places events without a fault, wherever they lie', () => {
    fc.assert(
      fc.property(dates, dates, (above, below) => {
        const lanes = [above, below].map((its, lane) =>
          laneOf(
            its.map((date, i) => ({ date, label: `${label(i)} ${lane}${i}` })),
            `lane${lane}`,
          ),
        )
        const picture = drawnOrError(
          lanes.map((lane, i) => ({ ...lane, name: `Lane ${i}` })),
          { ...SLIDE, from: '2022-10', to: '2026-10' },
        )
        expect(typeof picture === 'string' ? picture.match(/do not fit/)?.length : faultsOf(picture)).toEqual(
          typeof picture === 'string' ? 1 : [],
        )
      }),
      { numRuns: 60 },
    )
  })

  it('always places a few events that are far apart', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 3 }), (months) => {
        const lane = laneOf(
          months.map((month, i) => ({ date: `2025-${String(month).padStart(2, '0')}`, label: `Rule ${i}` })),
        )
        expect(faultsOf(layOutTimeline([lane], { ...SLIDE, from: '2025', to: '2025' }))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it.each<[what: string, events: Partial<SeriesEvent>[], when: string, bar: boolean | undefined]>([
    ['a day', [{ date: '2025-05-13' }], '13 May 2025', undefined],
    ['a rule that tightens', [{ date: '2025-05-13', direction: 'tighten' }], '13 May 2025 · tighter', undefined],
    ['one that loosens', [{ date: '2025-05', direction: 'loosen' }], 'May 2025 · looser', true],
    ['one that does both', [{ date: '2025', direction: 'mixed' }], '2025 · both ways', true],
    ['a period', [{ date: '2025-07-14', until: '2025-08-08' }], '14 Jul – 8 Aug 2025', false],
  ])('writes and draws %s', (_, events, when, vague) => {
    const event = layOutTimeline([laneOf(events)], { ...SLIDE, from: '2025', to: '2025' }).lanes[0]?.events[0]
    expect([event?.when, event?.bar?.vague]).toEqual([when, vague])
  })

  it('places a vague date in the middle of the visible part of its month or year', () => {
    const { axis, lanes } = layOutTimeline([laneOf([{ date: '2025' }])], { ...SLIDE, from: '2025-11', to: '2026-11' })
    const event = lanes[0]?.events[0]
    expect(event?.bar?.x).toBe(axis.x)
    expect(event?.x).toBeCloseTo(axis.x + (event?.bar?.width ?? 0) / 2, 6)
    expect(event?.bar?.width).toBeLessThan(axis.width / 5)
  })

  it('cuts a period at the ends of the axis', () => {
    const { axis, lanes } = layOutTimeline([laneOf([{ date: '2024-01', until: '2026-12' }])], {
      ...SLIDE,
      from: '2025',
      to: '2025',
    })
    expect(lanes[0]?.events[0]?.bar).toEqual({ x: axis.x, width: axis.width, vague: false })
  })

  it('uses larger type where there is room', () => {
    const sizes = [2, 7].map(
      count =>
        layOutTimeline(
          [
            laneOf(
              Array.from({ length: count }, (_, i) => ({
                date: `2025-01-${10 + i}`,
                label: `The new rule on chips ${i}`,
              })),
            ),
          ],
          { ...SLIDE, from: '2025-01-06', to: '2025-01-24' },
        ).type.label,
    )
    expect(sizes[0]).toBeGreaterThan(sizes[1] ?? 0)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18)
  })

  it('spreads a single lane over both sides of the bar where it does not fit above', () => {
    const days = [10, 11, 12, 14, 18, 22]
    const lane = laneOf(days.map(day => ({ date: `2025-01-${day}`, label: `A rather long label ${day}` })))
    const picture = layOutTimeline([lane], { ...SLIDE, height: 300, from: '2025-01-06', to: '2025-01-24' })
    const sides = picture.lanes[0]?.events.map(event => event.stem[1] < picture.axis.y ? 'above' : 'below')
    expect(sides).toEqual(['above', 'below', 'above', 'below', 'above', 'below'])
    expect(faultsOf(picture)).toEqual([])
  })

  it('leaves out what events do to the rules where asked', () => {
    const lane = laneOf([{ date: '2025-05-13', direction: 'tighten' }])
    expect(layOutTimeline([lane], { ...SLIDE, from: '2025', to: '2025', directions: false }).lanes[0]?.events[0]?.when)
      .toBe('13 May 2025')
  })

  it('names each January by its year', () => {
    const { cells } = layOutTimeline([laneOf([{ date: '2025-01-21' }, { date: '2026-03-06', label: 'B' }])], SLIDE)
    expect(cells.map(cell => cell.label).join(' '))
      .toBe('2025 Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec 2026 Feb Mar')
    expect(cells.filter(cell => cell.isFirst).map(cell => cell.label)).toEqual(['2025', '2026'])
  })

  it('writes a date in words where it is known in words only', () => {
    const lane = laneOf([{ date: '2025-01', when: 'late January 2025', direction: 'tighten' }])
    expect(layOutTimeline([lane], { ...SLIDE, from: '2025', to: '2025' }).lanes[0]?.events[0]?.when)
      .toBe('late January 2025 · tighter')
  })

  it.each<[what: string, options: Partial<TimelineOptions>, message: string]>([
    [
      'a pick that is no event',
      { pick: ['A rule', 'No such rule'] },
      'Timeline rules: there is no event "No such rule"; take a label of evidence/series.yaml.',
    ],
    [
      'an emphasis that is no event',
      { emphasis: ['No such rule'] },
      'Timeline rules: there is no event "No such rule"; take a label of evidence/series.yaml.',
    ],
    [
      'a pick before the axis',
      { pick: ['A rule'], from: '2026' },
      'Timeline rules: the event "A rule" is not in the picture; widen from and to, pick it, or leave it out.',
    ],
    [
      'an emphasis that was not picked',
      { pick: ['B rule'], emphasis: ['A rule'] },
      'Timeline rules: the event "A rule" is not in the picture; widen from and to, pick it, or leave it out.',
    ],
    [
      'an axis without events',
      { from: '2030', to: '2031' },
      'Timeline rules: no event lies on the axis; widen from and to.',
    ],
    [
      'an axis that runs back',
      { from: '2026', to: '2025-01' },
      'Timeline rules: the axis from 2026 to 2025-01 has no length; '
      + 'give two days, months or years such as 2022-10, the earlier first.',
    ],
    ['a date in words', { from: 'October 2022' }, 'has no length'],
    ['more events than fit', { height: 90 }, 'Timeline rules: 2 events do not fit; pick fewer.'],
  ])('refuses %s', (_, options, message) => {
    const lane = laneOf([{ date: '2025-01-13' }, { date: '2025-01-20', label: 'B rule' }])
    expect(() => layOutTimeline([lane], { ...SLIDE, to: '2026', ...options })).toThrow(message)
  })

  it.each([0, 3])('refuses %i lanes', (count) => {
    const lanes = Array.from({ length: count }, () => laneOf([{ date: '2025-01' }]))
    expect(() => layOutTimeline(lanes, SLIDE)).toThrow(`${count} series are named; name one or two.`)
  })
})

describe('the window of a timeline', () => {
  const rules = laneOf([
    { date: '2023-03-21', label: 'On sale' },
    { date: '2023-10-17', label: 'Covered' },
    { date: '2024', label: 'A year' },
  ])
  const models = laneOf([{ date: '2022-08-17', label: 'Founded' }, { date: '2024-12-26', label: 'Model' }], 'models')
  const window = ['On sale', 'Covered']
  const options = { ...SLIDE, from: '2022-07', to: '2025-03', window, windowWords: 'legal days' }
  const draw = (more: Partial<TimelineOptions> = {}) => layOutTimeline([rules, models], { ...options, ...more })

  it('reaches from one day to the other through both lanes and counts the days between', () => {
    const { window, height, lanes } = draw()
    const [opens, closes] = lanes[0]?.events ?? []
    expect(window).toMatchObject({ days: 210, words: '210 legal days', height })
    // An event stands in the middle of its day, a window begins and ends with the day.
    expect(Math.abs((window?.x ?? 0) - (opens?.x ?? 0))).toBeLessThan(1)
    expect(Math.abs((window?.x ?? 0) + (window?.width ?? 0) - (closes?.x ?? 0))).toBeLessThan(1)
  })

  it('leads by an arrow below the lanes to an event, over no label', () => {
    const { arrow, window, height } = draw({ leadsTo: 'Model' })
    expect(arrow?.stroke).toMatch(/^M[\d.]+ [\d.]+Q[\d.]+ [\d.]+ [\d.]+ [\d.]+$/)
    expect(height).toBeGreaterThan(window?.height ?? Infinity)
    expect(height).toBeLessThanOrEqual(SLIDE.height)
  })

  it.each<[what: string, more: Partial<TimelineOptions>, message: string]>([
    ['one event', { window: ['On sale'] }, 'the window names 1 events; name the one that opens it and the one that'],
    ['an unknown event', { window: ['On sale', 'Sold out'] }, 'there is no event "Sold out";'],
    ['a year in place of a day', { window: ['On sale', 'A year'] }, 'the window needs the day of "A year";'],
    ['the later day first', { window: ['Covered', 'On sale'] }, 'closes ("On sale") before it opens ("Covered");'],
    ['words that do not fit', { windowWords: 'days on which it was legal' }, 'does not fit into a window of'],
    ['an arrow without a window', { window: undefined, leadsTo: 'Model' }, 'give a window, and pick "Model".'],
    ['an arrow to the upper lane', { leadsTo: 'A year' }, 'give a window, and pick "A year".'],
    ['an arrow back', { leadsTo: 'Founded' }, 'the arrow to "Founded" has no free way'],
  ])('refuses %s', (_, more, message) => {
    expect(() => draw(more)).toThrow(`Timeline rules, models: `)
    expect(() => draw(more)).toThrow(message)
  })

  it('refuses an arrow over a label', () => {
    const events = ['2024-03-10', '2024-05-10', '2024-07-10'].map((date, i) => ({ date, label: `A longer label ${i}` }))
    const crowded = laneOf([...events, { date: '2024-12-26', label: 'Model' }], 'models')
    expect(() => layOutTimeline([rules, crowded], { ...options, pick: undefined, leadsTo: 'Model' }))
      .toThrow(/has no free way: "A longer label \d" stands in it/)
  })
})

describe('placeFlags', () => {
  const flags = fc
    .array(fc.record({ x: fc.integer({ min: 8, max: 856 }), width: fc.integer({ min: 20, max: 240 }) }), {
      minLength: 1,
      maxLength: 9,
    })
    .map(item => item.toSorted((a, b) => a.x - b.x))

  it('places flags the same each time and keeps the corner of the name free', () => {
    fc.assert(fc.property(flags, (given) => {
      const placed = placeLabels(given, 864, 200)
      expect(placeLabels(given, 864, 200)).toEqual(placed)
      placed?.places.forEach(({ level, side }, i) => {
        const { x = 0, width = 0 } = given[i] ?? {}
        // A text begins so far beside its stem.
        const left = side === 1 ? x + 7 : x - 7 - width
        const isInCorner = placed.nameAt === 'start' ? left < 200 : left + width > 864 - 200
        expect(level === placed.levels && isInCorner).toBe(false)
      })
    }), { numRuns: 100 })
  })

  it('places a text that is as wide as the picture allows, and none wider', () => {
    expect(placeLabels([{ x: 50, width: 43 }], 100)).toEqual({
      levels: 1,
      places: [{ level: 1, side: 1 }],
      nameAt: 'start',
    })
    expect(placeLabels([{ x: 50, width: 44 }], 100)).toBeUndefined()
  })

  it.each<[what: string, xs: number[], width: number, placing: string]>([
    ['on one level where there is room', [100, 300, 500], 150, '1R 1R 1R'],
    ['down towards the end of a cluster', [300, 330, 360], 150, '1L 2R 1R'],
    ['away from the end of the picture', [700, 780], 150, '1L 2L'],
    ['on one stem for one day', [400, 400], 150, '1L 1R'],
    ['above each other for three of one day', [400, 400, 400], 150, '2R 1L 1R'],
  ])('puts labels %s', (_, xs, width, placing) => {
    const placed = placeLabels(xs.map(x => ({ x, width })), 864)
    expect(placed?.places.map(place => `${place.level}${place.side === 1 ? 'R' : 'L'}`).join(' ')).toBe(placing)
  })
})

describe('formatEventDate', () => {
  it.each([
    ['2022-10-07', undefined, '7 Oct 2022'],
    ['2024-05', undefined, 'May 2024'],
    ['2021', undefined, '2021'],
    ['2025-04-09', '2025-04-15', '9–15 Apr 2025'],
    ['2025-07-31', '2025-08-22', '31 Jul – 22 Aug 2025'],
    ['2025-01', '2025-02', 'Jan–Feb 2025'],
    ['2022-11', '2023-10', 'Nov 2022 – Oct 2023'],
    ['2021', '2023', '2021–2023'],
    ['2025-01', '2025-01-30', 'Jan – 30 Jan 2025'],
  ])('formats %s to %s as %s', (date, until, words) => {
    expect(formatEventDate(date, until)).toBe(words)
  })
})

describe('eventsOf', () => {
  it('refuses a series of points', () => {
    expect(() => eventsOf('costs', seriesOf([{ value: 1 }, { value: 2 }]))).toThrow(
      'Timeline costs: the series has points and no events; name one of kind events in evidence/series.yaml.',
    )
  })
})
