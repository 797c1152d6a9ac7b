import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LENS_IDS } from '../../composables/evidenceSchema.ts'
import { LENSES, lensOf } from '../../composables/lenses.ts'
import { inRoot } from '../../scripts/paths.ts'

it('knows the lenses of the ledger, in the order of the deck', () => {
  expect(LENSES.map(it => it.id)).toEqual(LENS_IDS)
})

it('shows each by a name of its own', () => {
  expect(new Set(LENSES.map(it => it.name)).size).toBe(LENS_IDS.length)
})

it.each(LENS_IDS)('has a colour for %s on screen', (id) => {
  expect(readFileSync(inRoot('styles', 'tokens.css'), 'utf8')).toContain(`--${id}:`)
})

it.each([undefined, '', 'framing', 'Technical'])('has no lens %j', (id) => {
  expect(lensOf(id)).toBeUndefined()
})
