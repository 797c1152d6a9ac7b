import type { SpacePx } from './space.ts'
import { textWidthAnyScript } from '../textWidthAnyScript.ts'

/** A word or phrase, and how many people sent it. */
export interface CountedWord {
  id: string
  text: string
  people: number
}

/** A word in its box, with its number at the end of the box where it has one; px. */
export interface PlacedWord extends CountedWord {
  x: number
  y: number
  width: number
  height: number
  /** Of the word's type. */
  size: number
  /** Of its number's type; 0 for a word without one. */
  figure: number
  /** One of `HUES`, from 0; neighbours differ, and it means nothing. */
  hue: number
}

export interface WordCloud {
  words: PlacedWord[]
  /** How many words are not in it: the rarest. */
  more: number
}

/** The middle of a word that stays where it is, px. */
export interface Anchor { id: string, x: number, y: number }

/** How many colours words are set in. */
export const HUES = 6
/** So many of the largest words stay where they are when later ones come. */
export const ANCHORS = 5
/**
 * Measures in px: smallest type of words and numbers, gap between a word and its number, and the corner at the bottom
 * right in which the number of other words stands. It is kept free even without any, so that no word has to leave it
 * when they come.
 */
export const CLOUD = {
  least: 18,
  figure: 18,
  figureGap: 5,
  corner: { width: 136, height: 26 },
  leading: 1.04,
} as const
/** Words of so many people have their number beside them. */
export const NUMBERED_FROM = 4

/** Size of a word is this times the root of its people, so that its area is in proportion to them; px. */
const PX_PER_ROOT = 13.6
/** The largest word: so much for one person, and more for each, up to the most; px. */
const TOP = { one: 72, each: 8, most: 112 }
/** Sizes that are tried, as shares of the one before, while the largest word is at least so large; px. */
const [SHRINK, LEAST_TOP] = [0.92, 44]
/** A phrase of more letters is placed early, while there is room for its width. */
const LONG = 18
/** No word is wider than this share of the picture: beside the middle there is room for others. */
const WIDEST = 0.8
/** A number is set in this share of its word's size, within bounds. */
const FIGURE = { share: 0.28, most: 26 }
/** Free space around a word, px. */
const CLEAR = { x: 7, y: 2 }
/** Between the points of the spiral, and between its turns, px. */
const [STEP, TURN] = [5, 7]

type Sized = Omit<PlacedWord, 'x' | 'y' | 'hue'>
type Box = Pick<PlacedWord, 'x' | 'y' | 'width' | 'height'>

/** Size that the largest word would have without being scaled. */
const topIdeal = (words: readonly CountedWord[]) => PX_PER_ROOT * Math.sqrt(Math.max(1, words[0]?.people ?? 1))

/** What the largest word may be scaled down to: a hall's is not, to hold one more rare word, as small as a few's. */
const topLeast = (words: readonly CountedWord[]) => Math.max(CLOUD.least, Math.min(LEAST_TOP, topIdeal(words)))

const boxAround = ({ width, height }: Sized, x: number, y: number): Box =>
  ({ x: x - width / 2, y: y - height / 2, width, height })

/**
 * Packs words on a spiral from the middle of the picture, never turned. All are scaled together: as large as a picture
 * that holds them all allows. Where even small ones do not fit, the rarest are left out.
 *
 * @param words the most frequent first
 * @param space of the picture
 * @param anchors of the largest words as they stood before; those that still have room keep their places
 * @param unlisted how many more words there are than these
 */
export function packWords(
  words: readonly CountedWord[],
  space: SpacePx,
  anchors: readonly Anchor[] = [],
  unlisted = 0,
): WordCloud {
  const sorted = [...words].sort((a, b) => b.people - a.people)
  const least = topLeast(sorted) / topIdeal(sorted)
  const kept = usable(anchors, sorted, least, space)
  const complete = packAll(sorted, space, kept)
  if (complete)
    return { words: withHues(complete), more: unlisted }
  for (let count = sorted.length - 1; count > 0; count--) {
    const placed = pack(sorted.slice(0, count), least, space, kept)
    if (placed)
      return { words: withHues(placed), more: unlisted + sorted.length - count }
  }
  return { words: [], more: unlisted + sorted.length }
}

/** The middles of the largest words, for the next drawing. */
export function anchorsOf({ words }: WordCloud): Anchor[] {
  return [...words]
    .sort((a, b) => b.people - a.people)
    .slice(0, ANCHORS)
    .map(({ id, x, y, width, height }) => ({ id, x: x + width / 2, y: y + height / 2 }))
}

/** The anchors that have room beside each other, even with the smallest words. */
function usable(
  anchors: readonly Anchor[],
  words: readonly CountedWord[],
  least: number,
  space: SpacePx,
): Anchor[] {
  const placed = new Map<string, PlacedWord>()
  return anchors.filter((anchor) => {
    const word = words.find(({ id }) => id === anchor.id)
    const sized = word && sizeWord(word, least, space.width)
    const box = sized && boxAround(sized, anchor.x, anchor.y)
    if (!box || !isFree(box, space, placed))
      return false
    placed.set(anchor.id, { ...sized, ...box, hue: 0 })
    return true
  })
}

/** The largest drawing that holds all words. */
function packAll(words: readonly CountedWord[], space: SpacePx, anchors: readonly Anchor[]): PlacedWord[] | undefined {
  const ideal = topIdeal(words)
  const most = Math.min(TOP.most, TOP.one + TOP.each * (words[0]?.people ?? 0))
  const least = topLeast(words)
  for (let top = most; top >= least; top *= SHRINK) {
    const placed = pack(words, top / ideal, space, anchors)
    if (placed)
      return placed
  }
  return undefined
}

