import type { TimelineLane } from '../../src/drawing/timelineEvents.ts'
import { describe, expect, it } from 'vitest'
import { layOutTimeline } from '../../src/drawing/timeline.ts'
import { eventsOf } from '../../src/drawing/timelineEvents.ts'
import { faultsOf } from '../drawing/support/timelineFaults.ts'
import { seriesOf } from './support/storyLedger.ts'

const SLIDE = { width: 864, height: 366 }
const laneOf = (id: string): TimelineLane => ({ id, series: eventsOf(id, seriesOf(id)) })

describe('the timelines of this story', () => {
  it('draws the rules above and DeepSeek below, fifteen events of four years', () => {
    const [rules, deepseek] = [laneOf('export-controls'), laneOf('deepseek-timeline')]
    const picture = layOutTimeline(
      [
        { ...rules, name: 'US chip rules' },
        { ...deepseek, name: 'DeepSeek' },
      ],
      {
        ...SLIDE,
        from: '2022-10',
        to: '2026-11',
        pick: [
          ...[
            'First broad chip rules',
            'H800 may be sold',
            'H800 covered too',
            'AI Diffusion rule',
            'Diffusion rule withdrawn',
            'H20 allowed again',
            'H200 case by case',
            'Licence duty abroad restated',
          ],
          ...[
            'DeepSeek is founded',
            'V2 and a price war',
            'V3 and its cost table',
            'R1 is released',
            'Ascend trouble delays R2',
            'V3.2',
            'V4 preview',
          ],
        ],
      },
    )
    expect(faultsOf(picture)).toEqual([])
    expect(picture.cells.map(cell => cell.label)).toEqual(['2022', '2023', '2024', '2025', '2026'])
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
    expect(cells.filter(cell => cell.weekend).map(cell => cell.below)).toEqual(['Sat', 'Sun', 'Sat', 'Sun'])
    for (const { event, x } of lanes[0]?.events ?? []) {
      const cell = cells[Number(event.date.slice(8)) - 20]
      expect(x, event.label).toBeCloseTo((cell?.x ?? 0) + (cell?.width ?? 0) / 2, 6)
    }
  })
})
