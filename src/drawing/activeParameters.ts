import type { Figure, Series, Status } from '../content/evidenceSchema.ts'
import type { Box } from './textMetrics.ts'
import { formatFigure, inUnit } from '../content/figures.ts'
import { leastKnown } from '../content/statuses.ts'
import { markPath } from './charts/markPath.ts'
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
  /** The square of what is used as SVG path data; where it is disputed, as the pen draws it. */
  usedPath: string
  /** The whole model, with its text above and below the squares. */
  column: Box
}

interface Size { width: number, height: number }

export interface ParametersPicture { width: number, height: number, models: DrawnModel[] }

/** Type, px, all of it condensed; ActiveParameters.vue sets it so. */
const SIZES = { name: 26, text: 20 } as const
/** px above a square, for its stored parameters. */
const HEAD = 30
/** px below, for share, used parameters and name. */
const FOOT = 108
/** px between two models. */
const LEAST_GAP = 26
const MOST_GAP = 130

/**
 * The models of a series with the measures `total` and `active`.
 *
 * @param id of the series
 * @param pick labels of the points to draw, in this order; all where left out
 * @throws {Error} where the series has other measures or a label is unknown
 */
export function modelsFromSeries(id: string, series: Series, pick?: readonly string[]): ModelParameters[] {
  if (series.kind !== 'points' || !('total' in series.measures) || !('active' in series.measures))
    throw new Error(`ActiveParameters ${id}: the series needs the measures total and active in evidence/series.yaml.`)
  return (pick ?? series.points.map(point => point.label)).map((label) => {
    const point = series.points.find(candidate => candidate.label === label)
    const { total, active } = point?.values ?? {}
    if (!point || !total || !active) {
      throw new Error(
        `ActiveParameters ${id}: there is no model "${label}" with total and active; `
        + 'take a label of evidence/series.yaml.',
      )
    }
    const billions = (value: number) => inUnit({ value, unit: series.unit }, 'billion').value
    return { label, stored: billions(total.low), used: billions(active.low), status: point.status }
  })
}

/** A model from two figures of the ledger, with the status of the one that is less well known. */
export function modelFromFigures(label: string, total: Figure, active: Figure): ModelParameters {
  const [stored, used] = [total, active].map(figure => inUnit(figure, 'billion').value) as [number, number]
  return { label, stored, used, status: leastKnown([total.status, active.status]) }
}

/**
 * A square for each model whose area is what it stores, and inside it one whose area is what each token uses.
 *
 * @param models two to four
 * @param size at most, px
 * @throws {Error} where there are too many or too few models, one uses more than it stores, or they do not fit
 */
export function layOutParameters(models: readonly ModelParameters[], size: Size): ParametersPicture {
  checkModels(models, size)
  const texts = models.map(formatModel)
  const textWidths = texts.map(({ label, stored, used }) =>
    Math.max(textWidth(label, SIZES.name, true), ...[stored, used].map(text => textWidth(text, SIZES.text, true))),
  )
  const columnWidths = (scale: number) =>
    models.map((model, i) => Math.max(Math.sqrt(model.stored) * scale, textWidths[i] ?? 0))
  const widthAt = (scale: number) =>
    columnWidths(scale).reduce((sum, width) => sum + width, LEAST_GAP * (models.length - 1))
  if (widthAt(0) > size.width) {
    throw new Error(
      `ActiveParameters: the words of ${models.length} models do not fit; name fewer or shorten their labels.`,
    )
  }
  const largest = Math.sqrt(Math.max(...models.map(model => model.stored)))
  const scale = largestScale((size.height - HEAD - FOOT) / largest, value => widthAt(value) <= size.width)
  const base = HEAD + largest * scale
  const gap = LEAST_GAP + Math.min(MOST_GAP - LEAST_GAP, (size.width - widthAt(scale)) / (models.length - 1))

  const squareAt = (x: number, amount: number): Box => {
    const side = Math.sqrt(amount) * scale
    return { x, y: base - side, width: side, height: side }
  }
  let x = 0
  const drawn = models.map((model, i): DrawnModel => {
    const [storedSquare, usedSquare] = [squareAt(x, model.stored), squareAt(x, model.used)]
    const column = {
      x,
      y: storedSquare.y - HEAD,
      width: columnWidths(scale)[i] ?? 0,
      height: HEAD + storedSquare.height + FOOT,
    }
    x += column.width + gap
    const usedPath = markPath({ ...usedSquare, shape: 'bar', tone: 'lens', status: model.status, emphasis: true })
    return { ...formatModel(model), status: model.status, storedSquare, usedSquare, usedPath, column }
  })
  return { width: size.width, height: base + FOOT, models: drawn }
}

/** @throws {Error} where the models cannot be drawn, whatever the length of their labels */
function checkModels(models: readonly ModelParameters[], { height }: Size): void {
  if (models.length < 2 || models.length > 4)
    throw new Error(`ActiveParameters: ${models.length} models are named; name two, three or four.`)
  const wrong = models.find(model => model.used > model.stored || model.used <= 0)
  if (wrong) {
    throw new Error(
      `ActiveParameters: ${wrong.label} uses ${wrong.used}bn of ${wrong.stored}bn parameters; `
      + 'mend the figures in evidence/claims.yaml.',
    )
  }
  const unknown = models.find(model => model.status === 'unknown')
  if (unknown) {
    throw new Error(
      `ActiveParameters: the parameters of ${unknown.label} are unknown, and what is unknown has no area;`
      + ' leave the model out.',
    )
  }
  if (height <= HEAD + FOOT) {
    throw new Error(
      `ActiveParameters: a height of ${height} leaves no room for squares; give it more than ${HEAD + FOOT}.`,
    )
  }
}

function formatModel({
  label,
  stored,
  used,
  status,
}: ModelParameters): Pick<DrawnModel, 'label' | 'stored' | 'used' | 'share'> {
  const doubt = status === 'reported' ? '' : `, ${status}`
  return {
    label,
    stored: `${formatBillions(stored)} stored${doubt}`,
    used: stored === used ? 'all used per token' : `${formatBillions(used)} used per token`,
    share: formatFigure({ value: used / stored * 100, unit: 'percent' }),
  }
}

/** `1.5bn`, `671bn`, `1.6tn` */
function formatBillions(billions: number): string {
  return formatFigure(
    billions < 1000
      ? { value: billions < 10 ? billions : Math.round(billions), unit: 'billion' }
      : inUnit({ value: billions, unit: 'billion' }, 'trillion'),
  )
}

/** The largest scale up to `most` that fits, by bisection: whatever fits at a scale fits at any smaller one. */
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
