import type { Caveat, Figure } from '../../src/content/evidenceSchema.ts'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { layOutCaveat, RECEIPT } from '../../src/drawing/costCaveat.ts'

const { claims, figures } = readLedger(inRoot('evidence'))
const sum = (value: number, unit: Figure['unit'], more: Partial<Figure> = {}): Figure => ({
  label: 'a sum',
  value,
  unit,
  status: 'reported',
  sources: ['paper'],
  asOf: '2026-11',
  ...more,
})

/** Two layers of known amount, one of them a range, and one without. */
const SMALL: Caveat = {
  said: 'AI built for [$6 million]',
  headline: 'run',
  basis: 'One run, at a rent',
  heading: 'Not in the number',
  layers: [
    { label: 'People', status: 'unknown', word: 'not published', sources: ['paper'] },
    { label: 'Machines', status: 'disputed', word: 'disputed', figure: 'fleet', about: true, sources: ['analyst'] },
    { label: 'Later stage', status: 'reported', word: 'reported', figure: 'stage', sources: ['paper'] },
  ],
  honest: 'It paid for one run.',
  human: 'And the cook?',
}
const SMALL_FIGURES: Record<string, Figure> = {
  run: sum(5.576, 'usd-million'),
  fleet: sum(1.3, 'usd-billion', { high: 1.6, status: 'disputed' }),
  stage: sum(294_672, 'usd'),
}
const small = (more: Partial<Caveat> = {}) => layOutCaveat({ ...SMALL, ...more }, id => SMALL_FIGURES[id] as Figure)

describe('layOutCaveat', () => {
  it('sets the headline in its parts, the marked one largest', () => {
    const { said, lines } = small()
    expect(said).toEqual({ before: 'AI built for', marked: '$6 million', after: '' })
    expect(lines.map(({ text, marked }) => [text, marked])).toEqual([['AI built for', false], ['$6 million', true]])
    expect(lines[1]?.size).toBeGreaterThanOrEqual(118)
    expect(lines[1]?.size).toBeGreaterThan(lines[0]?.size ?? 0)
  })

  it('prints amounts where a layer has a figure, and counts the others', () => {
    const { amount, rows, blanks } = small()
    expect(amount).toBe('$5.576M')
    expect(rows.map(row => row.amount)).toEqual([undefined, '≈ $1.3–1.6bn', '$294,672'])
    expect(blanks).toBe(1)
  })

  it('unrolls a row of paper for each layer', () => {
    const { heights: [blanks, all] } = small()
    expect(all - blanks).toBe(2 * RECEIPT.row)
  })

  it('draws the headline in its own colour and no square for a layer without an amount', () => {
    const { squares } = small()
    expect(squares.map(({ isHeadline, fill }) => [isHeadline, fill])).toEqual([[false, 'outline'], [true, 'solid']])
  })

  it('prints a share as a row, without a square', () => {
    const share = { ...SMALL.layers[2]!, label: 'Of all', figure: 'share' }
    const lookUp = (id: string) => id === 'share' ? sum(3.6, 'percent') : SMALL_FIGURES[id] as Figure
    const { rows, squares } = layOutCaveat({ ...SMALL, layers: [...SMALL.layers, share] }, lookUp)
    expect(rows.at(-1)?.amount).toBe('3.6%')
    expect(squares).toHaveLength(small().squares.length)
  })

  it.each([
    ['said', { said: `[${'very '.repeat(12)}long]` }, 'is too long for a headline; shorten said'],
    ['basis', { basis: 'One single run of training at an assumed rent' }, 'basis "One single run'],
    ['heading', { heading: 'And what it does not say '.repeat(4) }, 'heading "And what'],
    ['said beside the squares', { said: `Donaudampfschifffahrtsgesellschaft [$6 million]` }, 'said "Donau'],
    ['human', { human: 'word '.repeat(40).trim() }, 'human "word word'],
    ['honest', { honest: 'word '.repeat(40).trim() }, 'honest "word word'],
    [
      'layer',
      { layers: [{ ...SMALL.layers[0]!, label: 'Earlier research and many trials' }] },
      'layer "Earlier research and many trials" with its word "not published" is too long',
    ],
  ])('refuses a %s that does not fit', (_, more, says) => {
    expect(() => small(more)).toThrow(says)
  })

  it.each(Object.entries(claims).filter(([, { caveat }]) => caveat))('lays out the caveat of %s', (_, { caveat }) => {
    const receipt = layOutCaveat(caveat as Caveat, id => figures[id] ?? expect.fail(`There is no figure ${id}.`))
    expect(receipt.rows).toHaveLength(caveat?.layers.length ?? 0)
    expect(receipt.squares.some(square => square.isHeadline)).toBe(true)
  })
})
