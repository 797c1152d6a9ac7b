import type { AxisLabel } from '../../../drawing/polls/axisLabel.ts'
import type { Cover, DotStacks } from '../../../drawing/polls/dotStacks.ts'
import type { LabelBox, RecordLabel } from '../../../drawing/polls/plotLabels.ts'
import type { SpacePx } from '../../../drawing/polls/space.ts'
import type { EstimatePoll, EstimateTally } from './answer.ts'
import { stackDots } from '../../../drawing/polls/dotStacks.ts'
import { bandWords, guessLabels, LABEL, recordLabel } from '../../../drawing/polls/plotLabels.ts'
import { placeOf } from './axis.ts'
import { formatMedian, formatReference, middleHalfOf } from './format.ts'
import { isHit } from './hits.ts'
import { estimateTicks, tickValues } from './ticks.ts'

/** px: from the ends of the picture to those of the axis, and heights of the strips under it. */
export const PLOT = { inset: 22, ticks: 30, middle: 24, words: 22 } as const
/** Between the labels and the dots, and the least length of a line that joins them. */
const GAP_PX = 6
/** A record narrower than this is a place, and not a range. */
const NARROW_PX = 6

/** What a room estimates, in px from the top left of the picture. */
export interface DotPlot {
  /** The axis, on which the dots stand. */
  base: number
  dots: DotStacks
  ticks: AxisLabel[]
  /** Places of all round numbers, labelled or not. */
  marks: number[]
  /** The middle guess, over the dots, and the line from its label to them. */
  median: LabelBox & { value: string, words: string, line: string } | undefined
  /** The middle half of the room, under the axis. */
  middle: AxisLabel & { from: number, to: number, median: number, y: number, textY: number } | undefined
  /** The record over everything: its label with the pen's ring, a line down to the dots, and its range if it is one. */
  record: RecordLabel & { value: string, line: string | undefined, range: { x: number, width: number } | undefined }
    | undefined
}

/**
 * Lays out the estimates of a room: a dot a person on the poll's axis, and three lanes of labels: the record on top,
 * the middle guess over the dots, the middle half under the axis. Bins are centred on the record once it is given, and
 * do not depend on it before.
 *
 * @param poll what was asked
 * @param tally of the room
 * @param record low and high end, equal where it is one number; undefined while the room may not see it
 * @param space for the whole drawing
 */
export function layOutDotPlot(
  poll: EstimatePoll,
  tally: EstimateTally,
  record: [number, number] | undefined,
  space: SpacePx,
): DotPlot {
  const { width } = space
  const axis = width - 2 * PLOT.inset
  const x = (value: number) => PLOT.inset + Math.max(0, Math.min(1, placeOf(poll, value))) * axis
  const middle = middleOf(poll, tally, x, width)
  const base = space.height - PLOT.ticks - (middle ? PLOT.middle + (middle.isBelow ? PLOT.words : 0) : 0)
  const at = record && (x(record[0]) + x(record[1])) / 2
  const guess = tally.median === undefined ? undefined : x(tally.median)
  const label = record && at !== undefined ? recordLabel(at, formatReference(poll, record), width, guess) : undefined

  const median = formatMedian(poll, tally)
  const boxes = median && guess !== undefined
    ? guessLabels({ x: guess, texts: median, isLarge: !record }, width, label)
    : []
  const people = tally.values.flatMap(([value, count]) =>
    Array.from({ length: count }, () =>
      ({ x: x(value) - PLOT.inset, isHit: record !== undefined && isHit(poll, record, value) })))
  const [best] = [...boxes, ...boxes.length === 0 ? [undefined] : []]
    .map(box => ({
      box,
      dots: stackDots(people, { width: axis, height: base - GAP_PX }, {
        centre: at === undefined ? undefined : at - PLOT.inset,
        covers: coversOf(label, box),
      }),
    }))
    // The label stands where it leaves the dots most room.
    .sort((a, b) => roominess(b.dots) - roominess(a.dots))
  const { box, dots } = best ?? expectBox()
  const topOver = (from: number, to: number) => base - heightOver(dots, { from, to })
  return {
    base,
    dots,
    ticks: estimateTicks(poll, width, PLOT.inset),
    marks: tickValues(poll).map(x),
    median: median && box && medianOver(box, median, topOver),
    middle: middle && {
      ...middle,
      y: base + PLOT.ticks + PLOT.middle / 2,
      textY: base + PLOT.ticks + PLOT.middle / 2 + 6 + (middle.isBelow ? PLOT.words : 0),
    },
    record: record && label && {
      ...label,
      value: formatReference(poll, record),
      line: lineTo(label, topOver(label.x - 1, label.x + 1)),
      range: rangeOf(x(record[0]), x(record[1])),
    },
  }
}

/** What is written over the dots, in px of the axis: the middle guess below the record where they overlap. */
function coversOf(record: RecordLabel | undefined, guess: LabelBox | undefined): Cover[] {
  const isBelow = record && guess && guess.from < record.to + LABEL.line && guess.to > record.from - LABEL.line
  return [
    ...record ? [{ ...record, height: record.bottom + GAP_PX }] : [],
    ...guess ? [{ ...guess, height: guess.height + GAP_PX + LABEL.line + (isBelow ? record.bottom : 0) }] : [],
  ].map(({ from, to, height }) => ({ from: from - PLOT.inset, to: to - PLOT.inset, height }))
}

function roominess({ pitch, stacks, solid }: DotStacks): number {
  return solid ? Math.max(0, ...stacks.map(stack => stack.height / stack.people)) : pitch
}

function expectBox(): never {
  throw new Error('The dots of an estimate have no place.')
}

function heightOver({ stacks }: DotStacks, { from, to }: Omit<Cover, 'height'>): number {
  const inside = stacks.filter(stack =>
    stack.x + PLOT.inset < to && stack.x + stack.width + PLOT.inset > from)
  return Math.max(0, ...inside.map(stack => stack.height))
}

/** The label stands on the dots below it; a line goes from it to the place of the median. */
function medianOver(
  box: LabelBox,
  [value, words]: [string, string],
  topOver: (from: number, to: number) => number,
): DotPlot['median'] {
  const bottom = topOver(box.from, box.to) - GAP_PX - LABEL.line
  const start = Math.max(box.left + 4, Math.min(box.x, box.left + box.width - 4))
  const line = `M${start} ${bottom + 3}L${box.x} ${topOver(box.x - 1, box.x + 1) - 4}`
  return { ...box, y: bottom - box.height, value, words, line }
}

function lineTo({ x, bottom }: RecordLabel, top: number): string | undefined {
  return top - bottom >= GAP_PX * 2 ? `M${x} ${bottom}V${top - GAP_PX}` : undefined
}

function rangeOf(from: number, to: number): { x: number, width: number } | undefined {
  return to - from >= NARROW_PX ? { x: from, width: to - from } : undefined
}

function middleOf(poll: EstimatePoll, tally: EstimateTally, x: (value: number) => number, width: number) {
  const half = middleHalfOf(poll, tally)
  if (!half || tally.median === undefined)
    return undefined
  const [from = 0, to = 0] = half.ends.map(x)
  const words = bandWords(from, to, `the middle half: ${half.texts.join(' to ')}`, width)
  return { ...words, from, to, median: x(tally.median) }
}
