import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { LENS_IDS } from '../../src/content/evidenceSchema.ts'
import { LENSES, lensOf, lensTabs } from '../../src/content/lenses.ts'

it('lists the lenses of the ledger, in the order of the deck', () => {
  expect(LENSES.map(lens => lens.id)).toEqual(LENS_IDS)
})

it('gives each lens a name of its own', () => {
  expect(new Set(LENSES.map(lens => lens.name)).size).toBe(LENS_IDS.length)
})

it.each(LENS_IDS)('has a colour for %s on screen', (id) => {
  expect(readFileSync(inRoot('styles', 'tokens.css'), 'utf8')).toContain(`--${id}:`)
})

it.each([undefined, '', 'framing', 'Technical'])('finds no lens for %j', (id) => {
  expect(lensOf(id)).toBeUndefined()
})

describe('the tabs at the edge of a slide', () => {
  const deck = [
    undefined,
    'technical',
    'technical',
    'economic',
    undefined,
    'domestic',
    'domestic',
    'domestic',
    'domestic',
  ]
  const done = (index: number) => lensTabs(deck, index).map(lensTab => lensTab.done)

  it.each([
    ['before the first lens', 0, [0, 0, 0, 0]],
    ['on its first slide', 1, [0.5, 0, 0, 0]],
    ['on its last', 2, [1, 0, 0, 0]],
    ['between two lenses', 4, [1, 1, 0, 0]],
    ['inside a later one', 6, [1, 1, 0.5, 0]],
    ['at the end, where a lens has no slides', 8, [1, 1, 1, 0]],
  ])('%s', (_, index, expected) => {
    expect(done(index)).toEqual(expected)
  })
})
