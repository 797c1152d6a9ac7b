import type { Source } from '../../src/content/evidenceSchema.ts'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { appendixPart } from '../../src/content/sourceAppendix.ts'

const source = (publisher: string, title: string): Source => ({
  publisher,
  title,
  date: '2025',
  short: publisher,
  kind: 'press',
  read: true,
})
const SOURCES = {
  z: source('Émile', 'Second'),
  u: source('Enid', 'Third'),
  y: source('zeta', 'Last'),
  x: source('Emile', 'First'),
  w: source('Alpha', 'One'),
  v: source('Beta', 'Two'),
}
const titles = (part: number, of: number) => appendixPart(SOURCES, part, of).map(source => source.title)

describe('the source appendix', () => {
  it('is sorted by publisher, then title, ignoring case and accents', () => {
    expect(titles(1, 1)).toEqual(['One', 'Two', 'First', 'Second', 'Third', 'Last'])
  })

  it.each([1, 2, 3, 4])('splits into %i parts without losing or repeating a source', (of) => {
    const all = Array.from({ length: of }, (_, i) => titles(i + 1, of)).flat()
    expect(all).toEqual(titles(1, 1))
  })

  it('lists all sources of the ledger', () => {
    const { sources } = readLedger(inRoot('evidence'))
    const all = Array.from({ length: 7 }, (_, i) => appendixPart(sources, i + 1, 7)).flat()
    expect(new Set(all)).toEqual(new Set(Object.values(sources)))
  })

  it.each([
    [0, 3],
    [4, 3],
    [1.5, 3],
    [1, 0],
  ])('refuses part %d of %d', (part, of) => {
    expect(() => appendixPart(SOURCES, part, of)).toThrow(
      `The source appendix has no part ${part} of ${of}; number the parts from 1.`,
    )
  })
})
