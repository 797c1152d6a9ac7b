import type { Caveat } from '../../src/content/evidenceSchema.ts'
import { describe, expect, it } from 'vitest'
import { dollarsOf, inUnit } from '../../src/content/figures.ts'
import { layOutCaveat } from '../../src/drawing/costCaveat.ts'
import { claimOf, figureOf } from './support/storyLedger.ts'

function caveatOf(claim: string): Caveat {
  const caveat = claimOf(claim).caveat
  if (!caveat)
    throw new Error(`The ledger has no caveat on ${claim}.`)
  return caveat
}

describe('layOutCaveat on the bill of V3', () => {
  const receipt = layOutCaveat(caveatOf('T07'), figureOf)

  it('reads the amounts from the ledger', () => {
    expect(receipt.amount).toBe('$5.576M')
    expect(receipt.rows.flatMap(row => row.amount ?? [])).toEqual(['$1.3–1.6bn', '$294,672'])
    expect(receipt.blanks).toBe(3)
  })

  it('draws the fleet with both its ends, the run inside it, and R1’s stage not at all', () => {
    const [fleet, run, ...more] = receipt.squares
    expect(more).toEqual([])
    expect((run?.side ?? 0) / (fleet?.highSide ?? 0)).toBeCloseTo(Math.sqrt(5.576 / 1600), 9)
    expect((fleet?.side ?? 0) / (fleet?.highSide ?? 0)).toBeCloseTo(Math.sqrt(1.3 / 1.6), 9)
  })
})

describe('the sums behind the amounts', () => {
  const valueOf = (id: string) => figureOf(id).value

  it('bills V3 for its hours at the assumed rent', () => {
    const millionHours = inUnit(figureOf('v3-gpu-hours'), 'million').value
    expect(millionHours * valueOf('v3-rent')).toBeCloseTo(5.576, 9)
    expect(valueOf('v3-run-cost')).toBe(5.576)
  })

  it('adds the stages of V3 up to its hours', () => {
    expect(valueOf('v3-pretraining-hours') + valueOf('v3-context-hours') + valueOf('v3-posttraining-hours')).toBe(
      valueOf('v3-gpu-hours'),
    )
  })

  it('bills R1 for its hours at the same rent', () => {
    expect(valueOf('r1-zero-hours') + valueOf('r1-run-hours') + valueOf('r1-data-hours')).toBe(147_336)
    expect(valueOf('r1-stage-hours')).toBe(147_336)
    expect(valueOf('r1-stage-hours') * valueOf('v3-rent')).toBe(valueOf('r1-stage-cost'))
  })

  it('adds both bills', () => {
    const [both] = dollarsOf(figureOf('v3-plus-r1-cost'))
    expect(Math.round((5_576_000 + 294_672) / 10_000)).toBe(both / 10_000)
  })
})
