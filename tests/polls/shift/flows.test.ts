import type { Moves } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlap } from '../../../src/drawing/charts/drawing.ts'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'
import { FLOWS, layOutFlows, toldFlow, WORDS_PX } from '../../../src/polls/shift/flows.ts'
import { MANY_WORDS, optionsOf, SLACK, textOf } from '../support/drawnPolls.ts'

const SPACE = { width: 868, height: 292 }

type Way = [from: string, to: string, people: number]
const flowsOf = (ways: Way[]): Moves['flows'] => ways.map(([from, to, people]) => ({ from, to, people }))
const drawn = (texts: string[] | number, ways: Way[]) => layOutFlows(optionsOf(texts), { flows: flowsOf(ways) }, SPACE)

/** Two to eight answers, short and long, and up to 500 people who gave them. */
const anyMoves = fc.integer({ min: 2, max: 8 }).chain((count) => {
  const ids = [...'abcdefgh'].slice(0, count)
  const ways = fc.uniqueArray(
    fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.integer({ min: 0, max: 60 })),
    { selector: ([from, to]) => from + to, minLength: 1, maxLength: 24 },
  )
  const texts = fc.array(
    fc.oneof(fc.integer({ min: 1, max: 80 }).map(textOf), fc.constantFrom(...MANY_WORDS.map(([text]) => text))),
    { minLength: count, maxLength: count },
  )
  return fc.record({ texts, ways })
})

describe('flows between two votes', () => {
  it.each<[what: string, ways: Way[], people: number, moved: number]>([
    ['of nobody', [], 0, 0],
    ['of people who all stay', [['a', 'a', 3], ['b', 'b', 2]], 5, 0],
    ['of people who all leave', [['a', 'b', 5]], 5, 5],
    ['of both', [['a', 'a', 300], ['a', 'b', 150], ['c', 'a', 50]], 500, 200],
    ['leave out options that have left the poll', [['a', 'gone', 3], ['gone', 'b', 2], ['a', 'b', 5]], 5, 5],
    ['leave out ways that nobody went', [['a', 'b', 0], ['a', 'a', 5]], 5, 0],
  ])('%s', (_, ways, people, moved) => {
    const drawing = drawn(3, ways)
    expect([drawing.people, drawing.moved]).toEqual([people, moved])
    expect(drawing.ribbons.every(ribbon => ribbon.people > 0)).toBe(true)
    expect(drawing.rows.map(row => row.id)).toEqual(['a', 'b', 'c'])
  })

  it('are as high, leaving and arriving, as the ends of their answer', () => {
    fc.assert(
      fc.property(anyMoves, ({ texts, ways }) => {
        const { rows, ribbons, people } = drawn(texts, ways)
        const sum = (some: typeof ribbons) => some.reduce((total, ribbon) => total + ribbon.people, 0)
        const thick = (some: typeof ribbons) => some.reduce((total, ribbon) => total + ribbon.thickness, 0)
        expect(sum(ribbons)).toBe(people)
        expect(rows.reduce((total, row) => total + row.before.people, 0)).toBe(people)
        expect(rows.reduce((total, row) => total + row.after.people, 0)).toBe(people)
        for (const { id, before, after } of rows) {
          const [leaving, arriving] = [
            ribbons.filter(ribbon => ribbon.from === id),
            ribbons.filter(ribbon => ribbon.to === id),
          ]
          expect([sum(leaving), sum(arriving)]).toEqual([before.people, after.people])
          expect(thick(leaving)).toBeCloseTo(before.height, 6)
          expect(thick(arriving)).toBeCloseTo(after.height, 6)
        }
      }),
    )
  })

  it('are as thick as their people, side by side at both ends', () => {
    fc.assert(fc.property(anyMoves, ({ texts, ways }) => {
      const { rows, ribbons } = drawn(texts, ways)
      const [first] = ribbons
      for (const ribbon of ribbons)
        expect(ribbon.thickness / ribbon.people).toBeCloseTo((first?.thickness ?? 0) / (first?.people ?? 1), 6)
      for (const { id, before, after } of rows) {
        const leaving = ribbons.filter(ribbon => ribbon.from === id)
        const arriving = ribbons.filter(ribbon => ribbon.to === id)
        const ends = [
          { node: before, tops: leaving.map(ribbon => [ribbon.y0, ribbon.thickness] as const) },
          { node: after, tops: arriving.map(ribbon => [ribbon.y1, ribbon.thickness] as const) },
        ]
        for (const { node, tops } of ends) {
          let top = node.y
          for (const [y, thickness] of tops) {
            expect(y).toBeCloseTo(top, 6)
            top += thickness
          }
        }
      }
    }))
  })

  it('always have some thickness, with rows and labels in the picture and apart', () => {
    fc.assert(
      fc.property(anyMoves, ({ texts, ways }) => {
        const { rows, ribbons, type } = drawn(texts, ways)
        expect(ribbons.filter(ribbon => ribbon.thickness < 0.1)).toEqual([])
        const labels = rows.map(({ middle, lines }) => ({
          left: 0,
          right: 1,
          top: middle - (lines.length * type.leading) / 2 + SLACK,
          bottom: middle + (lines.length * type.leading) / 2 - SLACK,
        }))
        const nodes = rows
          .flatMap(row => [row.before, row.after])
          .map(node => ({ top: node.y, bottom: node.y + node.height }))
        expect(
          [...labels, ...nodes].filter(label => label.top < -SLACK || label.bottom > SPACE.height + SLACK),
        ).toEqual([])
        expect(labels.filter((label, i) => labels.some((other, j) => j > i && overlap(label, other)))).toEqual([])
        expect(
          rows
            .flatMap(row => row.lines)
            .filter(text => textWidthAnyScript(text, type.size, type.condensed) > WORDS_PX + SLACK),
        ).toEqual([])
      }),
    )
  })

  it('run from the nodes at the left to those at the right', () => {
    const { ribbons: [ribbon], left, right } = drawn(2, [['a', 'b', 5]])
    expect([left, right]).toEqual([356, 676])
    const { y0 = 0, y1 = 0, thickness = 0 } = ribbon ?? {}
    const [a, b, c, d] = [y0, y1, y1 + thickness, y0 + thickness].map(value => Number(value.toFixed(2)))
    expect(ribbon?.path).toBe(`M356,${a}C516,${a} 516,${b} 676,${b}V${c}C516,${c} 516,${d} 356,${d}Z`)
  })
})

