import type { ChartOptions } from '../../../src/drawing/charts/chart.ts'
import type { Drawing } from '../../../src/drawing/charts/drawing.ts'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../../src/cli/paths.ts'
import { readLedger } from '../../../src/content/ledger.ts'
import { layOutChart } from '../../../src/drawing/charts/chart.ts'
import { markBounds, overlap, textBounds } from '../../../src/drawing/charts/drawing.ts'
import { textOf } from './support/smallSeries.ts'

const { series } = readLedger(inRoot('evidence'))

/** Every series of the ledger in every form that entry can have. */
const charts = Object.entries(series).flatMap(([id, entry]) => {
  if (entry.kind !== 'points')
    return []
  const positive = entry.points.every(point => Object.values(point.values).every(span => span.low > 0))
  const forms: ChartOptions[] = [{ as: 'bars' }, { as: 'bars', width: 640, height: 300 }]
  if (Object.keys(entry.measures).length <= 2)
    forms.push({ as: 'dots' }, { as: 'dots', height: 320 }, ...(positive ? [{ as: 'dots', log: true } as const] : []))
  if (entry.points.every(point => point.date !== undefined)) {
    forms.push(
      { as: 'lines' },
      { as: 'lines', width: 640, height: 300 },
      ...(positive ? [{ as: 'lines', log: true } as const] : []),
    )
  }
  return forms.map(options => [id, JSON.stringify(options), layOutChart(id, entry, options)] as const)
})

function meeting({ texts }: Drawing): string[] {
  return texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter(b => overlap(textBounds(a), textBounds(b)))
      .map(b => `${textOf(a)} / ${textOf(b)}`),
  )
}

function covering({ texts, marks }: Drawing): string[] {
  return texts.filter(text => marks.some(mark => overlap(markBounds(mark), textBounds(text)))).map(textOf)
}

function outside({ texts, marks, rules, width, height }: Drawing): string[] {
  const boxes = [
    ...texts.map(text => [textOf(text), textBounds(text)] as const),
    ...marks.map(mark => [mark.shape, markBounds(mark)] as const),
    ...rules.map(rule => [rule.role, { left: rule.x1, right: rule.x2, top: rule.y1, bottom: rule.y2 }] as const),
  ]
  return boxes
    .filter(
      ([, { left, right, top, bottom }]) =>
        !(left >= -0.5 && right <= width + 0.5 && top >= -0.5 && bottom <= height + 0.5),
    )
    .map(([what]) => what)
}

/** Grid lines that run through words. */
function struck({ texts, rules }: Drawing): string[] {
  const grid = rules
    .filter(rule => rule.role === 'grid')
    .map(rule => ({ left: rule.x1 - 0.5, right: rule.x2 + 0.5, top: rule.y1, bottom: rule.y2 + 0.5 }))
  return texts.filter(text => grid.some(rule => overlap(rule, textBounds(text)))).map(textOf)
}

describe('the series of the ledger', () => {
  it('include some to draw', () => {
    expect(charts.length).toBeGreaterThan(0)
  })

  it.each(charts)('%s as %s has all its words legible and in their place', (_, __, drawing) => {
    expect({
      meeting: meeting(drawing),
      covering: covering(drawing),
      outside: outside(drawing),
      struck: struck(drawing),
    }).toEqual({ meeting: [], covering: [], outside: [], struck: [] })
    expect(Math.min(...drawing.texts.flatMap(text => text.runs.map(run => run.size)))).toBeGreaterThanOrEqual(15)
  })

  it.each(charts)('%s as %s draws the same every time', (id, options, drawing) => {
    expect(
      layOutChart(
        id,
        series[id] ?? { kind: 'events', title: '', message: '', sources: [], asOf: '', events: [] },
        JSON.parse(options),
      ),
    ).toEqual(drawing)
  })

  it.each([...new Set(charts.map(([id]) => id))])('%s has a form that fits under a title of one line', (id) => {
    const heights = charts
      .filter(([name, options]) => name === id && !options.includes('height'))
      .map(([, , drawing]) => drawing.height)
    expect(Math.min(...heights)).toBeLessThanOrEqual(372)
  })
})
