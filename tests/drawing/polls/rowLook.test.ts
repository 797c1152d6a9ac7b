import type { RowLook, RowOptions } from '../../../src/drawing/polls/rowLook.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowLook, rowsHeight, styleOfRows, twoVotesLook } from '../../../src/drawing/polls/rowLook.ts'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'
import { MANY_WORDS, SLACK, textOf } from '../../polls/support/drawnPolls.ts'

const WIDTH = 580
/** As the kinds of pictures ask for rows: a choice, a ranking, two votes in one line and in two. */
const KINDS: [what: string, options: RowOptions][] = [
  ['a choice', { tagged: true }],
  ['a ranking', { named: 1, aside: 40 }],
  ['two votes in one line', { named: 1, tagged: true }],
  ['two votes in two lines', { named: 2, tagged: true }],
]
const SHORT = [
  'A technical breakthrough',
  'A market that panicked',
  'Chip rules that failed',
  'A national plan',
  'Mostly hype',
  'Open weights',
  'A price war',
  'Something else',
]
const LONG = Array.from({ length: 8 }, (_, i) => `${i + 1} ${textOf(58)}`)
const lookOf = (labels: string[], height: number, options: RowOptions = { tagged: true }) =>
  rowLook(labels, { width: WIDTH, height }, options)

/** Answers in many scripts, up to the 80 characters that one may have. */
const someLabels = fc.array(
  fc.oneof(fc.integer({ min: 1, max: 80 }).map(textOf), fc.constantFrom(...MANY_WORDS.map(([text]) => text))),
  { minLength: 2, maxLength: 8 },
)

describe('rows of labelled bars', () => {
  it.each<[what: string, labels: string[], height: number, look: Partial<RowLook>]>([
    ['a few are roomy, numbers over the bar', SHORT.slice(0, 4), 300, { form: 'above', size: 21 }],
    ['five are so too', SHORT.slice(0, 5), 300, { form: 'above', size: 21 }],
    ['more are smaller', SHORT.slice(0, 5), 256, { form: 'above', size: 19 }],
    ['eight short ones have label, bar and number in one line', SHORT, 256, { form: 'inline', size: 17 }],
    ['eight long ones are condensed, numbers beside the bar', LONG, 300, { form: 'beside', size: 15, condensed: true }],
    [
      'eight long ones under a longer question are the smallest',
      LONG,
      256,
      { form: 'beside', size: 14, gap: 0, zoom: 1 },
    ],
    ['only what cannot fit is made smaller as a whole', LONG, 180, { form: 'beside', size: 14 }],
  ])('%s', (_, labels, height, look) => {
    expect(lookOf(labels, height)).toMatchObject(look)
  })

  it.each(KINDS)('of %s fit their space, with smaller type as the last resort', (_, options) => {
    fc.assert(fc.property(someLabels, fc.integer({ min: 150, max: 320 }), (some, height) => {
      const look = lookOf(some, height, options)
      expect(rowsHeight(some, look, WIDTH, options) * look.zoom).toBeLessThanOrEqual(height + SLACK)
      expect(look.size).toBeGreaterThanOrEqual(14)
      expect(look.zoom).toBeLessThanOrEqual(1)
    }))
  })

  it.each(KINDS)(
    'of %s have whole labels in their column and leave half the width to bars and numbers',
    (_, options) => {
      fc.assert(
        fc.property(someLabels, fc.integer({ min: 150, max: 320 }), (some, height) => {
          const { form, column, size, condensed } = lookOf(some, height, options)
          if (form !== 'inline') {
            expect(column).toBe(0)
            return
          }
          expect(
            Math.max(...some.map(text => textWidthAnyScript(text, size, condensed))) + (options.tagged ? 74 : 0),
          ).toBeLessThanOrEqual(column)
          expect(column).toBeLessThanOrEqual((WIDTH - (options.aside ?? 0)) / 2)
        }),
      )
    },
  )

  it.each(KINDS)(
    'of %s with up to eight answers of 60 characters are whole under a question of two lines',
    (_, options) => {
      const head = options.named === 2 ? 4 : 8
      expect(lookOf(LONG.slice(0, head), 300, options).zoom).toBe(1)
    },
  )
})

describe('two votes', () => {
  it('leave room for the line that says which is which where they are not named', () => {
    fc.assert(fc.property(someLabels, fc.integer({ min: 150, max: 320 }), (labels, height) => {
      const { named, look } = twoVotesLook(labels, { width: WIDTH, height }, 26)
      const rows = rowsHeight(labels, look, WIDTH, { named: named ? 2 : 1, tagged: true }) * look.zoom
      expect(rows).toBeLessThanOrEqual(height - (named ? 0 : 26) + SLACK)
    }))
  })

  it.each<[what: string, labels: string[], height: number, named: boolean]>([
    ['of a few options are each named in a line of its own', SHORT.slice(0, 4), 274, true],
    ['of many are in one line, rather than in small type', SHORT, 300, false],
    ['of a few in little space are in one line', SHORT.slice(0, 4), 180, false],
  ])('%s', (_, labels, height, named) => {
    const votes = twoVotesLook(labels, { width: WIDTH, height }, 26)
    expect(votes.named).toBe(named)
    expect(votes.look.size).toBeGreaterThanOrEqual(17)
    expect(rowsHeight(labels, votes.look, WIDTH, { named: named ? 2 : 1, tagged: true })).toBeLessThanOrEqual(
      height - (named ? 0 : 26),
    )
  })
})

it('formats a look as CSS properties', () => {
  expect(styleOfRows(lookOf(SHORT, 256))).toMatchObject({
    '--row-size': '17px',
    '--row-track': '16px',
    '--row-gap': '4px',
    '--row-stretch': '100%',
    '--row-leading': '1.25',
    '--row-line': '18px',
  })
  expect(styleOfRows(lookOf(SHORT, 256))).not.toHaveProperty('zoom')
  expect(styleOfRows(lookOf(LONG, 128))).toMatchObject({ 'zoom': '0.505', '--row-stretch': '75%' })
})
