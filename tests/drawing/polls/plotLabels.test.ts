import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelSpan } from '../../../src/drawing/polls/axisLabel.ts'
import { bandWords, guessLabels, LABEL, recordLabel } from '../../../src/drawing/polls/plotLabels.ts'
import { SLACK } from '../../polls/support/drawnPolls.ts'

const WIDTH = 868
const anyX = fc.integer({ min: 22, max: WIDTH - 22 })
const anyValue = fc.constantFrom('$76M', '0%', '$1.3–1.6bn', '1,999', '1,250 GFLOP', '100%', '$1–7,000,000,000')
const WORDS = 'the room’s middle guess'

describe('the label of the record', () => {
  it('stays in the picture with its ring and its words', () => {
    fc.assert(fc.property(anyX, anyX, anyValue, (x, guess, value) => {
      const { from, to, left, baseline, ring, bottom } = recordLabel(x, value, WIDTH, guess)
      expect(from).toBeGreaterThanOrEqual(-SLACK)
      expect(to).toBeLessThanOrEqual(WIDTH + SLACK)
      expect(left + ring.reach.left).toBeGreaterThanOrEqual(from - SLACK)
      expect(left + ring.reach.right).toBeLessThanOrEqual(to + SLACK)
      expect(baseline + ring.reach.top).toBeGreaterThanOrEqual(-SLACK)
      expect(baseline + ring.reach.bottom).toBeLessThanOrEqual(bottom + SLACK)
    }))
  })

  it.each<[where: string, x: number, guess: number, anchor: string]>([
    ['after it', 400, 700, 'start'],
    ['before it where the middle guess follows closely', 400, 480, 'end'],
    ['after it where the middle guess comes just before', 400, 320, 'start'],
    ['before it at the right end', 840, 300, 'end'],
    ['after it at the left end, whatever follows', 30, 100, 'start'],
  ])('has its words %s', (_, x, guess, anchor) => {
    expect(recordLabel(x, '$5.6M', WIDTH, guess).words.anchor).toBe(anchor)
  })
})

describe('the label of the middle guess', () => {
  it('is not crossed by the line of the record in half of a slide either, where it can be', () => {
    const record = recordLabel(223, '55%', 410, 182)
    for (const { left, width } of guessLabels({ x: 182, texts: ['44%', WORDS], isLarge: false }, 410, record))
      expect(record.x > left && record.x < left + width).toBe(false)
  })

  it('has a place in the picture, clear of the line of the record', () => {
    fc.assert(fc.property(anyX, anyX, anyValue, fc.boolean(), (x, at, value, hasRecord) => {
      const record = hasRecord ? recordLabel(at, '$5.6M', WIDTH, x) : undefined
      const boxes = guessLabels({ x, texts: [value, WORDS], isLarge: !hasRecord }, WIDTH, record)
      expect(boxes.length).toBeGreaterThan(0)
      for (const { left, width, from, to } of boxes) {
        expect(left).toBeGreaterThanOrEqual(-SLACK)
        expect(left + width).toBeLessThanOrEqual(WIDTH + SLACK)
        expect(from <= x && to >= x && from <= left && to >= left + width).toBe(true)
        expect(record && at > left - 18 + SLACK && at < left + width + 18 - SLACK).toBeFalsy()
      }
    }))
  })

  it.each<[where: string, x: number, at: number, isRight: boolean]>([
    ['right of a record before it', 500, 400, true],
    ['left of a record after it', 400, 500, false],
    ['left of a record near the right end, where the right has no room', 830, 800, false],
  ])('moves to the %s', (_, x, at, isRight) => {
    const boxes = guessLabels({ x, texts: ['$76M', WORDS], isLarge: false }, WIDTH, recordLabel(at, '$5.6M', WIDTH, x))
    expect(boxes.map(({ left }) => left > at)).toEqual(boxes.map(() => isRight))
  })

  it('is centred on its place without a record, and with one that is far', () => {
    const far = recordLabel(100, '$5.6M', WIDTH, 600)
    for (const record of [undefined, far]) {
      const [box] = guessLabels({ x: 600, texts: ['$76M', WORDS], isLarge: false }, WIDTH, record)
      expect((box?.left ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo(600, 6)
    }
  })
})

it('words of a band stay in the picture and off the band', () => {
  fc.assert(fc.property(anyX, anyX, (a, b) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)]
    const label = bandWords(from, to, 'the middle half: $21M to $210M', WIDTH)
    const [left, right] = labelSpan(label, LABEL.words)
    expect(left >= -SLACK && right <= WIDTH + SLACK).toBe(true)
    expect(label.isBelow || right < from || left > to).toBe(true)
  }))
})
