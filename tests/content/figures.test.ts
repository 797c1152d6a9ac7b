import type { Unit } from '../../src/content/evidenceSchema.ts'
import { describe, expect, it } from 'vitest'
import { UNITS } from '../../src/content/evidenceSchema.ts'
import { dollarsOf, formatFigure, inUnit } from '../../src/content/figures.ts'

type Row = [unit: Unit, value: number, high: number | undefined, read: string]

const READ: Row[] = [
  ['usd', 294672, undefined, '$294,672'],
  ['usd', 2.19, undefined, '$2.19'],
  ['usd', 2.5, undefined, '$2.50'],
  ['usd', 2, undefined, '$2'],
  ['usd', 0, undefined, '$0'],
  ['usd-million', 5.576, undefined, '$5.576M'],
  ['usd-million', 79, undefined, '$79M'],
  ['usd-billion', 589, 593, '$589–593bn'],
  ['usd-billion', 1.3, 1.6, '$1.3–1.6bn'],
  ['usd-trillion', 5.6, undefined, '$5.6tn'],
  ['percent', 71.5, undefined, '71.5%'],
  ['percent', 47, 67, '47–67%'],
  ['percent-change', -16.97, undefined, '−16.97%'],
  ['percent-change', 0.65, undefined, '+0.65%'],
  ['percent-change', 0, undefined, '0%'],
  ['count', 147336, undefined, '147,336'],
  ['thousand', 2788, undefined, '2,788K'],
  ['million', 30.84, undefined, '30.84M'],
  ['billion', 671, undefined, '671bn'],
  ['trillion', 14.8, undefined, '14.8tn'],
  ['months', 7, undefined, '7 months'],
  ['months', 6, 10, '6–10 months'],
  ['points', 39, undefined, '39 points'],
  ['gb-per-second', 400, undefined, '400 GB/s'],
  ['gflop', 2448, undefined, '2,448 GFLOP'],
  ['ratio', 27, undefined, '27 times'],
]

describe('formatFigure', () => {
  it.each(READ)('formats %s %d, %s as %s', (unit, value, high, read) => {
    expect(formatFigure({ unit, value, high })).toBe(read)
  })

  it.each<[Unit, number, string]>([
    ['ratio', 0.02, '0.02 times'],
    ['ratio', 0.05, '0.05 times'],
    ['ratio', 0.294, '0.3 times'],
    ['thousand', 0.4, '0.4K'],
    ['thousand', 5.4, '5.4K'],
    ['thousand', 5.1, '5K'],
    ['percent', -0.004, '−0.004%'],
    ['count', 0, '0'],
  ])('rounds off at most a twentieth: %s %d as %s', (unit, value, read) => {
    expect(formatFigure({ unit, value })).toBe(read)
  })

  it('is tested in every unit of the ledger', () => {
    expect(new Set(READ.map(([unit]) => unit))).toEqual(new Set(UNITS))
  })
})

describe('inUnit', () => {
  it.each<[from: Row, to: Unit, read: string]>([
    [['thousand', 2788, undefined, '2,788K'], 'million', '2.79M'],
    [['count', 147336, undefined, '147,336'], 'thousand', '147K'],
    [['million', 30.84, undefined, '30.84M'], 'thousand', '30,840K'],
    [['usd-million', 5.576, undefined, '$5.576M'], 'usd', '$5,576,000'],
    [['usd-billion', 1.3, 1.6, '$1.3–1.6bn'], 'usd-million', '$1,300–1,600M'],
    [['thousand', 5, undefined, '5K'], 'thousand', '5K'],
  ])('shows %s in %s as %s', ([unit, value, high, read], to, converted) => {
    const figure = { unit, value, high, label: 'kept' }
    expect(formatFigure(figure)).toBe(read)
    expect(formatFigure(inUnit(figure, to))).toBe(converted)
    expect(inUnit(figure, to)).toMatchObject({ unit: to, label: 'kept' })
    expect(figure).toMatchObject({ unit, value })
  })

  it.each<[Unit, Unit]>([
    ['thousand', 'usd'],
    ['usd', 'count'],
    ['months', 'count'],
    ['percent', 'ratio'],
  ])('refuses to show %s as %s', (unit, to) => {
    expect(() => inUnit({ unit, value: 1 }, to)).toThrow(`A figure in ${unit} cannot be shown as ${to}.`)
  })
})

describe('dollarsOf', () => {
  it.each<[Unit, number, number | undefined, [number, number]]>([
    ['usd', 294672, undefined, [294672, 294672]],
    ['usd-million', 5.576, undefined, [5_576_000, 5_576_000]],
    ['usd-billion', 1.3, 1.6, [1.3e9, 1.6e9]],
    ['usd-trillion', 5.6, undefined, [5.6e12, 5.6e12]],
  ])('%s %d, %s', (unit, value, high, [low, top]) => {
    const [from, to] = dollarsOf({ unit, value, high })
    expect(from).toBeCloseTo(low, 3)
    expect(to).toBeCloseTo(top, 3)
  })

  it.each<Unit>(UNITS.filter(unit => !unit.startsWith('usd')))('refuses %s', (unit) => {
    expect(() => dollarsOf({ unit, value: 1 })).toThrow(`A figure in ${unit} is not money`)
  })
})

describe('formatFigure of a change with an open end', () => {
  it.each([
    [-20, 'below', 'over −20%'],
    [-20, 'above', 'under −20%'],
    [3, 'above', 'over +3%'],
    [3, 'below', 'under +3%'],
  ] as const)('writes %d, %s, as %s', (value, bound, text) => {
    expect(formatFigure({ value, bound, unit: 'percent-change' })).toBe(text)
  })
})
