import type { CountedWord, PlacedWord } from '../../../src/drawing/polls/wordCloud.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlap } from '../../../src/drawing/charts/drawing.ts'
import { ANCHORS, anchorsOf, CLOUD, HUES, NUMBERED_FROM, packWords } from '../../../src/drawing/polls/wordCloud.ts'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'
import { MANY_WORDS, SLACK } from '../../polls/support/drawnPolls.ts'

const SPACE = { width: 868, height: 360 }
/** Dozens of words take long to shrink and say no more for it. */
const FEW = { numRuns: 60, endOnFailure: true }
const wordsOf = (said: [text: string, people: number][]): CountedWord[] =>
  said.map(([text, people], i) => ({ id: `${i}`, text, people }))
const boxOf = ({ x, y, width, height }: PlacedWord) => ({
  left: x,
  right: x + width - SLACK,
  top: y,
  bottom: y + height - SLACK,
})
const placesOf = (cloud: ReturnType<typeof packWords>) =>
  new Map(anchorsOf(cloud).map(({ id, x, y }) => [id, [Math.round(x * 1e6), Math.round(y * 1e6)]]))

const anyText = fc.constantFrom(...MANY_WORDS.map(([text]) => text))
const someWords = (least: number, most: number, maxLength = 60) => fc
  .array(fc.tuple(anyText, fc.integer({ min: least, max: most })), { maxLength })
  .map(said => said.sort(([, a], [, b]) => b - a))
const anySpace = fc.record({ width: fc.integer({ min: 640, max: 868 }), height: fc.integer({ min: 200, max: 380 }) })

describe('a cloud of words', () => {
  it('without words is empty', () => {
    expect(packWords([], SPACE)).toEqual({ words: [], more: 0 })
    expect(packWords([], SPACE, [], 7)).toEqual({ words: [], more: 7 })
  })

  it.each<[people: number, size: number]>([[1, 80], [4, 104], [500, 112]])(
    'of one word that %d sent sets it large, in the middle',
    (people, size) => {
      const { words: [word], more } = packWords(wordsOf([['hype', people]]), SPACE)
      expect([word?.size, more]).toEqual([size, 0])
      expect((word?.x ?? 0) + (word?.width ?? 0) / 2).toBeCloseTo(SPACE.width / 2, 6)
      expect((word?.y ?? 0) + (word?.height ?? 0) / 2).toBeCloseTo(SPACE.height / 2, 6)
    },
  )

  it('holds the words of an international audience', () => {
    const { words, more } = packWords(wordsOf(MANY_WORDS), SPACE)
    expect([words.length, more]).toEqual([MANY_WORDS.length, 0])
    expect(words[0]?.size).toBeGreaterThanOrEqual(60)
  })

  it('numbers words of four people and up, in type that can be read', () => {
    fc.assert(fc.property(someWords(1, 12), (said) => {
      for (const { people, figure } of packWords(wordsOf(said), SPACE).words) {
        expect(figure > 0).toBe(people >= NUMBERED_FROM)
        expect(figure === 0 || figure >= 18).toBe(true)
      }
    }))
  })

  it('sets a word of 40 letters small enough to show all of it', () => {
    const { words: [word] } = packWords(wordsOf([['W'.repeat(40), 500]]), SPACE)
    expect(word?.width).toBeGreaterThanOrEqual(textWidthAnyScript('W'.repeat(40), word?.size ?? 0, true))
    expect(word?.width).toBeLessThanOrEqual(SPACE.width)
  })

  it('keeps words inside the picture and apart, and counts those without room, the rarest', () => {
    fc.assert(
      fc.property(someWords(1, 300), anySpace, fc.nat(400), (said, space, unlisted) => {
        const words = wordsOf(said)
        const cloud = packWords(words, space, [], unlisted)
        const left = words.length - cloud.words.length
        expect(cloud.more).toBe(left + unlisted)
        expect(cloud.words.map(word => word.id)).toEqual(words.slice(0, cloud.words.length).map(word => word.id))
        const { width, height } = space
        const corner = {
          left: width - CLOUD.corner.width + SLACK,
          right: width,
          top: height - CLOUD.corner.height + SLACK,
          bottom: height,
        }
        const boxes = cloud.words.map(boxOf)
        expect(boxes.filter(({ left, right, top, bottom }) =>
          left < -SLACK || right > width + SLACK || top < -SLACK || bottom > height + SLACK)).toEqual([])
        expect(boxes.filter(box => overlap(box, corner))).toEqual([])
        expect(boxes.filter((one, i) => boxes.some((other, j) => j > i && overlap(one, other)))).toEqual([])
      }),
      FEW,
    )
  })

  it('sizes words by the root of their people, all alike, and none below the least', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 30 })
    fc.assert(fc.property(counts, (people) => {
      const { words } = packWords(wordsOf(people.sort((a, b) => b - a).map(count => ['hype', count])), SPACE)
      const [first] = words
      for (const { size, people } of words) {
        const ideal = (first?.size ?? 0) * Math.sqrt(people / (first?.people ?? 1))
        expect(size).toBeGreaterThanOrEqual(CLOUD.least)
        // Sizes are whole px, the first as well.
        expect(Math.abs(size - Math.max(CLOUD.least, ideal))).toBeLessThanOrEqual(1 + SLACK)
      }
    }))
  })

  it('leaves the five largest where they are when later words come', () => {
    fc.assert(
      fc.property(someWords(20, 300, 12), someWords(1, 19, 48), anySpace, (said, later, space) => {
        const first = packWords(wordsOf(said), space)
        const second = packWords(wordsOf([...said, ...later]), space, anchorsOf(first))
        const [was, now] = [placesOf(first), placesOf(second)]
        expect(was.size).toBe(Math.min(ANCHORS, first.words.length))
        for (const [id, place] of was)
          expect(now.get(id)).toEqual(place)
      }),
      FEW,
    )
  })

  it('gives neighbours different colours, and earlier words the same when later ones come', () => {
    fc.assert(
      fc.property(someWords(1, 60, 40), (said) => {
        const cloud = packWords(wordsOf(said), SPACE)
        expect(cloud.words.slice(0, HUES).map(word => word.hue)).toEqual(
          [0, 1, 2, 3, 4, 5].slice(0, Math.min(HUES, cloud.words.length)),
        )
        expect(new Set(cloud.words.map(word => word.hue)).size).toBe(Math.min(HUES, cloud.words.length))
      }),
      FEW,
    )
  })

  it('draws the same words in the same way', () => {
    expect(packWords(wordsOf(MANY_WORDS), SPACE)).toEqual(packWords(wordsOf(MANY_WORDS), SPACE))
  })
})
