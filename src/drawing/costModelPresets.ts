import type { Figure, Series, Span, Status } from '../content/evidenceSchema.ts'
import type { AssumptionId, TermId } from './costModel.ts'
import { inUnit } from '../content/figures.ts'

/** Ids of all figures that the cost model takes from evidence/claims.yaml; another story names its own here. */
export const COST_FIGURES = {
  headline: 'v3-run-cost',
  hours: 'v3-gpu-hours',
  stageHours: 'r1-stage-hours',
  rent: 'v3-rent',
  people: 'deepseek-staff',
  fleet: 'fleet-capex',
  peopleShare: 'dev-staff-share',
} as const
/** Id of the series of other models, in GPU hours, in evidence/series.yaml. */
export const COST_PEERS = 'training-compute'

/** The middle of each assumption: where its slider stands. */
export type Middles = Record<AssumptionId, number>

/** A value of an assumption that the ledger holds. */
export interface Known {
  value: number
  status: Status
  /** Source ids, a list for each figure that the value is the sum of. */
  sources: string[][]
}

export interface Assumption {
  label: string
  /** Its name away from its term, where the label is not enough. */
  name?: string
  /** What one of it is, said after the amount. */
  of: string
  before?: string
  /** A share is stored as a fraction and read as a percentage. */
  percent?: boolean
  /** It stands for its middle divided by this to its middle times this; 1 where one number is meant. */
  spread: number
  /** Values that its slider can take, ascending, those of the ledger among them. */
  stops: readonly number[]
  known: readonly Known[]
}

/** Bills to start from; the first is the headline's. */
export const PRESET_IDS = ['published', 'r1', 'both', 'wide'] as const
export type PresetId = typeof PRESET_IDS[number]
/** The presets as their buttons name them. */
export const PRESET_NAMES: Record<PresetId, string> = {
  published: 'As published',
  r1: 'R1’s stage',
  both: 'V3 + R1’s stage',
  wide: 'Everything we can bound',
}

/** The terms as a slide names them. */
export const TERMS: Record<TermId, { name: string, hint?: string }> = {
  run: { name: 'The run' },
  failed: { name: 'Other runs', hint: 'Failed, repeated or trial runs at the same rent' },
  people: { name: 'People' },
  machines: { name: 'Machines', hint: 'Beyond the rent: count no machine twice' },
}

export interface Model {
  assumptions: Record<AssumptionId, Assumption>
  presets: Record<PresetId, Middles>
  /** The published sum, in dollars. */
  headline: number
}

const NICE = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
const DECADES = Array.from({ length: 14 }, (_, i) => i - 3)
const niceBetween = (low: number, high: number) =>
  DECADES.flatMap(ten => NICE.map(value => Number(`${value}e${ten}`))).filter(value => value >= low && value <= high)
const every = (step: number, count: number) => Array.from({ length: count }, (_, i) => (i + 1) * step)

/**
 * The assumptions and presets, with every number that the ledger has taken from it. Months, pay and shares are guesses.
 *
 * @param figureOf looks a figure up by its id
 * @param peers models whose hours become stops of the slider
 */
export function modelOf(figureOf: (id: string) => Figure, peers: readonly Known[] = []): Model {
  const v3 = knownOf(figureOf(COST_FIGURES.hours), 'count')
  const r1 = knownOf(figureOf(COST_FIGURES.stageHours), 'count')
  const both: Known = { ...v3, value: v3.value + r1.value, sources: [...v3.sources, ...r1.sources] }
  const rent = knownOf(figureOf(COST_FIGURES.rent), 'usd')
  const people = knownOf(figureOf(COST_FIGURES.people), 'count')
  const fleet = knownOf(figureOf(COST_FIGURES.fleet), 'usd')
  const made = (known: Known[], stops: number[], rest: Omit<Assumption, 'known' | 'stops'>): Assumption =>
    ({ ...rest, known, stops: [...new Set([...stops, ...known.map(item => item.value)])].sort((a, b) => a - b) })

  const published: Middles = {
    hours: v3.value,
    rent: rent.value,
    failed: 0,
    people: 0,
    months: 12,
    pay: 20_000,
    fleet: fleet.value,
    share: 0,
  }
  return {
    headline: inUnit(figureOf(COST_FIGURES.headline), 'usd').value,
    assumptions: {
      hours: made([v3, r1, both, ...peers], [0, ...niceBetween(1e5, 5e7)], {
        label: 'GPU hours',
        name: 'hours',
        of: 'GPU hours',
        spread: 1,
      }),
      rent: made([rent], every(0.25, 24), {
        label: 'rent an hour',
        name: 'rent',
        of: 'dollars a GPU hour',
        before: '$',
        spread: 1,
      }),
      failed: made([], [0, ...every(0.1, 10), 1.25, 1.5, 2, 3], {
        label: 'of the run',
        name: 'other runs',
        of: 'of the run',
        percent: true,
        spread: 2,
      }),
      people: made([people], [0, ...niceBetween(10, 500)], { label: 'staff', of: 'people', spread: people.spread }),
      months: made([], [...every(1, 12), 15, 18, 24, 36], { label: 'months', of: 'months', spread: 1.5 }),
      pay: made([], niceBetween(2000, 50_000), {
        label: 'pay a month',
        name: 'pay',
        of: 'dollars a month each',
        before: '$',
        spread: 1.5,
      }),
      fleet: made([fleet], niceBetween(2e7, 3e9), { label: 'fleet', of: 'dollars', before: '$', spread: fleet.spread }),
      share: made([], [0, ...niceBetween(0.005, 0.5)], {
        label: 'share of it',
        name: 'share',
        of: 'of the fleet',
        percent: true,
        spread: 2,
      }),
    },
    presets: {
      published,
      r1: { ...published, hours: r1.value },
      both: { ...published, hours: both.value },
      // Guessed so that people get such a share of the middle bill as the ledger's peopleShare says.
      wide: { ...published, failed: 1, people: people.value, share: 0.03 },
    },
  }
}

/** A range of the ledger as the middle between its ends, as a ratio, and the spread around it. */
function knownOf(figure: Figure, unit: 'count' | 'usd'): Known & { spread: number } {
  const { value, high = value, status, sources } = inUnit(figure, unit)
  return {
    value: value === high ? value : Math.sqrt(value * high),
    spread: Math.sqrt(high / value),
    status,
    sources: [sources],
  }
}

/**
 * The hours of the other models in a series, with its label for each.
 *
 * @throws {Error} when the series has no points
 */
export function peersOf(series: Series): (Known & { label: string })[] {
  if (series.kind !== 'points') {
    throw new Error(
      `The series "${series.title}" in evidence/series.yaml has events; a cost model needs points in GPU hours.`,
    )
  }
  const { points, unit, sources } = series
  return points
    .filter(point => !point.emphasis)
    .map(({ label, status, values }) => {
      const { low = 0 } = Object.values(values)[0] ?? {}
      return {
        label,
        status,
        sources: sources.map(source => [source]),
        value: Math.round(inUnit({ value: low, unit }, 'count').value),
      }
    })
}

/** What the middle of an assumption stands for. */
export function spanOf({ spread }: Assumption, middle: number): Span {
  return { low: middle / spread, high: middle * spread }
}

/** The figure of the ledger at which a slider stands, if it does. */
export function knownAt({ known }: Assumption, middle: number): Known | undefined {
  return known.find(item => item.value === middle)
}
