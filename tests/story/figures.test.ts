import { expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { parseDeck } from '../../src/deck/deck.ts'
import { figuresOnSlides } from '../deck/support/ledgerFigures.ts'

/** The walk through the built deck has to see each of them. */
it('has slides that take many figures from the ledger', async () => {
  const { slides } = await parseDeck(root)
  expect(figuresOnSlides(readLedger(inRoot('evidence')), slides).length).toBeGreaterThan(15)
})
