import type { Status } from '../../src/content/evidenceSchema.ts'
import { describe, expect, it } from 'vitest'
import { leastKnown } from '../../src/content/statuses.ts'

describe('leastKnown', () => {
  it.each<[given: Status[], least: Status]>([
    [[], 'reported'],
    [['reported', 'reported'], 'reported'],
    [['reported', 'estimated'], 'estimated'],
    [['disputed', 'estimated'], 'disputed'],
    [['estimated', 'unknown', 'disputed'], 'unknown'],
  ])('of %j is %s', (given, least) => {
    expect(leastKnown(given)).toBe(least)
    expect(leastKnown(given.toReversed())).toBe(least)
  })
})
