import { describe, expect, it } from 'vitest'
import { writeRectangles } from '../../src/pdf/rectangles.ts'

describe('a rectangle', () => {
  it.each<[what: string, content: string, written: string]>([
    ['that is filled', '1 2 m 4 2 l 4 2.5 l 1 2.5 l h f', '1 2 3 0.5 re f'],
    ['that is not closed', '1 2 m 4 2 l 4 3 l 1 3 l f*', '1 2 3 1 re f*'],
    ['that comes back to its start', '1 2 m 4 2 l 4 3 l 1 3 l 1 2 l f', '1 2 3 1 re f'],
    ['that goes the other way', '4 3 m 1 3 l 1 2 l 4 2 l f', '4 3 -3 -1 re f'],
    ['one of many', '1 2 m 4 2 l 4 3 l 1 3 l 6 2 m 9 2 l 9 3 l 6 3 l f', '1 2 3 1 re 6 2 3 1 re f'],
    ['that is cut out', '1 2 m 4 2 l 4 3 l 1 3 l h W n', '1 2 3 1 re W n'],
    ['of places that a computer cannot count', '0.1 0 m 0.3 0 l 0.3 1 l 0.1 1 l f', '0.1 0 0.2 1 re f'],
    ['beside a curve', '0 0 m 1 0 1 1 0 1 c 5 2 m 6 2 l 6 3 l 5 3 l f', '0 0 m 1 0 1 1 0 1 c 5 2 1 1 re f'],
  ])('%s is written as one', (_, content, written) => {
    expect(writeRectangles(content)).toBe(written)
    expect(writeRectangles(written)).toBe(written)
  })

  it.each<[what: string, content: string]>([
    ['one that is drawn, as its corners would close', '1 2 m 4 2 l 4 3 l 1 3 l S'],
    ['one that is filled and drawn', '1 2 m 4 2 l 4 3 l 1 3 l h B'],
    ['one that starts upwards', '1 2 m 1 3 l 4 3 l 4 2 l f'],
    ['a triangle', '1 2 m 4 2 l 4 3 l f'],
    ['one wider below', '1 2 m 4 2 l 4 3 l 2 3 l f'],
    ['a slanted one', '1 2 m 4 2 l 5 3 l 2 3 l f'],
    ['one with a corner more', '1 2 m 4 2 l 4 3 l 1 3 l 0 2.5 l f'],
    ['one with a round side', '1 2 m 4 2 l 4 3 l 1 3 l 0 3 0 2 1 2 c f'],
    ['one that is gone on with', '1 2 m 4 2 l 4 3 l 1 3 l h 9 9 l f'],
    ['lines after a rectangle', '0 0 9 9 re 4 2 l 4 3 l 1 3 l f'],
  ])('is not %s', (_, content) => {
    expect(writeRectangles(content)).toBe(content)
  })
})
