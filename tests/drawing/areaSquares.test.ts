import type { Amount, AreaSquare } from '../../src/drawing/areaSquares.ts'
import { describe, expect, it } from 'vitest'
import { layOutSquares, penBox, SIZES } from '../../src/drawing/areaSquares.ts'
import { textWidth } from '../../src/drawing/textMetrics.ts'

const SIZE = 268
const amount = (low: number, more: Partial<Amount> = {}): Amount => ({
  low,
  high: low,
  amount: `$${low}`,
  fill: 'solid',
  ...more,
})
const outer = ({ side, highSide }: AreaSquare) => highSide ?? side

/** The box of a label in the frame of SIZE, px. */
function labelBox({ label }: AreaSquare) {
  if (!label)
    return
  const words = label.short === undefined ? 0 : textWidth(label.short, SIZES.words)
  const own = textWidth(label.amount, label.size, true)
  const width = label.stacked ? Math.max(own, words) : own + words
  const left = { start: label.x, middle: label.x - width / 2, end: label.x - width }[label.anchor]
  return { left, right: left + width, top: label.y - label.size * 0.75, bottom: label.y + (label.stacked ? 26 : 4) }
}

describe('layOutSquares', () => {
  it('gives the largest amount the whole frame and each area its share of it', () => {
    const squares = layOutSquares([amount(5), amount(500), amount(125)], SIZE)
    expect(squares.map(square => square.of)).toEqual([1, 2, 0])
    expect(outer(squares[0]!)).toBe(SIZE)
    squares.forEach((square) => {
      expect(outer(square) ** 2 / SIZE ** 2).toBeCloseTo([5, 500, 125][square.of]! / 500, 9)
    })
  })

  it('draws a range with a side for both ends', () => {
    const [fleet, run] = layOutSquares([amount(5.576), amount(1300, { high: 1600, fill: 'outline' })], SIZE)
    expect(fleet?.highSide).toBe(SIZE)
    expect(fleet?.side).toBeCloseTo(SIZE * Math.sqrt(1300 / 1600), 9)
    expect(run?.side).toBeCloseTo(SIZE * Math.sqrt(5.576 / 1600), 9)
  })

  it('draws a range too narrow to see as its high end', () => {
    const [square] = layOutSquares([amount(589, { high: 593 })], SIZE)
    expect(square).toMatchObject({ side: SIZE, highSide: undefined })
  })

  it('leaves out a square under four pixels', () => {
    expect(layOutSquares([amount(1600), amount(0.294672)], SIZE)).toHaveLength(1)
    expect(layOutSquares([amount(1600), amount(0.36)], SIZE)).toHaveLength(2)
  })

  it('refuses an amount of nothing', () => {
    expect(() => layOutSquares([amount(0)], SIZE)).toThrow('An area cannot show $0; leave the figure out')
  })

  it('writes a lone square large, in its middle', () => {
    const [fleet] = layOutSquares([amount(1300, { high: 1600, short: 'the fleet', fill: 'outline' }), amount(5)], SIZE)
    expect(fleet?.label).toMatchObject({ anchor: 'middle', size: SIZES.large, stacked: true, behind: 'page' })
  })

  it('writes a small square beside it, on what lies there', () => {
    const [, run] = layOutSquares([amount(1600, { fill: 'tint' }), amount(5.576, { short: 'to scale' })], SIZE)
    expect(run?.label).toMatchObject({ anchor: 'start', behind: 'tint' })
    expect(run?.label?.x).toBeGreaterThan(run!.side)
  })

  it('writes the amount alone where there is no room for its words', () => {
    const [, fall] = layOutSquares([amount(4000), amount(593, { amount: '$589–593bn', short: 'to scale' })], SIZE)
    expect(fall?.label).toMatchObject({ amount: '$589–593bn', short: undefined })
  })

  it('leaves a label out where it would run into the next larger square', () => {
    const [, second] = layOutSquares([amount(100), amount(98, { short: 'nearly as much' })], SIZE)
    expect(second?.label?.anchor).not.toBe('start')
    const [first, close] = layOutSquares([amount(30, { short: 'wide words here' }), amount(29, { short: 'more' })], 30)
    expect([first?.label, close?.label]).toEqual([undefined, undefined])
  })

  it.each([
    [[4000, 2900, 1000, 593]],
    [[500, 400, 100, 10]],
    [[1600, 5.576]],
    [[178.96, 6.5]],
    [[500, 52, 100, 19, 7]],
    [[10, 9, 8, 7, 6]],
  ])('keeps the labels of %j apart and off the smaller squares', (values) => {
    const squares = layOutSquares(values.map(value => amount(value, { short: 'of it' })), SIZE)
    const boxes = squares.flatMap(square => labelBox(square) ?? [])
    boxes.forEach((box, i) => {
      boxes.slice(i + 1).forEach((other) => {
        const meet = box.left < other.right && other.left < box.right
          && box.top < other.bottom && other.top < box.bottom
        expect(meet, JSON.stringify([box, other])).toBe(false)
      })
    })
    squares.forEach((square, i) => {
      const box = labelBox(square)
      const next = squares[i + 1]
      if (box && next && square.label?.anchor !== 'start')
        expect(box.bottom).toBeLessThanOrEqual(SIZE - outer(next))
    })
  })
})

describe('penBox', () => {
  it('crosses itself at all four corners', () => {
    const numbers = [...penBox(100, SIZE).matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text))
    const xs = numbers.filter((_, i) => i % 2 === 0)
    const ys = numbers.filter((_, i) => i % 2 === 1)
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([-6, 106])
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([SIZE - 106, SIZE + 6])
  })
})
