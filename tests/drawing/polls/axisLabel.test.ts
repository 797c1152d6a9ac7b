import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { avoidStrokes, axisLabelAt, labelSpan } from '../../../src/drawing/polls/axisLabel.ts'
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

describe('labels that avoid strokes', () => {
  it('stay where nothing crosses them', () => {
    const flag = axisLabelAt(290, TEXT, SIZE, WIDTH)
    expect(avoidStrokes(flag, [], SIZE, WIDTH)).toEqual(flag)
    expect(avoidStrokes(flag, [290 + WIDE / 2 + 8], SIZE, WIDTH)).toEqual(flag)
  })

  it('go no further than 8 px from the stroke, to the nearer side', () => {
    const flag = axisLabelAt(290, TEXT, SIZE, WIDTH)
    expect(avoidStrokes(flag, [300], SIZE, WIDTH)).toEqual({ ...flag, textX: 292, anchor: 'end' })
    expect(avoidStrokes(flag, [280], SIZE, WIDTH)).toEqual({ ...flag, textX: 288, anchor: 'start' })
  })

  it('have no place where strokes leave none', () => {
    expect(avoidStrokes(axisLabelAt(290, TEXT, SIZE, WIDTH), [190, 390], SIZE, WIDTH)).toBeUndefined()
  })

  it('are crossed by no stroke, however many there are', () => {
    fc.assert(fc.property(inPicture, fc.array(inPicture, { maxLength: 4 }), (x, strokes) => {
      const flag = avoidStrokes(axisLabelAt(x, TEXT, SIZE, WIDTH), strokes, SIZE, WIDTH)
      const [left, right] = flag ? labelSpan(flag, SIZE) : [0, 0]
      expect(strokes.filter(stroke => flag && stroke > left - 8 + SLACK && stroke < right + 8 - SLACK)).toEqual([])
      expect(left >= -SLACK && right <= WIDTH + SLACK).toBe(true)
    }))
  })
})
