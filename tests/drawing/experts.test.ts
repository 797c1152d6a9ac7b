import type { ExpertCounts } from '../../src/drawing/experts.ts'
import { describe, expect, it } from 'vitest'
import { awakeExperts, layOutExperts } from '../../src/drawing/experts.ts'

const V3: ExpertCounts = { routed: 256, groups: 8, awake: 8, reach: 4, shared: 1 }
const SIZE = { width: 864, height: 350 }
const WORDS = ['Most', 'experts', 'sleep']

describe.each([
  ['DeepSeek-V3', V3],
  ['a small layer', { routed: 16, groups: 4, awake: 2, reach: 2, shared: 1 }],
  ['a layer without groups', { routed: 64, groups: 1, awake: 6, reach: 1, shared: 2 }],
])('awakeExperts of %s', (_, counts) => {
  const tokens = awakeExperts(20, counts)

  it('wakes as many as the figures say, none of them twice', () => {
    expect(tokens.map(places => new Set(places).size)).toEqual(tokens.map(() => counts.awake))
    expect(tokens.flat().every(place => place >= 0 && place < counts.routed)).toBe(true)
  })

  it('stays in as many groups as it may reach', () => {
    const size = counts.routed / counts.groups
    const groupsOf = (places: number[]) => new Set(places.map(place => Math.floor(place / size)))
    expect(Math.max(...tokens.map(places => groupsOf(places).size))).toBe(counts.reach)
  })

  it('is the same each time', () => {
    expect(awakeExperts(20, counts)).toEqual(tokens)
  })
})

it('wakes others for each token', () => {
  const tokens = awakeExperts(20, V3).map(places => places.join())
  expect(new Set(tokens).size).toBe(20)
})

it.each([
  ['groups of unequal size', { ...V3, groups: 7 }],
  ['a reach beyond the groups', { ...V3, reach: 9 }],
  ['more groups than experts awake', { ...V3, awake: 3 }],
])('awakeExperts refuses %s', (_, counts) => {
  expect(() => awakeExperts(1, counts)).toThrow('cannot be drawn; mend the figures')
})

describe('layOutExperts', () => {
  const picture = layOutExperts(WORDS, V3, SIZE)

  it('keeps cells, bar and words inside the picture and apart', () => {
    const right = Math.max(...picture.cells.map(cell => cell.x + cell.width))
    const bottom = Math.max(...picture.cells.map(cell => cell.y + cell.height))
    expect(picture.cells).toHaveLength(256)
    expect(right).toBeLessThanOrEqual(SIZE.width + 1e-9)
    expect(bottom).toBeLessThan(picture.bar.y)
    picture.tokens.forEach(({ box }, i) => {
      expect(box.y).toBeGreaterThan(picture.bar.y + picture.bar.height)
      expect(box.y + box.height).toBeLessThanOrEqual(SIZE.height)
      const last = picture.tokens[i - 1]?.box
      expect(box.x).toBeGreaterThanOrEqual((last?.x ?? 0) + (last?.width ?? 0))
    })
  })

  it('leads a curve from every expert awake to its word', () => {
    picture.tokens.forEach(({ box, awake, curves }) => {
      expect(curves).toHaveLength(awake.length)
      curves.forEach((path, i) => {
        const cell = picture.cells[awake[i] ?? -1]
        expect(path.startsWith(`M${(cell?.x ?? 0) + (cell?.width ?? 0) / 2} `)).toBe(true)
        expect(path.endsWith(` ${box.x + box.width / 2} ${box.y}`)).toBe(true)
      })
    })
  })

  it('refuses words that do not fit beside the count', () => {
    const words = [...WORDS, 'undisturbed', 'nevertheless']
    expect(() => layOutExperts(words, V3, SIZE)).toThrow('do not fit beside the count')
  })

  it('refuses cells too small to see', () => {
    expect(() => layOutExperts(WORDS, V3, { width: 864, height: 180 })).toThrow('256 cells do not fit')
  })
})
