import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisLabelAt, labelSpan } from '../../../src/drawing/polls/axisLabel.ts'
import { textWidth } from '../../../src/drawing/textMetrics.ts'
import { anyPlace } from '../../polls/support/axes.ts'
import { SLACK } from '../../polls/support/drawnPolls.ts'

const [SIZE, WIDTH] = [16, 580]
const TEXT = 'half the room below 46%'
const WIDE = textWidth(TEXT, SIZE)
const inPicture = anyPlace.map(value => value * WIDTH)

describe('a label at a place of an axis', () => {
  it.each<[where: string, x: number, left: number]>([
    ['are centred on it', 290, 290 - WIDE / 2],
    ['begin with the picture where it is near its beginning', 10, 0],
    ['end with the picture where it is near its end', 575, WIDTH - WIDE],
  ])('%s', (_, x, left) => {
    const flag = axisLabelAt(x, TEXT, SIZE, WIDTH)
    expect(labelSpan(flag, SIZE)[0]).toBeCloseTo(left, 6)
    expect(labelSpan(flag, SIZE)[1]).toBeCloseTo(left + WIDE, 6)
  })

  it('never leaves the picture, and touches its place', () => {
    fc.assert(fc.property(inPicture, (x) => {
      const [left, right] = labelSpan(axisLabelAt(x, TEXT, SIZE, WIDTH), SIZE)
      expect(left).toBeGreaterThanOrEqual(-SLACK)
      expect(right).toBeLessThanOrEqual(WIDTH + SLACK)
      expect(left <= x && x <= right).toBe(true)
    }))
  })
})
