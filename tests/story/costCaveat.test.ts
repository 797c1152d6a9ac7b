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
  const caveat = caveatOf('T07')
  const picture = layOutCaveat(caveat, figureOf)
  const known = caveat.layers.flatMap(layer => layer.figure ? dollarsOf(figureOf(layer.figure)) : [])
  const headline = dollarsOf(figureOf(caveat.headline))[0]

  it('reads the headline number from the ledger', () => {
    expect(picture.headline).toBe('$5.576M')
  })

  it('has a tick at every decade from the one below all amounts to the one above', () => {
    expect(picture.ticks.map(tick => tick.label)).toEqual(['$100K', '$1M', '$10M', '$100M', '$1bn', '$10bn'])
    picture.ticks.forEach(({ at }, i) => expect(at).toBeCloseTo(i * 20, 9))
    expect(Math.min(...known, headline)).toBeGreaterThanOrEqual(1e5)
    expect(Math.max(...known, headline)).toBeLessThanOrEqual(1e10)
  })

  it('puts the headline where its logarithm lies', () => {
    expect(picture.headlineAt).toBeCloseTo((Math.log10(5_576_000) - 5) / 5 * 100, 9)
  })

  it('keeps the layers in the order and with the words of the ledger', () => {
    expect(picture.rows.map(({ label, status, note }) => ({ label, status, note })))
      .toEqual(caveat.layers.map(({ label, status, note }) => ({ label, status, note })))
  })

  it('marks the layers with a known amount and no other', () => {
    expect(caveat.layers.filter(layer => layer.figure === undefined).length).toBeGreaterThan(0)
    expect(known.length).toBeGreaterThan(0)
    picture.rows.forEach((row, i) => {
      const hasFigure = caveat.layers[i]?.figure !== undefined
      expect({ mark: row.mark !== undefined, amount: row.amount !== undefined }, row.label).toEqual({
        mark: hasFigure,
        amount: hasFigure,
      })
    })
    expect(picture.rows.flatMap(row => row.amount ?? [])).toEqual(['$1.3–1.6bn', '$294,672'])
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
