import fc from 'fast-check'
import { expect, it } from 'vitest'
import { talliesHeight, talliesLook } from '../../../src/drawing/polls/talliesLook.ts'
import { textOf } from '../../polls/support/drawnPolls.ts'

const SPACE = { width: 280, height: 280 }

it.each<[what: string, labels: string[], size: number, condensed: boolean]>([
  ['four short answers', Array.from<string>({ length: 4 }).fill('Mostly hype'), 21, false],
  ['five short ones', Array.from<string>({ length: 5 }).fill('Mostly hype'), 21, false],
  ['eight short ones', Array.from<string>({ length: 8 }).fill('Mostly hype'), 17, false],
  ['five long ones', Array.from<string>({ length: 5 }).fill(textOf(60)), 17, false],
  ['eight long ones', Array.from<string>({ length: 8 }).fill(textOf(60)), 15, true],
])('%s are set in %d px', (_, labels, size, condensed) => {
  expect(talliesLook(labels, SPACE)).toMatchObject({ size, condensed })
})

it('fits all answers, unless they are as many and as long as allowed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }).map(textOf), { minLength: 2, maxLength: 7 }), (labels) => {
      expect(talliesHeight(labels, talliesLook(labels, SPACE), SPACE.width)).toBeLessThanOrEqual(SPACE.height)
    }),
  )
})
