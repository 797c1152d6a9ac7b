import type { ScaleTally } from '../../../src/polls/kinds/scale/answer.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'
import { layOutScale, SCALE } from '../../../src/polls/kinds/scale/columns.ts'
import { scaleFrom, scalePoll, SLACK, SPACE, textOf } from '../support/drawnPolls.ts'

const sure = scalePoll({ confidence: true })
const drawnOf = (counts: number[], more: number[] = [], poll = scalePoll()) =>
  layOutScale(poll, scaleFrom(poll, counts, more), SPACE)

describe('the columns of a scale', () => {
  it.each<[what: string, counts: number[], leads: string[]]>([
    ['nobody', [], []],
    ['one person', [0, 0, 1], ['3']],
    ['all at one point', [0, 0, 0, 0, 500], ['5']],
    ['two that lead', [4, 1, 0, 4, 1], ['1', '4']],
  ])('of %s', (_, counts, leads) => {
    const { columns, base } = drawnOf(counts)
    expect(columns.map(column => column.point)).toEqual(['1', '2', '3', '4', '5'])
    expect(columns.map(column => column.count)).toEqual(Array.from({ length: 5 }, (_, i) => counts[i] ?? 0))
    expect(columns.filter(column => column.leads).map(column => column.point)).toEqual(leads)
    expect(columns.filter(column => column.count === 0).every(column => column.top === base)).toBe(true)
  })

  it('are as high as their counts, side by side, with sure voters on the axis and guessing ones on top', () => {
    const votes = fc.array(fc.tuple(fc.nat(300), fc.nat(300)), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(votes, (some) => {
        const { columns, base } = drawnOf(
          some.map(([a, b]) => a + b),
          some.map(([a]) => a),
          sure,
        )
        const most = Math.max(1, ...columns.map(column => column.count))
        for (const [i, { x, width, top, count, parts }] of columns.entries()) {
          expect(base - top).toBeCloseTo((count / most) * (base - SCALE.numbers), 6)
          expect(parts.map(part => [part.of, part.count])).toEqual([
            ['sure', some[i]?.[0]],
            ['guess', some[i]?.[1]],
          ])
          expect(
            parts
              .map(part => part.height)
              .every((value, j) => Math.abs(value - ((parts[j]?.count ?? 0) / most) * (base - SCALE.numbers)) < SLACK),
          ).toBe(true)
          expect(parts[0]?.y).toBeCloseTo(base - (parts[0]?.height ?? 0), 6)
          expect(parts[1]?.y).toBeCloseTo(top, 6)
          expect(x).toBeGreaterThanOrEqual(i === 0 ? -SLACK : (columns[i - 1]?.x ?? 0) + width)
          expect(x + width).toBeLessThanOrEqual(SPACE.width + SLACK)
        }
      }),
    )
  })

  it('have labels inside only where they fit', () => {
    const { columns } = drawnOf([100, 0, 0, 0, 1], [99, 0, 0, 0, 0], sure)
    expect(columns[0]?.parts.map(part => part.roomy)).toEqual([true, false])
  })

  it('are flat on the axis before the results', () => {
    const { columns, mean, base } = layOutScale(scalePoll(), undefined, SPACE)
    expect(columns.every(column => column.top === base && !column.leads)).toBe(true)
    expect(mean).toBeUndefined()
  })
})

