import type { MarkedHeadline } from '../../src/drawing/corrections.ts'
import { describe, expect, it } from 'vitest'
import { CORRECTIONS, layOutCorrections, parseHeadline } from '../../src/drawing/corrections.ts'
import { textWidth } from '../../src/drawing/textMetrics.ts'

const INNER = CORRECTIONS.sheet - 2 * CORRECTIONS.padding
const headline = (said: string): MarkedHeadline => ({ lens: 'technical', said, line: 'What the lens has to say.' })

/** Ends of each correction on its clipping, px from the left end of the words. */
function spansOf(said: string): [left: number, right: number][] {
  const { size, rows } = layOutCorrections([headline(said)])
  let word = 0
  return (rows[0]?.parts ?? []).flatMap(({ text, correction, shift }) => {
    const left = word + shift
    word += textWidth(text, size, true) * 0.95
    return correction === undefined ? [] : [[left, left + textWidth(correction, CORRECTIONS.correction)]]
  })
}

describe('parseHeadline', () => {
  it.each([
    ['Prices [gone → changed] in a day', [
      { text: 'Prices ', isStruck: false },
      { text: 'gone', isStruck: true, correction: 'changed' },
      { text: ' in a day', isStruck: false },
    ]],
    ['[All] was lost', [{ text: 'All', isStruck: true }, { text: ' was lost', isStruck: false }]],
    ['[They→two of them] did it [again]', [
      { text: 'They', isStruck: true, correction: 'two of them' },
      { text: ' did it ', isStruck: false },
      { text: 'again', isStruck: true },
    ]],
  ])('reads %s', (said, parts) => {
    expect(parseHeadline(said)).toEqual(parts)
  })

  it.each([
    ['Nothing is wrong here', 'nothing in "Nothing is wrong here" is struck; put the wrong word in brackets.'],
    ['Half [open', 'a bracket in "Half [open" has no partner; write [struck → correction].'],
    ['Empty [] brackets', 'Corrections: "Empty [] brackets" has empty brackets; put the word in them that is wrong.'],
    ['No [ → word] here', 'has empty brackets'],
  ])('refuses %s', (said, says) => {
    expect(() => parseHeadline(said)).toThrow(says)
  })
})

describe('layOutCorrections', () => {
  it('gives each headline a row, none over the next and all within the picture', () => {
    const { sheet, rows } = layOutCorrections(Array.from({ length: 4 }, () => headline('It is [wrong → right]')))
    rows.slice(1).forEach((row, i) => expect(row.y).toBeGreaterThan((rows[i]?.y ?? 0) + sheet))
    expect((rows.at(-1)?.y ?? 0) + sheet).toBeCloseTo(CORRECTIONS.height, 6)
  })

  it('keeps the words of a headline on its clipping', () => {
    const { size, rows } = layOutCorrections([headline('The longest of them [can → may] be')])
    const words = rows[0]?.parts.map(part => part.text).join('') ?? ''
    expect(textWidth(words, size, true)).toBeLessThanOrEqual(INNER)
  })

  it('sets all headlines in the size that the longest allows', () => {
    const short = headline('It is [so]')
    expect(layOutCorrections([short]).size).toBeGreaterThan(
      layOutCorrections([short, headline('The longest of them [can → may] be')]).size,
    )
  })

  it.each([
    ['in the middle of the headline', 'A [middling → fair] word of these'],
    ['at its beginning', '[All → a few of them in one place] came'],
    ['at its end', 'This is how it [ends → goes on and on]'],
    ['twice', '[They → one] did it [again → once]'],
  ])('keeps the correction of a word %s on the clipping', (_, said) => {
    const spans = spansOf(said)
    expect(spans.length).toBeGreaterThan(0)
    spans.forEach(([left, right]) => {
      expect(left).toBeGreaterThanOrEqual(-0.01)
      expect(right).toBeLessThanOrEqual(INNER + 0.01)
    })
    spans.slice(1).forEach(([left], i) => expect(left).toBeGreaterThan(spans[i]?.[1] ?? 0))
  })

  it('sets a correction over the middle of its word where there is room', () => {
    const [[left, right] = [0, 0]] = spansOf('This is the [middle → mid] of it')
    const { size } = layOutCorrections([headline('This is the [middle → mid] of it')])
    const from = textWidth('This is the ', size, true) * 0.95
    const to = from + textWidth('middle', size, true) * 0.95
    expect((left + right) / 2).toBeCloseTo((from + to) / 2, 6)
  })

  it.each([
    ['a long headline', [`This [goes] on ${'and on '.repeat(9)}`], 'is too long for its clipping; shorten it.'],
    [
      'a long correction',
      ['It is [so → not so in any way that anybody could know]'],
      'does not fit above "It is [so → not so in any way that anybody could know]"; shorten it.',
    ],
    ['corrections that meet', ['[A → a long way round] [B → of saying it]'], 'does not fit above'],
    [
      'more clippings than there is height for',
      Array.from<string>({ length: 6 }).fill('It is [so]'),
      'Corrections: 6 clippings do not fit one below the other; leave some out.',
    ],
  ])('refuses %s', (_, said, says) => {
    expect(() => layOutCorrections(said.map(headline))).toThrow(says)
  })
})

it.each<[what: string, headlines: MarkedHeadline[], says: string]>([
  ['no headlines', [], 'there are no headlines'],
  ['an unknown lens', [{ lens: 'legal' as 'domestic', said: '[a → b]', line: 'So.' }], 'the lens "legal" of "[a → b]"'],
  ['no line', [{ lens: 'domestic', said: '[a → b]' } as MarkedHeadline], '"[a → b]" has no line'],
  ['a line that its place cannot hold', [{ lens: 'domestic', said: '[a → b]', line: 'so '.repeat(300) }], 'too long'],
  ['a bracket in a bracket', [{ lens: 'domestic', said: '[a → b and [c → d]', line: 'So.' }], 'has no partner'],
])('layOutCorrections refuses %s', (_, headlines, says) => {
  expect(() => layOutCorrections(headlines)).toThrow(says)
})