/** Every word at this scale, or undefined where they do not all fit. */
function pack(
  words: readonly CountedWord[],
  scale: number,
  space: SpacePx,
  anchors: readonly Anchor[],
): PlacedWord[] | undefined {
  const sized = words.map(word => sizeWord(word, scale, space.width))
  if (sized.reduce((sum, { width, height }) => sum + width * height, 0) > space.width * space.height)
    return undefined
  const placed = new Map<string, PlacedWord>()
  for (const word of inPlacingOrder(sized)) {
    const anchor = anchors.find(({ id }) => id === word.id)
    const at = anchor ? freeAt(anchor, word, space, placed) : freeOnSpiral(word, space, placed)
    if (!at)
      return undefined
    placed.set(word.id, { ...word, ...at, hue: 0 })
  }
  return sized.flatMap(({ id }) => placed.get(id) ?? [])
}

function sizeWord(word: CountedWord, scale: number, space: number): Sized {
  const ideal = Math.max(CLOUD.least, PX_PER_ROOT * Math.sqrt(word.people) * scale)
  const digits = word.people >= NUMBERED_FROM ? word.people.toLocaleString('en-US') : ''
  const sizesAt = (size: number) => {
    const figure = digits === '' ? 0 : Math.min(FIGURE.most, Math.max(CLOUD.figure, size * FIGURE.share))
    const numbered = figure > 0 ? CLOUD.figureGap + textWidthAnyScript(digits, figure) : 0
    return { figure, width: textWidthAnyScript(word.text, size, true) + numbered }
  }
  const tooWide = sizesAt(ideal).width / (space * WIDEST)
  const size = Math.max(CLOUD.least, Math.floor(tooWide > 1 ? ideal / tooWide : ideal))
  const { figure, width } = sizesAt(size)
  const { id, text, people } = word
  return { id, text, people, size, figure, width: Math.min(space, width), height: size * CLOUD.leading + 2 }
}

/** The largest come first, so that they stand in the middle; then long phrases; then the others by their people. */
function inPlacingOrder(words: readonly Sized[]): Sized[] {
  const [first, others] = [words.slice(0, ANCHORS), words.slice(ANCHORS)]
  const isLong = ({ text }: Sized) => [...text].length > LONG
  return [...first, ...others.filter(isLong), ...others.filter(word => !isLong(word))]
}

type Placed = ReadonlyMap<string, PlacedWord>

function freeAt({ x, y }: Anchor, word: Sized, space: SpacePx, placed: Placed): Box | undefined {
  const box = boxAround(word, x, y)
  return isFree(box, space, placed) ? box : undefined
}

/** The first free place on the spiral; near the sides a word moves inwards as far as it must. */
function freeOnSpiral(word: Sized, space: SpacePx, placed: Placed): Box | undefined {
  for (const [x, y] of spiralOf(space)) {
    const half = word.width / 2
    const box = boxAround(word, Math.max(half, Math.min(space.width - half, x)), y)
    if (isFree(box, space, placed))
      return box
  }
  return undefined
}

/** Tolerance for rounding errors of sums. */
const SLACK = 1e-6

function isFree({ x, y, width, height }: Box, space: SpacePx, placed: Placed): boolean {
  if (x < -SLACK || y < -SLACK || x + width > space.width + SLACK || y + height > space.height + SLACK)
    return false
  if (x + width > space.width - CLOUD.corner.width && y + height > space.height - CLOUD.corner.height)
    return false
  for (const other of placed.values()) {
    if (
      x < other.x + other.width + CLEAR.x && other.x < x + width + CLEAR.x
      && y < other.y + other.height + CLEAR.y && other.y < y + height + CLEAR.y
    ) {
      return false
    }
  }
  return true
}

let lastSpiral: { key: string, points: [x: number, y: number][] } | undefined

/** Points of a spiral that is as flat as the picture, from its middle to its corners. */
function spiralOf({ width, height }: SpacePx): [x: number, y: number][] {
  const key = `${width}/${height}`
  if (lastSpiral?.key === key)
    return lastSpiral.points
  const flat = width / Math.max(1, height)
  const points: [x: number, y: number][] = []
  const end = height * Math.SQRT1_2
  for (let angle = 0, radius = 0; radius <= end; radius = TURN * angle / (2 * Math.PI)) {
    points.push([width / 2 + radius * flat * Math.cos(angle), height / 2 + radius * Math.sin(angle)])
    angle += STEP / Math.max(STEP, radius * (flat + 1) / 2)
  }
  lastSpiral = { key, points }
  return points
}

/**
 * Gives every word a colour, the most frequent first, so that a later word changes none of those before it: the colour
 * whose nearest word is furthest away.
 */
function withHues(words: readonly PlacedWord[]): PlacedWord[] {
  const done: PlacedWord[] = []
  for (const word of words) {
    const distances = Array.from({ length: HUES }, (_, hue) =>
      Math.min(...done.filter(other => other.hue === hue).map(other => distance(word, other))))
    const hue = distances.indexOf(Math.max(...distances))
    done.push({ ...word, hue })
  }
  return done
}

/** Between the edges of two boxes. */
function distance(a: Box, b: Box): number {
  const x = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width)
  const y = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height)
  return Math.hypot(x, y)
}
