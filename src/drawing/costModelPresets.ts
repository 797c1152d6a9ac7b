import type { AssumptionId } from '../content/costAssumptions.ts'
import type { CostModelContent, WrittenValue } from '../content/costModelFile.ts'
import type { Figure, Series, Span, Status } from '../content/evidenceSchema.ts'
import type { TermId } from './costModel.ts'
import { ASSUMPTION_IDS, ASSUMPTION_UNITS } from '../content/costAssumptions.ts'
import { inUnit } from '../content/figures.ts'
import { leastKnown } from '../content/statuses.ts'

/** The value of each assumption: where its slider stands, in the middle of the range that it stands for. */
export type AssumptionValues = Record<AssumptionId, number>

/** A value of an assumption that the ledger holds. */
export interface LedgerValue {
  value: number
  status: Status
}

export interface Peer extends LedgerValue {
  label: string
}

interface AssumptionText {
  label: string
  /** Its name away from its term, where the label is not enough. */
  name?: string
  /** What one of it is, said after the amount. */
  of: string
  before?: string
  /** A share is stored as a fraction and shown as a percentage. */
  percent?: boolean
}

export interface Assumption extends AssumptionText {
  /** It stands for its value divided by this to its value times this; 1 where one number is meant. */
  spread: number
  /** Values that its slider can take, ascending, those of ledger and presets among them. */
  stops: readonly number[]
  known: readonly LedgerValue[]
}

export interface Preset {
  id: string
  /** On its button, and what is in it. */
  name: string
  says: string
  values: AssumptionValues
}

export interface CostModel {
  assumptions: Record<AssumptionId, Assumption>
  /** Bills to start from; the first is the headline's. */
  presets: [Preset, ...Preset[]]
  /** The published sum, in dollars. */
  headline: number
  /** What a study found that people take of such a bill, in per cent. */
  peopleShare: Figure
}

/** The terms as a slide names them. */
export const TERMS: Record<TermId, { name: string, hint?: string }> = {
  run: { name: 'The run' },
  failed: { name: 'Other runs', hint: 'Failed, repeated or trial runs at the same rent' },
  people: { name: 'People' },
  machines: { name: 'Idle machines', hint: 'Bought and not running; rent pays for the others' },
}

const ASSUMPTION_TEXTS: Record<AssumptionId, AssumptionText> = {
  hours: { label: 'GPU hours', name: 'hours', of: 'GPU hours' },
  rent: { label: 'rent an hour', name: 'rent', of: 'dollars a GPU hour', before: '$' },
  failed: { label: 'of the run', name: 'other runs', of: 'of the run', percent: true },
  people: { label: 'staff', of: 'people' },
  months: { label: 'months', of: 'months' },
  pay: { label: 'pay a month', name: 'pay', of: 'dollars a month each', before: '$' },
  fleet: { label: 'fleet', of: 'dollars', before: '$' },
  share: { label: 'idle share', name: 'idle share of the fleet', of: 'of the fleet', percent: true },
}

/** Round numbers within a power of ten, about evenly apart on a logarithmic scale. */
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
const POWERS_OF_TEN = Array.from({ length: 14 }, (_, i) => i - 3)
const roundBetween = (low: number, high: number) =>
  POWERS_OF_TEN.flatMap(power => ROUND.map(digits => Number(`${digits}e${power}`)))
    .filter(value => value >= low && value <= high)
const steps = (step: number, count: number) => Array.from({ length: count }, (_, i) => (i + 1) * step)

/** The stops of each slider, before those of ledger and presets join them. */
const STOPS: Record<AssumptionId, readonly number[]> = {
  hours: [0, ...roundBetween(1e5, 5e7)],
  rent: steps(0.25, 24),
  failed: [0, ...steps(0.1, 10), 1.25, 1.5, 2, 3],
  people: [0, ...roundBetween(10, 500)],
  months: [...steps(1, 12), 15, 18, 24, 36],
  pay: roundBetween(2000, 50_000),
  fleet: roundBetween(2e7, 3e9),
  share: [0, ...roundBetween(0.005, 0.5)],
}

/**
 * The cost model of a deck, with every number that the ledger has taken from it.
 *
 * @param content of `evidence/cost-model.yaml`
 * @param figureOf looks a figure up by its id
 * @param peers models whose hours become stops of the slider
 */
