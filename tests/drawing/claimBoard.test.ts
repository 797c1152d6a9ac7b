import type { Claim } from '../../src/content/evidenceSchema.ts'
import type { ClaimOnBoard } from '../../src/drawing/claimBoard.ts'
import type { Box } from '../../src/drawing/textMetrics.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { VERDICTS } from '../../src/content/evidenceSchema.ts'
import { readLedger } from '../../src/content/ledger.ts'
import {
  BOARD_SIZES,
  CARD,
  claimsOnBoard,
  COLUMNS,
  IMPACTS,
  layOutClaimBoard,
  layOutClaimWall,
} from '../../src/drawing/claimBoard.ts'
import { textWidth } from '../../src/drawing/textMetrics.ts'

type Judged = Pick<Claim, 'lens' | 'verdict'>

const { claims } = readLedger(inRoot('evidence'))
const SLIDE = { width: 864, height: 376 }
/** Sixteen claims of which three are small need a row more than those of the deck. */
const TALL = { width: 864, height: 500 }

const lookUp = (all: Record<string, Judged>) => (id: string): Judged => {
  const claim = all[id]
  if (!claim)
    throw new Error(`The ledger has no claim ${id}.`)
  return claim
}

/** Sixteen claims of all lenses, no cell fuller than three. */
const JUDGED: [
  id: string,
  lens: Judged['lens'],
  verdict: Judged['verdict'],
  label: string,
  impact: ClaimOnBoard['impact'],
][] = [
  ['T07', 'technical', 'supported', 'Six-million training', 3],
  ['T10', 'technical', 'inaccurate', 'R1 trained for $6M', 3],
  ['T11', 'technical', 'opinion', 'A sliver of the price', 1],
  ['T03', 'technical', 'partly', 'Far less compute', 3],
  ['T14', 'technical', 'partly', 'Open source wins', 2],
  ['T19', 'technical', 'supported', 'OpenAI says copied', 2],
  ['T21', 'technical', 'supported', 'China is catching up', 3],
  ['E01', 'economic', 'supported', 'AI shares plunged', 3],
  ['E05', 'economic', 'contested', 'Chip firms lose', 2],
  ['E12', 'economic', 'inaccurate', 'Pennies, not billions', 2],
  ['D03', 'domestic', 'contested', 'Chip controls fail', 3],
  ['D07', 'domestic', 'inaccurate', 'Built in a garage', 1],
  ['D04', 'domestic', 'partly', 'Stargate: $500bn', 2],
  ['I01', 'international', 'contested', 'Flooding the market', 2],
  ['I07', 'international', 'supported', 'Private, not state', 1],
  ['F03', 'framing', 'supported', 'A Sputnik moment', 1],
]
const SIXTEEN = JUDGED.map(([id, , , label, impact]): ClaimOnBoard => ({ id, label, impact }))
const claimOf = lookUp(Object.fromEntries(JUDGED.map(([id, lens, verdict]) => [id, { lens, verdict }])))

function spread(...its: ClaimOnBoard[]): ClaimOnBoard[] {
  return its
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function overlapsOf(cards: readonly (Box & { id: string })[]): string[] {
  return cards.flatMap((a, i) => cards.slice(i + 1).filter(b => overlap(a, b)).map(b => `${a.id} lies on ${b.id}`))
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x
    && inner.y >= outer.y
    && inner.x + inner.width <= outer.x + outer.width + 0.01
    && inner.y + inner.height <= outer.y + outer.height + 0.01
  )
}

