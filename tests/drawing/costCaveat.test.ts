import type { Caveat, Figure } from '../../src/content/evidenceSchema.ts'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { dollarsOf, formatFigure } from '../../src/content/figures.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { formatRoundDollars, layOutCaveat } from '../../src/drawing/costCaveat.ts'

const { claims, figures } = readLedger(inRoot('evidence'))
const sum = (value: number, high?: number, unit: Figure['unit'] = 'usd'): Figure => ({
  label: 'a sum',
  value,
  high,
  unit,
  status: 'estimated',
  sources: ['paper'],
  asOf: '2026-11',
})

/** Over five decades, with two layers of known amount and one without. */
const SMALL: Caveat = {
  headline: 'run',
  basis: 'one run at an assumed rent',
  heading: 'Not in the number',
  layers: [
    { label: 'People', status: 'unknown', note: 'wages were not reported', sources: ['paper'] },
    { label: 'Machines', status: 'disputed', figure: 'fleet', note: 'estimated from outside', sources: ['analyst'] },
    { label: 'Later stage', status: 'reported', figure: 'stage', note: 'at the same rent', sources: ['paper'] },
  ],
  honest: 'It paid for one run.',
}
const SMALL_FIGURES: Record<string, Figure> = {
  run: sum(5.576, undefined, 'usd-million'),
  fleet: sum(1.3, 1.6, 'usd-billion'),
  stage: sum(294_672),
}

const caveats: [whose: string, caveat: Caveat, figures: Record<string, Figure>][] = [
  ['a small ledger', SMALL, SMALL_FIGURES],
  ...Object.entries(claims).flatMap(([id, { caveat }]): [string, Caveat, Record<string, Figure>][] =>
    caveat ? [[`claim ${id}`, caveat, figures]] : [],
  ),
]

describe.each(caveats)('layOutCaveat on the caveat of %s', (_, caveat, all) => {
  const figureOf = (id: string) => all[id] ?? expect.fail(`There is no figure ${id}.`)
  const picture = layOutCaveat(caveat, figureOf)
  const known = caveat.layers.flatMap(layer => layer.figure ? dollarsOf(figureOf(layer.figure)) : [])
  const headline = dollarsOf(figureOf(caveat.headline))[0]
  const [low, high] = [Math.min(...known, headline), Math.max(...known, headline)].map(value => Math.log10(value)) as [
    number,
    number,
  ]
  const decades = picture.ticks.length - 1

  it('has a tick at every decade from the one below all amounts to the one above', () => {
    picture.ticks.forEach(({ at }, i) => expect(at).toBeCloseTo(i * 100 / decades, 9))
    expect(picture.ticks[0]?.label).toBe(formatRoundDollars(10 ** Math.floor(low)))
    expect(decades).toBeGreaterThanOrEqual(high - Math.floor(low))
    expect(decades).toBeLessThanOrEqual(high - Math.floor(low) + 1)
  })

  it('puts the headline where its logarithm lies', () => {
    expect(picture.headline).toBe(formatFigure(figureOf(caveat.headline)))
    expect(picture.headlineAt).toBeCloseTo((Math.log10(headline) - Math.floor(low)) / decades * 100, 9)
  })

  it('keeps order and wording of the layers in the ledger', () => {
    expect(picture.rows.map(({ label, status, note }) => ({ label, status, note })))
      .toEqual(caveat.layers.map(({ label, status, note }) => ({ label, status, note })))
  })

  it('marks the layers with a known amount and no other', () => {
    picture.rows.forEach((row, i) => {
      const hasFigure = caveat.layers[i]?.figure !== undefined
      expect({ mark: row.mark !== undefined, amount: row.amount !== undefined }, row.label).toEqual({
        mark: hasFigure,
        amount: hasFigure,
      })
    })
  })
})

it('describes a caveat in the terms of its figures', () => {
  const picture = layOutCaveat(SMALL, id => SMALL_FIGURES[id] as Figure)
  expect(picture.headline).toBe('$5.576M')
  expect(picture.ticks.map(tick => tick.label)).toEqual(['$100K', '$1M', '$10M', '$100M', '$1bn', '$10bn'])
  expect(picture.rows.map(row => row.amount)).toEqual([undefined, '$1.3–1.6bn', '$294,672'])
})

describe('layOutCaveat', () => {
  function markOf(layer: Figure, headline = sum(1_000_000)) {
    const caveat: Caveat = {
      headline: 'headline',
      basis: 'one run',
      heading: 'Not in the number',
      layers: [{ label: 'More', status: 'estimated', figure: 'layer', note: 'from outside', sources: ['paper'] }],
      honest: 'It is one of the bills.',
    }
    const picture = layOutCaveat(caveat, id => id === 'headline' ? headline : layer)
    return { ...picture, mark: picture.rows[0]?.mark ?? { left: Number.NaN, width: Number.NaN } }
  }

  it('draws a point wide enough to see, centred on its amount', () => {
    const { mark } = markOf(sum(30_000_000))
    expect(mark.width).toBeGreaterThanOrEqual(2)
    expect(mark.left + mark.width / 2).toBeCloseTo((Math.log10(30) / 2) * 100, 9)
  })

  it('draws a range from its low to its high end', () => {
    const { mark } = markOf(sum(2_000_000, 50_000_000))
    expect(mark.left).toBeCloseTo(Math.log10(2) / 2 * 100, 9)
    expect(mark.left + mark.width).toBeCloseTo(Math.log10(50) / 2 * 100, 9)
  })

  it('draws a range too narrow to see as wide as a point', () => {
    const { mark } = markOf(sum(30_000_000, 30_100_000))
    expect(mark.width).toBe(markOf(sum(30_000_000)).mark.width)
  })

  it.each([
    [5, 6],
    [1_000_000, 1_000_000],
    [1_000, 2_000_000],
    [400_000, 3e12],
  ])('has the headline and %d to %d dollars on its axis', (low, high) => {
    const { ticks, headlineAt } = markOf(sum(low, high))
    expect(ticks.length).toBeGreaterThanOrEqual(2)
    expect([ticks[0]?.at, ticks.at(-1)?.at]).toEqual([0, 100])
    expect(headlineAt).toBeGreaterThanOrEqual(0)
    expect(headlineAt).toBeLessThanOrEqual(100)
  })
})

describe('formatRoundDollars', () => {
  it.each([
    [1, '$1'],
    [100, '$100'],
    [1e3, '$1K'],
    [1e5, '$100K'],
    [1e6, '$1M'],
    [1e8, '$100M'],
    [1e9, '$1bn'],
    [1e10, '$10bn'],
    [1e12, '$1tn'],
    [1e13, '$10tn'],
  ])('formats %d as %s', (usd, read) => {
    expect(formatRoundDollars(usd)).toBe(read)
  })
})
