/** What the editor's pen can do to a word. */
export type PenKind = 'circle' | 'underline' | 'strike-through' | 'box'

/** The ink of a word in px: from its left edge, above and below its baseline. */
export interface Ink {
  width: number
  ascent: number
  descent: number
  /** Size of its type. */
  em: number
}

/** One movement of the pen, as SVG path data: what it leaves, and the line along which it goes. */
export interface PenStroke { outline: string, spine: string }

export interface PenMark {
  strokes: PenStroke[]
  /** Thickness of the pen where it presses hardest, px. */
  thick: number
  /** How far the mark goes, in px from the left end of the word's baseline, downwards positive. */
  reach: { left: number, right: number, top: number, bottom: number }
}

type Point = readonly [x: number, y: number]
type Brush = Readonly<Record<'thin' | 'thick', number>>

/** Clear space between ink and stroke, in em, and in px at the least. */
export const CLEARANCE = { above: 0.2, beside: 0.22, leastPx: 7 } as const

/** A loop is this much roomier, in em: with more room its corners are rounder. */
const ROOMIER = 0.05
/** A loop goes on past its start by an eighth of a turn, and ends this many em outside of it. */
const OVERSHOOT = { turn: 1 / 8, out: 0.1 }
/** Where a loop starts, in turns clockwise from the right: at the top left. */
const START_TURN = -0.35
/** Points along a stroke. */
const STEPS = 24
/** How far a stroke stays from the corners of the ink, px. */
const CORNER_GAP_PX = 3
/** By how much a strike passes the word, px. */
const STRIKE_END_PX = 2
/** How far the sides of a box go on past their corners, in em. */
const CROSSING = 0.09
/** Where the pen lies, in em below the baseline: under a word, under letters that hang below it, through a word. */
const [UNDER, UNDER_LETTERS, THROUGH] = [0.145, 0.05, -0.29]

/**
 * The mark of the pen on a word. Its origin is the left end of the word's baseline. Only a strike crosses the ink.
 *
 * @param ink of the word; the same word always gets the same mark
 */
