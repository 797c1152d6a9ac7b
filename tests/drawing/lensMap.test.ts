import type { LensId } from '../../src/content/evidenceSchema.ts'
import type { LensMapPicture, MapLens } from '../../src/drawing/lensMap.ts'
import type { Box } from '../../src/drawing/textMetrics.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LENSES } from '../../src/content/lenses.ts'
import { layOutLensMap, LENS_MAP } from '../../src/drawing/lensMap.ts'
import { textWidth } from '../../src/drawing/textMetrics.ts'

const EVENT = 'A new model shakes markets and the capital'
const QUESTIONS: Record<LensId, string> = {
  technical: 'What is new, and what did it cost?',
  economic: 'Who gains and who pays for it?',
  domestic: 'Whose plan does it serve at home?',
  international: 'Does it change who is ahead?',
}
const GLASS = LENS_MAP.glass - LENS_MAP.rim

function lensAt(picture: LensMapPicture, id: LensId): MapLens {
  const found = picture.lenses.find(lens => lens.id === id)
  if (!found)
    throw new Error(`The picture has no lens ${id}.`)
  return found
}

/** Boxes of all that is drawn outside the glasses, the clipping's turn left out. */
function boxesOf({ sheet, size, lines, lenses }: LensMapPicture): Box[] {
  return [
    sheet,
    ...lines.map(({ text, x, y }) => ({
      x: x - textWidth(text, size, true) / 2,
      y: y - size,
      width: textWidth(text, size, true),
      height: size,
    })),
    ...lenses.flatMap(({ x, y, textX, name, question, handle, ferrule, enlarged }) => [
      { x: x - LENS_MAP.glass, y: y - LENS_MAP.glass, width: 2 * LENS_MAP.glass, height: 2 * LENS_MAP.glass },
      handle,
      ferrule,
      { x: textX + (enlarged ? 31 : 0), y: y - 19 - 22, width: textWidth(name, 22, true), height: 22 },
      // The reading type is narrower than the label type that is measured.
      ...question.map((line, i) => ({
        x: textX,
        y: y + 31 + i * LENS_MAP.leading - 19,
        width: textWidth(line, 19) * 0.92,
        height: 19 + 5,
      })),
    ]),
  ]
}

function outside({ x, y, width, height }: Box): boolean {
  return x < -0.01 || y < -0.01 || x + width > LENS_MAP.width + 0.01 || y + height > LENS_MAP.height + 0.01
}

/** The picture, or the sentence that says why there is none. */
function drawnOrError(event: string, questions: Record<LensId, string>): LensMapPicture | string {
  try {
    return layOutLensMap(event, questions, { technical: event.split(' ')[0] ?? '' })
  }
  catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('layOutLensMap', () => {
  it('shows the four lenses with their whole questions', () => {
    const { lenses } = layOutLensMap(EVENT, QUESTIONS)
    expect(lenses.map(lens => lens.id)).toEqual(LENSES.map(lens => lens.id))
    lenses.forEach(lens => expect(lens.question.join(' ')).toBe(QUESTIONS[lens.id]))
  })

  it('shows the whole event in the largest type that fits the clipping', () => {
    const { lines, size, sheet } = layOutLensMap(EVENT, QUESTIONS)
    expect(lines.map(line => line.text).join(' ')).toBe(EVENT)
    lines.forEach(line => expect(textWidth(line.text, size, true)).toBeLessThanOrEqual(sheet.width))
    expect(layOutLensMap('Unprecedented competition', QUESTIONS).size).toBeGreaterThan(
      layOutLensMap('An uncharacteristically wide word', QUESTIONS).size,
    )
  })

  it('shows the icon where a lens has no word', () => {
    expect(
      layOutLensMap(EVENT, QUESTIONS, { technical: 'model' }).lenses.map(lens => lens.enlarged !== undefined),
    ).toEqual([true, false, false, false])
  })

  it.each(['A', 'model', 'shakes', 'capital'])('shows the word %s whole in the middle of its glass', (word) => {
    const { y, enlarged } = lensAt(layOutLensMap(EVENT, QUESTIONS, { economic: word }), 'economic')
    const { text = '', size = 0, y: baseline = 0 } = enlarged ?? {}
    expect(text).toBe(word)
    expect(baseline).toBeCloseTo(y + 0.35 * size, 6)
    expect(textWidth(word, size, true)).toBeLessThanOrEqual(2 * GLASS)
  })

  it('draws nothing outside the picture, whatever the questions', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aeimortwMW'), minLength: 1, maxLength: 12 })
    const text = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map(item => item.join(' '))
    let drawn = 0
    fc.assert(
      fc.property(
        text(7),
        fc.record({ technical: text(7), economic: text(7), domestic: text(7), international: text(7) }),
        (event, questions) => {
          const picture = drawnOrError(event, questions)
          if (typeof picture === 'string') {
            expect(picture).toMatch(/^LensMap: .*(?:shorten it|take a shorter word)/)
            return
          }
          drawn++
          expect(boxesOf(picture).filter(outside)).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
    expect(drawn).toBeGreaterThan(20)
  })

  it.each<
    [
      what: string,
      event: string,
      questions: Partial<Record<LensId, string>>,
      words: Partial<Record<LensId, string>>,
      says: string,
    ]
  >([
    ['a long event', `${EVENT}, ${EVENT}, ${EVENT}`, {}, {}, 'does not fit on its clipping; shorten it.'],
    ['an event of one endless word', 'Model'.repeat(9), {}, {}, 'does not fit on its clipping; shorten it.'],
    [
      'a long question',
      EVENT,
      { domestic: 'What does it mean at home? '.repeat(5).trim() },
      {},
      'LensMap: the question of domestic takes 7 lines; shorten it to three.',
    ],
    [
      'an endless word in a question',
      EVENT,
      { economic: 'W'.repeat(20) },
      {},
      `LensMap: "${'W'.repeat(20)}" in the question of economic is too long for a line; take a shorter word.`,
    ],
    [
      'a lens without a question',
      EVENT,
      { economic: '' },
      {},
      'LensMap: the lens economic has no question; add it to questions.',
    ],
    [
      'a word of another event',
      EVENT,
      {},
      { technical: 'chips' },
      'LensMap: "chips" of technical is not in the event; take one of its words.',
    ],
    [
      'words that are too long for a glass',
      EVENT,
      {},
      { technical: EVENT },
      `LensMap: "${EVENT}" of technical is too long for its glass; take a shorter word.`,
    ],
    ['no word', EVENT, {}, { technical: '' }, 'LensMap: "" of technical is not in the event; take one of its words.'],
  ])('refuses %s', (_, event, questions, words, says) => {
    expect(() => layOutLensMap(event, { ...QUESTIONS, ...questions }, words)).toThrow(says)
  })
})