export function buildCostModel(
  content: CostModelContent,
  figureOf: (id: string) => Figure,
  peers: readonly LedgerValue[] = [],
): CostModel {
  const [first, ...others] = content.presets
  const valueOf = (id: AssumptionId, written: WrittenValue) =>
    typeof written === 'number' ? written : ledgerValue(id, written, figureOf).value
  const toPreset = ({ id, name, says, assumptions }: CostModelContent['presets'][number]): Preset => {
    const written = { ...first.assumptions, ...assumptions }
    return { id, name, says, values: byAssumption(key => valueOf(key, written[key] ?? 0)) }
  }
  const presets: CostModel['presets'] = [toPreset(first), ...others.map(toPreset)]

  const toAssumption = (id: AssumptionId): Assumption => {
    const written = content.presets.flatMap(({ assumptions: { [id]: value } }) =>
      typeof value === 'string' || Array.isArray(value) ? [value] : [])
    const figures = written.map(ids => ledgerValue(id, ids, figureOf))
    const known: LedgerValue[] = [
      ...figures.map(({ value, status }) => ({ value, status })),
      ...(id === 'hours' ? peers : []),
    ]
    const stops = [...STOPS[id], ...known.map(({ value }) => value), ...presets.map(({ values }) => values[id])]
    return {
      ...ASSUMPTION_TEXTS[id],
      spread: content.spreads[id] ?? Math.max(1, ...figures.map(figure => figure.spread)),
      known,
      stops: [...new Set(stops)].sort((a, b) => a - b),
    }
  }
  return {
    headline: inUnit(figureOf(content.headline), 'usd').value,
    peopleShare: figureOf(content.peopleShare),
    presets,
    assumptions: byAssumption(toAssumption),
  }
}

/**
 * What a figure, or the sum of some, says of an assumption. A range becomes the middle between its ends, as a ratio,
 * and the spread around it.
 */
function ledgerValue(
  id: AssumptionId,
  written: string | string[],
  figureOf: (id: string) => Figure,
): LedgerValue & { spread: number } {
  const figures = [written].flat().map(figureId => inUnit(figureOf(figureId), ASSUMPTION_UNITS[id]))
  const scale = ASSUMPTION_UNITS[id] === 'percent' ? 100 : 1
  const low = figures.reduce((sum, { value }) => sum + value, 0) / scale
  const high = figures.reduce((sum, { value, high = value }) => sum + high, 0) / scale
  return {
    value: low === high ? low : Math.sqrt(low * high),
    spread: low === high ? 1 : Math.sqrt(high / low),
    status: leastKnown(figures.map(figure => figure.status)),
  }
}

/**
 * The hours of the other models in a series, with its label for each.
 *
 * @throws {Error} when the series has no points
 */
export function peersOf(series: Series): Peer[] {
  if (series.kind !== 'points') {
    throw new Error(
      `The series "${series.title}" in evidence/series.yaml has events; a cost model needs points in GPU hours.`,
    )
  }
  const { points, unit } = series
  return points
    .filter(point => !point.emphasis)
    .map(({ label, status, values }) => {
      const { low = 0 } = Object.values(values)[0] ?? {}
      return {
        label,
        status,
        value: Math.round(inUnit({ value: low, unit }, 'count').value),
      }
    })
}

/**
 * The preset of an id; without one, the first.
 *
 * @throws {Error} naming the presets, when there is no such one
 */
export function presetOf({ presets }: CostModel, id: string = presets[0].id): Preset {
  const preset = presets.find(item => item.id === id)
  if (!preset) {
    const ids = presets.map(item => item.id).join(', ')
    throw new Error(`CostModel: there is no preset "${id}" in evidence/cost-model.yaml; name one of ${ids}.`)
  }
  return preset
}

/** The range that an assumption stands for when its slider is at a value. */
export function assumptionSpan({ spread }: Assumption, value: number): Span {
  return { low: value / spread, high: value * spread }
}

/** What the ledger says of the value at which a slider stands, if it does. */
export function ledgerValueAt({ known }: Assumption, value: number): LedgerValue | undefined {
  return known.find(item => item.value === value)
}

/** Something for each assumption. */
export function byAssumption<T>(make: (id: AssumptionId) => T): Record<AssumptionId, T> {
  return Object.fromEntries(ASSUMPTION_IDS.map(id => [id, make(id)])) as Record<AssumptionId, T>
}
