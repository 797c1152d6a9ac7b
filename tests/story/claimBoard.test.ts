import { describe, expect, it } from 'vitest'
import { LENS_IDS } from '../../src/content/evidenceSchema.ts'
import { claimsOnBoard, layOutClaimBoard } from '../../src/drawing/claimBoard.ts'
import { claimOf, claims } from './support/storyLedger.ts'

describe('the claim board of this story', () => {
  it('has claims of all lenses on it', () => {
    const { cards } = layOutClaimBoard(claimsOnBoard(claims), claimOf, { width: 864, height: 366 })
    expect(cards.length).toBeGreaterThan(0)
    expect(LENS_IDS.filter(lens => !cards.some(card => card.lens === lens))).toEqual([])
  })
})