describe('the mean of a scale', () => {
  it.each<[counts: number[], value: string, at: number, anchor: string]>([
    [[3], '1.0', 0, 'start'],
    [[0, 0, 2], '3.0', 2, 'start'],
    [[0, 0, 0, 1, 1], '4.5', 3.5, 'end'],
    [[0, 0, 0, 0, 500], '5.0', 4, 'end'],
  ])('of %j is %s, at its place, with its words on the side that has room', (counts, value, at, anchor) => {
    const { mean, columns } = drawnOf(counts)
    const [first = Number.NaN, last = Number.NaN] = [columns[0]?.middle, columns[4]?.middle]
    expect(mean).toMatchObject({ value, anchor })
    expect(mean?.x).toBeCloseTo(first + (last - first) * at / 4, 6)
    const words = textWidthAnyScript(`mean ${value}`, 17)
    const [left, right]
      = anchor === 'start'
        ? [mean?.textX ?? 0, (mean?.textX ?? 0) + words]
        : [(mean?.textX ?? 0) - words, mean?.textX ?? 0]
    expect([left >= 0, right <= SPACE.width]).toEqual([true, true])
  })

  it('is missing for nobody', () => {
    expect(drawnOf([]).mean).toBeUndefined()
  })
})

describe('the labels of a scale', () => {
  /** From where to where the lines of each label run. */
  function spansOf(labels: string[], height = SPACE.height) {
    const poll = scalePoll({ labels })
    const drawing = layOutScale(poll, scaleFrom(poll, [1, 2, 3, 2, 1]), { ...SPACE, height })
    const spans = drawing.labels.map(({ x, anchor, lines, type }) => {
      const wide = Math.max(...lines.map(line => textWidthAnyScript(line, type.size, type.condensed)))
      return anchor === 'start' ? [x, x + wide] : anchor === 'end' ? [x - wide, x] : [x - wide / 2, x + wide / 2]
    })
    return { drawing, spans }
  }

  it.each<[what: string, labels: string[]]>([
    ['two short ends', ['Not at all', '', '', '', 'Perfectly']],
    ['two long ends', [textOf(40), '', '', '', textOf(40)]],
    ['five short', ['Never', 'Hardly', 'Perhaps', 'Mostly', 'Surely']],
    ['five long', Array.from<string>({ length: 5 }).fill(textOf(40))],
    [
      'words wider than a column',
      ['Unequivocally', 'Incomprehensibly', 'Counterrevolutionarily', 'Disproportionately', 'Overwhelmingly'],
    ],
    ['five in Chinese', Array.from<string>({ length: 5 }).fill('这个问题实在太难了我们谁也说不清楚到底怎么回事')],
  ])('%s: stay in the picture, apart and complete', (_, labels) => {
    for (const height of [150, 300]) {
      const { drawing, spans } = spansOf(labels, height)
      expect(spans.flat().filter(span => span < -SLACK || span > SPACE.width + SLACK)).toEqual([])
      expect(spans.filter(([left = 0], i) => i > 0 && left <= (spans[i - 1]?.[1] ?? 0))).toEqual([])
      expect(drawing.labels.map(label => label.lines.join('').replace(/\s/g, ''))).toEqual(
        labels.filter(label => label !== '').map(label => label.replace(/\s/g, '')),
      )
      const bottom = Math.max(
        ...drawing.labels.map(
          label => drawing.base + SCALE.mean + SCALE.points + label.lines.length * label.type.leading,
        ),
      )
      expect(bottom).toBeLessThanOrEqual(height + SLACK)
      expect(drawing.base - SCALE.numbers).toBeGreaterThanOrEqual(height === 300 ? 120 : 12)
    }
  })
})

it('sets labels smaller rather than breaking a word', () => {
  const { labels } = layOutScale(
    scalePoll({ labels: ['Unequivocally', 'Hardly', 'Perhaps', 'Mostly', 'Surely'] }),
    undefined,
    SPACE,
  )
  expect(labels.map(label => label.lines)).toEqual([['Unequivocally'], ['Hardly'], ['Perhaps'], ['Mostly'], ['Surely']])
  expect(labels[0]?.type.size).toBe(15)
})

it('takes points missing from the server’s counts as zero', () => {
  const tally: ScaleTally = { kind: 'scale', people: 3, counts: { 1: 3 }, mean: 1 }
  expect(layOutScale(scalePoll(), tally, SPACE).columns.map(column => column.count)).toEqual([3, 0, 0, 0, 0])
})
