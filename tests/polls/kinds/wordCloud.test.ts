import type { PlacedWord } from '../../../src/polls/kinds/words/cloud.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlap } from '../../../src/drawing/charts/drawing.ts'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'
import { CLOUD, layOutCloud } from '../../../src/polls/kinds/words/cloud.ts'
import { entriesOf, MANY_WORDS, SLACK, SPACE } from '../support/drawnPolls.ts'

const boxOf = ({ x, y, width, height }: PlacedWord) => ({
  left: x,
  right: x + width,
  top: y,
  bottom: y + height - SLACK,
})

/** Words that many people sent, most first. */
const someWords = fc
  .array(fc.tuple(fc.constantFrom(...MANY_WORDS.map(([text]) => text)), fc.integer({ min: 1, max: 300 })), {
    maxLength: 60,
  })
  .map(item => entriesOf(item.sort(([, a], [, b]) => b - a)))

describe('a cloud of words', () => {
  it('without words is empty', () => {
    expect(layOutCloud([], SPACE)).toEqual({ words: [], more: 0 })
  })

  it.each([1, 500])('of one word that %d sent sets it large', (people) => {
    const { words, more } = layOutCloud(entriesOf([['hype', people]]), SPACE)
    expect(words.map(word => [word.text, word.size, word.x, word.y])).toEqual([['hype', 64, 0, 0]])
    expect(more).toBe(0)
  })

  it('has room for the words of an international audience', () => {
    const { words, more } = layOutCloud(entriesOf(MANY_WORDS), SPACE)
    expect(words.length + more).toBe(MANY_WORDS.length)
    expect(words.length).toBeGreaterThanOrEqual(24)
    expect(words[0]?.size).toBeGreaterThanOrEqual(27)
  })

  it('has a line for the number of words without room', () => {
    const { words, more } = layOutCloud(entriesOf([...MANY_WORDS, ...MANY_WORDS]), { width: SPACE.width, height: 200 })
    expect(words.length + more).toBe(60)
    expect(more).toBeGreaterThan(20)
    for (let height = 190; height < 220; height++) {
      expect(
        Math.max(
          ...layOutCloud(entriesOf([...MANY_WORDS, ...MANY_WORDS]), { width: SPACE.width, height }).words.map(
            word => word.y + word.height,
          ),
        ),
      ).toBeLessThanOrEqual(height - CLOUD.moreLine)
    }
  })

  it('sets a word of 40 letters small enough to show all of it', () => {
    const { words: [word] } = layOutCloud(entriesOf([['W'.repeat(40), 500]]), SPACE)
    expect(word?.width).toBeGreaterThanOrEqual(textWidthAnyScript('W'.repeat(40), word?.size ?? 0, true))
    expect(word?.width).toBeLessThanOrEqual(SPACE.width)
  })

  it('shows a spotlit word large enough to read, even from one person', () => {
    const sizeOf = (state: 'shown' | 'spotlight') =>
      layOutCloud(
        entriesOf([
          ['moat', 1, state],
          ['hype', 300],
        ]),
        SPACE,
      ).words[0]?.size
    expect([sizeOf('shown'), sizeOf('spotlight')]).toEqual([16, 30])
  })

  it('places words in order, inside the picture and apart, and counts those without room', () => {
    fc.assert(
      fc.property(someWords, fc.integer({ min: 150, max: 320 }), (entries, height) => {
        const { words, more } = layOutCloud(entries, { width: SPACE.width, height })
        expect(words.map(word => word.id)).toEqual(entries.slice(0, entries.length - more).map(entry => entry.id))
        const boxes = words.map(boxOf)
        const bottom = height - (more > 0 ? CLOUD.moreLine : 0)
        expect(
          boxes.filter(
            box => box.left < 0 || box.right > SPACE.width + SLACK || box.top < 0 || box.bottom > bottom + SLACK,
          ),
        ).toEqual([])
        expect(boxes.filter((one, i) => boxes.some((other, j) => j > i && overlap(one, other)))).toEqual([])
      }),
    )
  })

  it('sets words of equal counts alike, and areas by counts where there is room', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12 }), (counts) => {
      const { words } = layOutCloud(entriesOf(counts.sort((a, b) => b - a).map(count => ['hype', count])), SPACE)
      const [first] = words
      for (const { size, people } of words) {
        const ideal = (first?.size ?? 0) * Math.sqrt(people / (first?.people ?? 1))
        expect(Math.abs(size - Math.max(CLOUD.least, ideal))).toBeLessThanOrEqual(0.5 + SLACK)
      }
    }))
  })
})
