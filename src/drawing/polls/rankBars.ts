import type { SpacePx } from './space.ts'
import { lineCount, textWidthAnyScript } from '../textWidthAnyScript.ts'
import { labelLines } from './labelLines.ts'

/** An option with the number of people who put it first, second and so on. */
export interface RankedOption {
  text: string
  places: readonly number[]
}

/** The part of a bar for the people who gave one place; px, and the share of the full colour in per cent. */
export interface RankPart {
  x: number
  width: number
  tint: number
}

export interface RankRow {
  lines: string[]
  parts: RankPart[]
  /** Whether the shares of the first and the last place have room in their parts. */
  firstShown: boolean
  lastShown: boolean
}

/** Everything in px. */
export interface RankPicture {
  rows: RankRow[]
  rowHeight: number
  textSize: number
  /** Type of the place before the words. */
  placeSize: number
  barLeft: number
  barWidth: number
  barHeight: number
}

/** Height of the line over the bars, px; it is not in the space of the rows. */
const KEY_PX = 28
const PLACE_PX = 58
const WORDS_SHARE = 0.36
const TEXT = { most: 28, least: 18, leading: 1.14 }
const [MOST_ROW, MOST_BAR, MOST_PLACE] = [84, 48, 60]
/** Least part of a bar for its share: `100%` in its type, and the space before it. */
const [FIRST_NUMBER_PX, LAST_NUMBER_PX] = [24, 20]
/** How much of the colour is left in the last part but one. */
const PALEST = 22

/** Lays out a ranking from the top, in the order in which the options are given. */
export function layOutRanks(options: readonly RankedOption[], people: number, space: SpacePx): RankPicture {
  const count = Math.max(1, options.length)
  const rowHeight = Math.min(MOST_ROW, (space.height - KEY_PX) / count)
  const words = space.width * WORDS_SHARE
  const sizes = Array.from({ length: TEXT.most - TEXT.least + 1 }, (_, i) => TEXT.most - i)
  const fits = (size: number) =>
    options.every(({ text }) => lineCount(text, words, size) * size * TEXT.leading <= rowHeight - 10)
  const textSize = sizes.find(fits) ?? TEXT.least
  const most = Math.max(1, Math.floor((rowHeight - 6) / (textSize * TEXT.leading)))
  const barLeft = PLACE_PX + words + 20
  const barWidth = space.width - barLeft
  return {
    rowHeight,
    textSize,
    placeSize: Math.floor(Math.min(MOST_PLACE, rowHeight * 0.8)),
    barLeft,
    barWidth,
    barHeight: Math.floor(Math.min(MOST_BAR, rowHeight * 0.64)),
    rows: options.map(({ text, places }) => ({
      lines: labelLines(text, { width: words, size: textSize }, most),
      ...partBar(places, people, barWidth),
    })),
  }
}

function partBar(places: readonly number[], people: number, width: number): Omit<RankRow, 'lines'> {
  const unit = people > 0 ? width / people : 0
  const last = places.length - 1
  let x = 0
  const parts = places.map((number, i) => {
    const part = { x, width: number * unit, tint: i === 0 ? 100 : 100 - (100 - PALEST) * i / Math.max(1, last - 1) }
    x += part.width
    return part
  })
  const holds = (number: number | undefined, size: number) =>
    (number ?? 0) * unit >= textWidthAnyScript(`${Math.round((number ?? 0) / Math.max(1, people) * 100)}%`, size) + 18
  return { parts, firstShown: holds(places[0], FIRST_NUMBER_PX), lastShown: holds(places[last], LAST_NUMBER_PX) }
}
