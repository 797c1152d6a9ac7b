import type { TimelineLane } from '../../src/drawing/timelineEvents.ts'
import { describe, expect, it } from 'vitest'
import { layOutTimeline } from '../../src/drawing/timeline.ts'
import { eventsOf } from '../../src/drawing/timelineEvents.ts'
import { faultsOf } from '../drawing/support/timelineFaults.ts'
import { figureOf, seriesOf } from './support/storyLedger.ts'

const SLIDE = { width: 864, height: 366 }
const laneOf = (id: string): TimelineLane => ({ id, series: eventsOf(id, seriesOf(id)) })

/** The two lanes of the slide on the chip that was legal to sell. */
const lanes = [
  { ...laneOf('export-controls'), name: 'US chip rules' },
  { ...laneOf('deepseek-timeline'), name: 'DeepSeek' },
]
const legalWindow = {
  ...SLIDE,
  height: 340,
  directions: false,
  from: '2022-10',
  to: '2025-03',
  window: ['H800 appears', 'Rule covers H800'],
  windowWords: 'days to the rule',
  leadsTo: 'V3, on H800s',
  pick: [
    'First rules',
    'H800 appears',
    'Rule covers H800',
    'Memory and tools too',
    'Founded',
    'V2',
    'V3, on H800s',
    'R1',
  ],
}

describe('the timelines of this story', () => {
  it('draws the rules above and DeepSeek below in the largest type', () => {
    const picture = layOutTimeline(lanes, legalWindow)
    expect(faultsOf(picture)).toEqual([])
    expect(picture.cells.map(cell => cell.label)).toEqual(['2022', '2023', '2024', '2025'])
    expect(picture.type).toEqual({ label: 26, when: 19 })
  })

  it('counts as many days to the rule as the ledger says', () => {
    const { window } = layOutTimeline(lanes, legalWindow)
    expect(window?.words).toBe('210 days to the rule')
    expect(window?.days).toBe(figureOf('h800-days').value)
  })

  it('has the fortnight in days, with its weekends', () => {
    const { cells, lanes } = layOutTimeline([laneOf('two-weeks')], { ...SLIDE, from: '2025-01-20', to: '2025-02-03' })
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
    for (const { event, x } of lanes[0]?.events ?? []) {
      const cell = cells[Number(event.date.slice(8)) - 20]
      expect(x, event.label).toBeCloseTo((cell?.x ?? 0) + (cell?.width ?? 0) / 2, 6)
    }
  })
})
