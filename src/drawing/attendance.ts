import { scaleLinear } from 'd3-scale'

/** How many people were in a room over time, and how many of them voted in each poll. */
export interface AttendanceContent {
  /** How many were here from that moment on, in milliseconds; the gaps are where nothing may be told. */
  counts: readonly { at: number, people?: number }[]
  /** Who voted in a poll, from its first to its last ballot. */
  voters: readonly { from: number, to: number, people: number }[]
}

/** Everything in px. */
export interface AttendanceDrawing {
  /** The line of the people who were here, a step for each number; empty where that was not kept. */
  line: string
  /** The area under it. */
  area: string
  base: number
  left: number
  right: number
  peak?: { x: number, y: number, people: number, anchor: 'start' | 'middle' | 'end' }
  /** A bar for each poll at the height of its voters; its number is left out where it would touch the one before. */
  polls: { x: number, width: number, y: number, number?: number }[]
  /** Moments for the axis, milliseconds. */
  ticks: { x: number, at: number }[]
}

/** Above the line for its number, under it for the times, px. */
const MARGIN = { top: 34, bottom: 30, left: 4, right: 4 }
/** Widest bar is as wide as the poll was long; a poll of seconds is seen all the same, px. */
const LEAST_BAR = 10
/** Between the numbers of two bars, px. */
const NUMBER_PX = 24
/** Steps of the axis, minutes; the first that leaves room for each label is taken. */
const STEPS_MIN = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440]
const MINUTE_MS = 60_000
/** Between two labels of the axis, px. */
const TICK_PX = 78

const round = (value: number) => Math.round(value * 10) / 10

/**
 * Lays out how many were here over time. The scale starts at nobody.
 *
 * @param content at least one number, or one poll
 * @param space of the picture, px
 * @param space.width px
 * @param space.height px
 */
export function layOutAttendance(
  { counts, voters }: AttendanceContent,
  { width, height }: { width: number, height: number },
): AttendanceDrawing {
  const times = [...counts.map(({ at }) => at), ...voters.flatMap(({ from, to }) => [from, to])]
  const [start, end] = [Math.min(...times), Math.max(...times)]
  const most = Math.max(1, ...counts.map(({ people = 0 }) => people), ...voters.map(({ people }) => people))
  const [left, right, base] = [MARGIN.left, width - MARGIN.right, height - MARGIN.bottom]
  const x = scaleLinear([start, Math.max(end, start + MINUTE_MS)], [left, right])
  const y = scaleLinear([0, most], [base, MARGIN.top])
  const known = counts.flatMap(({ at, people }) => people === undefined ? [] : [{ at, people }])
  const line = known.map(({ at, people }, i) =>
    `${i === 0 ? 'M' : 'H'}${round(x(at))}${i === 0 ? ' ' : 'V'}${round(y(people))}`).join('')
  const ended = line && `${line}H${round(x(end))}`
  const peak = known.toSorted((a, b) => b.people - a.people)[0]
  return {
    line: ended,
    area: line && `${ended}V${base}H${round(x(known[0]?.at ?? start))}Z`,
    base,
    left,
    right,
    ...peak && {
      peak: {
        x: round(x(peak.at)),
        y: round(y(peak.people)) - 9,
        people: peak.people,
        anchor: anchorAt(x(peak.at), width),
      },
    },
    polls: withNumbers(voters.map(({ from, to, people }) => {
      const wide = Math.max(LEAST_BAR, x(to) - x(from))
      return { x: round(Math.min(x(from), right - wide)), width: round(wide), y: round(y(people)) }
    })),
    ticks: ticksOf(start, end, right - left).map(at => ({ x: round(x(at)), at })),
  }
}

function withNumbers<T extends { x: number, width: number }>(bars: T[]): (T & { number?: number })[] {
  let last = -Infinity
  return bars.map((bar, i) => {
    const middle = bar.x + bar.width / 2
    if (middle - last < NUMBER_PX)
      return bar
    last = middle
    return { ...bar, number: i + 1 }
  })
}

function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  const share = x / width
  return share < 0.15 ? 'start' : share > 0.85 ? 'end' : 'middle'
}

/** Whole steps of the clock, in this machine's time zone. */
function ticksOf(start: number, end: number, width: number): number[] {
  const minutes = Math.max(1, (end - start) / MINUTE_MS)
  const step = (STEPS_MIN.find(each => minutes / each * TICK_PX <= width) ?? Math.max(...STEPS_MIN)) * MINUTE_MS
  const offset = new Date(start).getTimezoneOffset() * MINUTE_MS
  const first = Math.ceil((start - offset) / step) * step + offset
  const count = Math.max(0, Math.floor((end - first) / step) + 1)
  return Array.from({ length: count }, (_, i) => first + i * step)
}