export function penMark(kind: PenKind, ink: Ink): PenMark {
  const brush = { thin: 3, thick: Math.min(6, Math.max(4, ink.em * 0.075)) }
  const lines = { 'circle': loop, 'box': sides, 'underline': underline, 'strike-through': strike }[kind](ink, brush)
  const edges = lines.map(line => edge(line, brush))
  const [xs, ys] = [edges.flat().map(([x]) => x), edges.flat().map(([, y]) => y)]
  return {
    strokes: lines.map((line, i) => ({ outline: `${smooth(edges[i] ?? [])}Z`, spine: smooth(line) })),
    thick: brush.thick,
    reach: { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
  }
}

/** Space in px that a word needs so that its mark stays clear of its neighbours. */
export interface PenSpace { beside: number, above: number, below: number }

/** The word in its line: px from the top of its box to its baseline, and the height of the box. */
export interface InLine { ink: Ink, baseline: number, height: number }

/** Space beside a word that gets a ring or a box: with a word space, 0.43 em. */
const BESIDE = 0.24
/** By how far letters of the line above hang out of their line, in em. */
const HANGING = 0.06
const GAP_PX = 2

/** What to add around a word of `penMark`. */
export function penSpace(kind: PenKind, { reach }: PenMark, { ink, baseline, height }: InLine): PenSpace {
  const below = Math.max(0, reach.bottom - (height - baseline))
  if (kind === 'strike-through' || kind === 'underline')
    return { beside: 0, above: 0, below }
  return {
    beside: Math.max(BESIDE * ink.em, GAP_PX - reach.left, reach.right - ink.width + GAP_PX),
    above: Math.max(0, HANGING * ink.em - reach.top - baseline),
    below,
  }
}

/** A superellipse around the word: full enough at its corners to go round a long word without being twice as high. */
function loop(ink: Ink, brush: Brush): Point[][] {
  const { centre: [cx, cy], half: [w, h], clear } = frameOf(ink, brush)
  const [a, b] = [clear[0] + ROOMIER * ink.em, clear[1] + ROOMIER * ink.em]
  const corner = brush.thick / 2 + CORNER_GAP_PX
  const isClear = (power: number) => ((w + corner) / a) ** power + ((h + corner) / b) ** power <= 1
  const power = Array.from({ length: 60 }, (_, i) => 2.4 + i / 10).find(isClear) ?? 8
  return [along(STEPS, (share) => {
    const turn = START_TURN + share * (1 + OVERSHOOT.turn)
    const angle = turn * 2 * Math.PI
    // It strays outwards only.
    const out = ink.em * (OVERSHOOT.out * share + 0.012 * (1 + Math.sin(3 * angle + ink.width)))
    const at = (part: number) => Math.sign(part) * Math.abs(part) ** (2 / power)
    return [cx + (a + out) * at(Math.cos(angle)), cy + (b + out) * at(Math.sin(angle))]
  })]
}

/** Four strokes that cross at the corners. */
function sides(ink: Ink, brush: Brush): Point[][] {
  const { centre: [cx, cy], clear: [a, b] } = frameOf(ink, brush)
  const [over, lean] = [ink.em * CROSSING, ink.em * 0.02]
  const corners = [[cx - a, cy - b], [cx + a, cy - b], [cx + a, cy + b], [cx - a, cy + b]] as const
  return corners.map(([x, y], i) => {
    const [toX, toY] = corners[(i + 1) % 4] ?? [x, y]
    const length = Math.hypot(toX - x, toY - y)
    const [dx, dy] = [(toX - x) / length, (toY - y) / length]
    // Its end lies a little outside of the frame.
    return along(12, share => [
      x + dx * (share * (length + 2 * over) - over) + dy * lean * share,
      y + dy * (share * (length + 2 * over) - over) - dx * lean * share,
    ])
  })
}

function underline({ width, descent, em }: Ink, { thick }: Brush): Point[][] {
  const y = Math.max(UNDER * em, descent + UNDER_LETTERS * em, descent + CORNER_GAP_PX) + thick / 2
  return [along(24, share => [
    (1.05 * share - 0.02) * width,
    y + em * 0.02 * Math.sin(share * Math.PI) - em * 0.015 * share,
  ])]
}

function strike({ width, em }: Ink): Point[][] {
  return [along(24, share => [
    share * (width + 2 * STRIKE_END_PX) - STRIKE_END_PX,
    em * (THROUGH + 0.03 - 0.06 * share - 0.012 * Math.sin(share * Math.PI)),
  ])]
}

/** Centre of the ink, half of its sides, and half of the sides of the middle of a stroke that clears it. */
function frameOf({ width, ascent, descent, em }: Ink, { thick }: Brush): Record<'centre' | 'half' | 'clear', Point> {
  const clearance = (share: number) => Math.max(CLEARANCE.leastPx, share * em) + thick / 2
  const half = [width / 2, (ascent + descent) / 2] as const
  return {
    centre: [width / 2, (descent - ascent) / 2],
    half,
    clear: [half[0] + clearance(CLEARANCE.beside), half[1] + clearance(CLEARANCE.above)],
  }
}

function along(steps: number, point: (share: number) => Point): Point[] {
  return Array.from({ length: steps + 1 }, (_, i) => point(i / steps))
}

/** The outline of a stroke of uneven width, pointed at both ends. */
function edge(line: Point[], { thin, thick }: Brush): Point[] {
  const lengths = line.map((point, i) => i === 0 ? 0 : distance(point, line[i - 1] ?? point))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  let gone = 0
  const banks = line.map(([x, y], i) => {
    gone += lengths[i] ?? 0
    const share = gone / total
    const pressed = thin + (thick - thin) * (0.5 - 0.5 * Math.cos(share * 3.4 * Math.PI))
    const half = pressed / 2 * Math.min(1, share / 0.08 + 0.15, (1 - share) / 0.12 + 0.15)
    const [[px, py], [nx, ny]] = [line[i - 1] ?? [x, y], line[i + 1] ?? [x, y]]
    const step = Math.hypot(nx - px, ny - py)
    const [across, down] = [-(ny - py) / step * half, (nx - px) / step * half]
    return [[x + across, y + down], [x - across, y - down]] as const
  })
  return [...banks.map(([left]) => left), ...banks.map(([, right]) => right).reverse()]
}

function distance([x, y]: Point, [px, py]: Point): number {
  return Math.hypot(x - px, y - py)
}

/** A curve that touches the middle between each point and the next. */
function smooth(points: readonly Point[]): string {
  const text = ([x, y]: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`
  const curves = points.slice(1, -1).map((point, i) => {
    const [nx, ny] = points[i + 2] ?? point
    return `Q${text(point)} ${text([(point[0] + nx) / 2, (point[1] + ny) / 2])}`
  })
  const [first = [0, 0], last = [0, 0]] = [points[0], points.at(-1)]
  return `M${text(first)}${curves.join('')}L${text(last)}`
}