describe('the answers beside flows', () => {
  const everyWay = [...'abcdefgh'].map((id): Way => [id, id, 5])

  it.each<[what: string, texts: string[], size: number, lines: number]>([
    ['five short ones', Array.from<string>({ length: 5 }).fill('A technical breakthrough'), 22, 2],
    ['five of 60 characters', Array.from<string>({ length: 5 }).fill(textOf(60)), 18, 2],
    ['eight of 60 characters', Array.from<string>({ length: 8 }).fill(textOf(60)), 18, 1],
  ])('%s are set in %d px', (_, texts, size, lines) => {
    const { type, rows } = drawn(texts, everyWay.slice(0, texts.length))
    expect(type.size).toBe(size)
    expect(rows.map(row => row.lines.length)).toEqual(texts.map(() => lines))
  })

  it('leave room for any share, or for the few people of a small room', () => {
    const widest = Math.max(...['100%', '9'].map(text => textWidthAnyScript(text, FLOWS.numberSize, true)))
    expect(widest + 12).toBeLessThanOrEqual(FLOWS.numbers)
    const after = (number: string, size: number, change: string) =>
      FLOWS.node + 12 + textWidthAnyScript(number, size, true) + 10 + textWidthAnyScript(change, 18)
    expect(after('100%', FLOWS.toldSize, 'up 100')).toBeLessThanOrEqual(FLOWS.right)
    expect(after('99%', FLOWS.numberSize, 'down 99')).toBeLessThanOrEqual(FLOWS.right)
  })
})

describe('the flow that is told', () => {
  it('is the largest of those that moved, the first of several', () => {
    expect(toldFlow(drawn(3, [['a', 'a', 30], ['a', 'b', 3], ['b', 'c', 5], ['c', 'b', 5]]).ribbons))
      .toMatchObject({ from: 'b', to: 'c' })
  })

  it('is none where all stayed', () => {
    expect(toldFlow(drawn(2, [['a', 'a', 30]]).ribbons)).toBeUndefined()
  })
})
