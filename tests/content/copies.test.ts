import { describe, expect, it } from 'vitest'
import { copiesFor, sharedBy } from '../../src/content/copies.ts'

describe('copies of a paper', () => {
  it.each([
    [1, 40, 40],
    [4, 40, 10],
    [4, 41, 11],
    [4, 1, 1],
    [20, 200, 10],
    ['room', 200, 1],
  ] as const)('shared by %s are, for %i people, %i', (shared, people, copies) => {
    expect(copiesFor(shared, people)).toBe(copies)
  })

  it.each([0, -4, 2.5, 'table', ''])('are not shared by %j', (shared) => {
    expect(sharedBy.safeParse(shared).success).toBe(false)
  })
})
