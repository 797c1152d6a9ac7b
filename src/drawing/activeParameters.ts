import type { Figure, Series, Status } from '../content/evidenceSchema.ts'
import type { Box } from './textMetrics.ts'
import { formatFigure, inUnit } from '../content/figures.ts'
import { leastKnown } from '../content/statuses.ts'
import { textWidth } from './textMetrics.ts'

/** The parameters of a model, in billions. */
export interface ModelParameters {
  label: string
  stored: number
  /** For each token. */
  used: number
  status: Status
}

export interface DrawnModel {
  label: string
  status: Status
  /** `671bn stored` */
  stored: string
  /** `37bn used per token` */
  used: string
  /** `5.5%` */
  share: string
  /** Squares whose areas are on one scale for all models. */
  storedSquare: Box
  usedSquare: Box
  /** Room of the model's words above and below its squares. */
  column: Box
}

export interface ParametersPicture { width: number, height: number, models: DrawnModel[] }

/** Type in pixels, as in ActiveParameters.vue. */
const SIZES = { name: 22, words: 16 } as const
/** Above a square, its stored parameters; below, name, share and used parameters. */
const HEAD = 26
const FOOT = 92
const GAP = 26
const MOST_GAP = 130

/**
 * The models of a series with the measures `total` and `active`.
 *
 * @param id of the series
 * @param pick labels of the points to draw, in this order; all where left out
 * @throws {Error} where the series has other measures or a label is unknown
 */
export function modelsOf(id: string, series: Series, pick?: readonly string[]): ModelParameters[] {
  if (series.kind !== 'points' || !('total' in series.measures) || !('active' in series.measures))
    throw new Error(`ActiveParameters ${id}: the series needs the measures total and active in evidence/series.yaml.`)
  return (pick ?? series.points.map(point => point.label)).map((label) => {
    const point = series.points.find(item => item.label === label)
    const { total, active } = point?.values ?? {}
    if (!point || !total || !active) {
      throw new Error(
        `ActiveParameters ${id}: there is no model "${label}" with total and active; take a label of evidence/series.yaml.`,
      )
    }
    const billions = (value: number) => inUnit({ value, unit: series.unit }, 'billion').value
    return { label, stored: billions(total.low), used: billions(active.low), status: point.status }
  })
}

/** A model of two figures of the ledger; it is known no better than the less known of them. */
export function modelOf(label: string, total: Figure, active: Figure): ModelParameters {
  const [stored, used] = [total, active].map(item => inUnit(item, 'billion').value) as [number, number]
  return { label, stored, used, status: leastKnown([total.status, active.status]) }
}

/**
 * A square for each model whose area is what it stores, and inside it one whose area is what each token uses.
 *
 * @param models two to four
 * @param size at most, in pixels
 * @throws {Error} where there are too many or too few models, one uses more than it stores, or there is no room for
 * them
 */
export function layOutParameters(
  models: readonly ModelParameters[],
  size: { width: number, height: number },
): ParametersPicture {
  if (models.length < 2 || models.length > 4)
    throw new Error(`ActiveParameters: ${models.length} models are named; name two, three or four.`)
  const wrong = models.find(model => model.used > model.stored || model.used <= 0)
  if (wrong) {
    throw new Error(
      `ActiveParameters: ${wrong.label} uses ${wrong.used}bn of ${wrong.stored}bn parameters; mend the figures in evidence/claims.yaml.`,
    )
  }

  if (size.height <= HEAD + FOOT) {
    throw new Error(
      `ActiveParameters: a height of ${size.height} leaves no room for squares; give it more than ${HEAD + FOOT}.`,
    )
  }

  const words = models.map(wordsOf)
  const widths = words.map(word =>
    Math.max(
      textWidth(word.label, SIZES.name, true),
      ...[word.stored, word.used].map(text => textWidth(text, SIZES.words)),
    ),
  )
  const widthAt = (scale: number) =>
    models.reduce(
      (sum, model, i) => sum + Math.max(Math.sqrt(model.stored) * scale, widths[i] ?? 0),
      GAP * (models.length - 1),
    )
  if (widthAt(0) > size.width) {
    throw new Error(
      `ActiveParameters: the words of ${models.length} models do not fit; name fewer or shorten their labels.`,
    )
  }
  const largest = Math.sqrt(Math.max(...models.map(model => model.stored)))
  const scale = largestScale((size.height - HEAD - FOOT) / largest, value => widthAt(value) <= size.width)
  const base = HEAD + largest * scale
  // What the squares leave free stands between them.
  const gap = GAP + Math.min(MOST_GAP - GAP, (size.width - widthAt(scale)) / (models.length - 1))

  let x = 0
  const drawn = models.map((model, i): DrawnModel => {
    const squareOf = (amount: number): Box => ({
      x,
      y: base - Math.sqrt(amount) * scale,
      width: Math.sqrt(amount) * scale,
      height: Math.sqrt(amount) * scale,
    })
    const [storedSquare, usedSquare] = [squareOf(model.stored), squareOf(model.used)]
    const column = {
      x,
      y: storedSquare.y - HEAD,
      width: Math.max(storedSquare.width, widths[i] ?? 0),
      height: HEAD + storedSquare.height + FOOT,
    }
    x += column.width + gap
    return { ...wordsOf(model), status: model.status, storedSquare, usedSquare, column }
  })
  return { width: size.width, height: base + FOOT, models: drawn }
}

function wordsOf({
  label,
  stored,
  used,
  status,
}: ModelParameters): Pick<DrawnModel, 'label' | 'stored' | 'used' | 'share'> {
  const doubt = status === 'reported' ? '' : `, ${status}`
  return {
    label,
    stored: `${amountOf(stored)} stored${doubt}`,
    used: stored === used ? 'all used per token' : `${amountOf(used)} used per token`,
    share: formatFigure({ value: used / stored * 100, unit: 'percent' }),
  }
}

/** `1.5bn`, `671bn`, `1.6tn` */
function amountOf(billions: number): string {
  return formatFigure(
    billions < 1000
      ? { value: billions < 10 ? billions : Math.round(billions), unit: 'billion' }
      : inUnit({ value: billions, unit: 'billion' }, 'trillion'),
  )
}

/** The largest scale up to `most` that fits, to a thousandth of it; what fits at a scale fits at each smaller one. */
function largestScale(most: number, fits: (scale: number) => boolean): number {
  let [low, high] = [0, most]
  if (fits(high))
    return high
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2
    if (fits(middle))
      low = middle
    else
      high = middle
  }
  return low
}