describe('layOutBoard', () => {
  const board = layOutClaimBoard(SIXTEEN, claimOf, TALL)

  it.each<[whose: string, given: ClaimOnBoard[], claimOf: (id: string) => Judged]>([
    ['of sixteen', SIXTEEN, claimOf],
    ['of the ledger', claimsOnBoard(claims), lookUp(claims)],
  ])('puts every claim %s into the cell of its verdict and its impact', (_, given, judged) => {
    const { cards, columns, rows, field } = layOutClaimBoard(given, judged, TALL)
    for (const { id, impact } of given) {
      const card = cards.find(other => other.id === id)
      const column = columns.find(item => item.verdict === judged(id).verdict)
      const row = column?.isApart ? field : rows.find(item => item.impact === impact)
      const cell = { x: column?.x ?? 0, width: column?.width ?? 0, y: row?.y ?? 0, height: row?.height ?? 0 }
      expect(card && within(card, cell), `${id} in ${JSON.stringify(cell)}`).toBe(true)
      expect(card?.lens).toBe(judged(id).lens)
    }
  })

  it('overlaps no cards', () => {
    expect(overlapsOf(board.cards)).toEqual([])
  })

  it('has room for all claims of the ledger that are placed, and lists them', () => {
    const given = claimsOnBoard(claims)
    expect(given.map(item => item.id)).toEqual(Object.keys(claims).filter(key => claims[key]?.board))
    const { cards } = layOutClaimBoard(given, lookUp(claims), SLIDE)
    expect(overlapsOf(cards)).toEqual([])
    expect(cards.filter(card => !within(card, { x: 0, y: 0, ...SLIDE }))).toEqual([])
    expect(layOutClaimWall(given, lookUp(claims), SLIDE).cards).toHaveLength(given.length)
  })

  it('fills the field with its rows and columns, evidence from weak to strong, impact from large to small', () => {
    expect(board.columns.map(column => column.verdict)).toEqual([
      'inaccurate',
      'contested',
      'partly',
      'supported',
      'opinion',
    ])
    expect(board.rows.map(row => row.word)).toEqual(['large', 'medium', 'small'])
    expect(board.columns.map(column => column.x)).toEqual(
      board.columns.map(column => column.x).toSorted((a, b) => a - b),
    )
    expect(board.rows.map(row => row.y)).toEqual(board.rows.map(row => row.y).toSorted((a, b) => a - b))
    expect(board.rows.reduce((sum, row) => sum + row.height, 0)).toBeCloseTo(board.field.height, 6)
    const scale = board.columns.filter(column => !column.isApart)
    expect(scale.reduce((sum, column) => sum + column.width, 0)).toBeCloseTo(board.field.width, 6)
    expect(within(board.field, { x: 0, y: 0, ...TALL })).toBe(true)
  })

  it('has opinions beside the scale, not on it', () => {
    const apart = board.columns.filter(column => column.isApart)
    expect(apart.map(column => column.verdict)).toEqual(['opinion'])
    expect(apart[0]?.x).toBeGreaterThan(board.field.x + board.field.width)
    expect(board.cards.filter(card => claimOf(card.id).verdict === 'opinion' && within(card, board.field))).toEqual([])
  })

  it('has a column for every verdict and a word for every impact', () => {
    expect(COLUMNS.map(item => item.verdict).sort()).toEqual([...VERDICTS].sort())
    expect(IMPACTS).toHaveLength(3)
  })

  it('keeps the text of a card inside the card', () => {
    for (const card of board.cards) {
      expect(card.lines.join(' ')).toBe(SIXTEEN.find(item => item.id === card.id)?.label)
      expect(Math.max(...card.lines.map(line => textWidth(line, BOARD_SIZES.card, true))), card.id).toBeLessThanOrEqual(
        card.width - CARD.tab - 2 * CARD.padding,
      )
      expect(card.lines.length * CARD.line).toBeLessThanOrEqual(card.height)
    }
  })

  it('overlaps no cards, whatever their verdicts and impacts', () => {
    const given = fc.array(
      fc.tuple(
        fc.constantFrom(...VERDICTS),
        fc.constantFrom(1 as const, 2 as const, 3 as const),
        fc.constantFrom('Short', 'A label of two lines'),
      ),
      { minLength: 1, maxLength: 9 },
    )
    fc.assert(
      fc.property(given, (its) => {
        const { cards } = layOutClaimBoard(
          its.map(([, impact, label], i) => ({ id: `T${10 + i}`, label, impact })),
          id => ({ lens: 'technical', verdict: its[Number(id.slice(1)) - 10]?.[0] ?? 'partly' }),
          { width: 864, height: 700 },
        )
        expect(overlapsOf(cards)).toEqual([])
        expect(cards.filter(card => !within(card, { x: 0, y: 0, width: 864, height: 700 }))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it.each<[what: string, given: ClaimOnBoard[], height: number, message: string]>([
    [
      'a claim twice',
      spread({ id: 'T07', label: 'One', impact: 1 }, { id: 'T07', label: 'Two', impact: 2 }),
      366,
      'ClaimBoard: claim T07 is on the board twice; name it once.',
    ],
    [
      'an impact that is none',
      spread({ id: 'T07', label: 'One', impact: 4 as 3 }),
      366,
      'ClaimBoard: the impact of claim T07 is 4; give 1, 2 or 3.',
    ],
    [
      'a label of three lines',
      spread({ id: 'T07', label: 'Training was reported to have cost six million', impact: 1 }),
      366,
      'ClaimBoard: the label "Training was reported to have cost six million" of claim T07 is too long for a card; '
      + 'shorten it.',
    ],
    [
      'a word wider than a card',
      spread({ id: 'T07', label: 'Telecommunicationsystems', impact: 1 }),
      366,
      'ClaimBoard: the label "Telecommunicationsystems" of claim T07 is too long for a card; shorten it.',
    ],
    ['more than fit', SIXTEEN, 300, 'ClaimBoard: 16 claims do not fit; leave some out.'],
    [
      'a claim that is not in the ledger',
      spread({ id: 'Z99', label: 'None', impact: 1 }),
      366,
      'The ledger has no claim Z99.',
    ],
  ])('refuses %s', (_, given, height, message) => {
    expect(() => layOutClaimBoard(given, claimOf, { width: 864, height })).toThrow(message)
  })
})

describe('layOutClaimWall', () => {
  it('sets all cards in rows, larger than on the board, without their verdicts', () => {
    const { cards, scale } = layOutClaimWall(SIXTEEN, claimOf, SLIDE)
    const drawn = cards.map(card => ({ ...card, width: card.width * scale, height: card.height * scale }))
    expect(scale).toBeGreaterThan(1)
    expect(overlapsOf(drawn)).toEqual([])
    expect(drawn.filter(card => !within(card, { x: 0, y: 0, ...SLIDE }))).toEqual([])
    expect(cards.map(card => card.id)).toEqual(SIXTEEN.map(item => item.id))
    expect(new Set(cards.map(card => card.height)).size).toBe(1)
  })

  it('refuses more than fit', () => {
    expect(() => layOutClaimWall(SIXTEEN, claimOf, { width: 864, height: 160 })).toThrow(
      'ClaimBoard: 16 claims do not fit; leave some out.',
    )
  })
})
