import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutStakes } from '../../../src/drawing/polls/stakeRows.ts'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'
import { MAX_OPTIONS } from '../../../src/polls/kinds/schemaParts.ts'
import { SLACK } from '../../polls/support/drawnPolls.ts'

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 80 }).map(words => words.replace(/\s+/g, ' ').trim() || '–'),
  fc.constantFrom('Donaudampfschifffahrtsgesellschaftskapitän', 'ذكاء اصطناعي صيني رخيص', '深度求索的开放权重', 'Yes 🎉'),
)
/** Everybody gives each option some step of twenty. */
const people = fc.constantFrom(0, 1, 3, 30, 200, 250, 251, 500)
const crowd = fc.tuple(fc.integer({ min: 2, max: MAX_OPTIONS }), people).chain(
  ([options, people]) => fc.record({
    people: fc.constant(people),
    rows: fc.array(
      fc.record({ text, steps: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: people, maxLength: people }) }),
      { minLength: options, maxLength: options },
    ),
  }),
)
const space = fc.record({ width: fc.constant(868), height: fc.integer({ min: 270, max: 390 }) })

/** Left, right and height of each stroke. */
function strokesOf(path: string): { left: number, right: number, height: number }[] {
  return [...path.matchAll(/M([\d.]+) 0v-?([\d.]+)h([\d.]+)v[\d.]+z/g)].map(([, x, height, width]) =>
    ({ left: Number(x), right: Number(x) + Number(width), height: Number(height) }))
}

const contentOf = (rows: { text: string, steps: number[] }[]) => rows.map(({ text: words, steps }) => ({
  text: words,
  mean: `${Math.round(steps.reduce((sum, step) => sum + step * 5, 0) / Math.max(1, steps.length))}`,
  nothing: `${Math.round(steps.filter(step => step === 0).length / Math.max(1, steps.length) * 100)}%`,
  spread: Array.from({ length: 21 }, (_, step) => steps.filter(own => own === step).length),
}))

describe('points that a room has spread', () => {
  it('fit the picture: numbers, words and strokes one beside the other', () => {
    fc.assert(fc.property(crowd, space, ({ people, rows }, size) => {
      const content = contentOf(rows)
      const layout = layOutStakes(content, people, 100, size)
      expect(28 + layout.rowHeight * rows.length).toBeLessThanOrEqual(size.height)
      expect(layout.textSize).toBeGreaterThanOrEqual(18)
      expect(layout.words.x).toBeGreaterThan(layout.number)
      expect(layout.strokes.x).toBeGreaterThanOrEqual(layout.words.x + layout.words.width)
      expect(layout.strokes.x + layout.strokes.width + layout.side).toBeLessThanOrEqual(size.width + SLACK)
      expect(layout.strokes.width).toBeGreaterThan(250)
      expect(layout.strokes.foot).toBeLessThan(layout.rowHeight)
      layout.rows.forEach(({ lines, numberSize }, i) => {
        expect(numberSize).toBeGreaterThanOrEqual(18)
        expect(textWidthAnyScript(content[i]?.mean ?? '', numberSize, true)).toBeLessThanOrEqual(layout.number)
        expect(lines.length * layout.textSize * 1.14).toBeLessThanOrEqual(layout.words.height + SLACK)
        const room = layout.words.width - layout.textSize * 1.57 + SLACK
        for (const line of lines)
          expect(textWidthAnyScript(line, layout.textSize)).toBeLessThanOrEqual(room)
      })
    }), { numRuns: 60 })
  })

  it('have a stroke for everybody who gave something, the tallest first and none over another', () => {
    fc.assert(fc.property(crowd, space, ({ people, rows }, size) => {
      const layout = layOutStakes(contentOf(rows), people, 100, size)
      layout.rows.forEach(({ strokes: path }, i) => {
        const strokes = strokesOf(path)
        const givers = rows[i]?.steps.filter(step => step > 0) ?? []
        if (people <= 250)
          expect(strokes.length).toBe(givers.length)
        else
          expect(strokes.length).toBe(new Set(givers).size)
        strokes.forEach((stroke, at) => {
          const next = strokes[at + 1]
          expect(stroke.right).toBeLessThanOrEqual((next?.left ?? layout.strokes.width) + 0.02)
          expect(stroke.height).toBeGreaterThanOrEqual(next?.height ?? 0)
          expect(stroke.height).toBeLessThanOrEqual(layout.strokes.height + 0.02)
          expect(stroke.right - stroke.left).toBeGreaterThan(0.5)
        })
      })
    }), { numRuns: 60 })
  })

  it('tell leaders from the rest, and share one scale', () => {
    const rows = contentOf([{ text: 'A', steps: [20, 10] }, { text: 'B', steps: [0, 10] }])
    const { rows: [first, second] } = layOutStakes(rows, 2, 100, { width: 868, height: 380 })
    expect(first?.numberSize).toBeGreaterThan(second?.numberSize ?? 0)
    const [tall, half] = strokesOf(first?.strokes ?? '')
    expect((half?.height ?? 0) / (tall?.height ?? 1)).toBeCloseTo(0.5, 2)
    expect(strokesOf(second?.strokes ?? '')[0]?.height).toBeCloseTo(half?.height ?? 0, 2)
  })
})
