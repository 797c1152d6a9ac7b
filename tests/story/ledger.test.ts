import { expect, it } from 'vitest'
import { claims, figures, series, sources } from './support/storyLedger.ts'

it('is the ledger of this story', () => {
  expect(Object.keys(claims)).toContain('T07')
  expect(Object.keys(sources)).toContain('v3_paper')
  expect(Object.keys(figures)).toContain('v3-run-cost')
  expect(Object.keys(series)).toContain('training-compute')
})
