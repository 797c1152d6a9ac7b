import type { AssumptionId } from './costAssumptions.ts'
import type { Ledger, Unit } from './evidenceSchema.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ASSUMPTION_IDS, ASSUMPTION_UNITS } from './costAssumptions.ts'
import { isConvertible } from './figures.ts'
import { readYaml } from './yamlFile.ts'

/** The schema of `evidence/cost-model.yaml`. Node side only: the browser gets content that is valid already. */

export const COST_MODEL = 'cost-model.yaml'

const MEND = 'mend the id or add the entry'

const text = z.string({ error: 'must be text' }).trim().min(1, 'must not be empty')

/** A number (a guess), the id of a figure of the ledger, or ids of figures to add. */
const value = z.union(
  [
    z.number().nonnegative('must be zero or more'),
    z.string(),
    z.array(z.string()).min(1, 'needs the id of a figure'),
  ],
  {
    error: ({ input }) => {
      const form = 'a number of zero or more, the id of a figure, or a list of ids to add'
      return input === undefined ? `is missing; give ${form}` : `must be ${form}`
    },
  },
)

const spread = z.number({ error: 'must be a number' }).min(1, 'must be 1 or more')

function costModelSchema(ledger: Ledger) {
  const figureIn = (unit: Unit) =>
    z.string({ error: 'must be the id of a figure' }).check(reporting(id => figureFaults(id, unit, ledger)))
  const assumptions = z.strictObject(byAssumption(assumption => value.check(reporting(written =>
    [written].flat().flatMap(part =>
      typeof part === 'string' ? figureFaults(part, ASSUMPTION_UNITS[assumption], ledger) : []),
  ))))
  const preset = {
    /** Part of the slide's address, in which hyphens and underscores separate assumptions. */
    id: z.string({ error: 'must be text' }).regex(/^[a-z][a-z0-9]*$/, 'must be lower-case letters and digits'),
    /** Text of its button, and a few words on what is in it. */
    name: text,
    says: text,
  }
  return z.strictObject({
    headline: figureIn('usd'),
    peopleShare: figureIn('percent'),
    peers: z.string({ error: 'must be the id of a series' }).check(reporting(id => seriesFaults(id, ledger))),
    /** Label of the one that the picture names; all of them where left out. */
    peer: text.optional(),
    presets: z.tuple(
      [z.strictObject({ ...preset, assumptions })],
      z.strictObject({ ...preset, assumptions: assumptions.partial() }),
      { error: 'must be a list of presets, the first of them whole' },
    ),
    spreads: z.strictObject(byAssumption(() => spread)).partial(),
  }).check(({ value: { peers, peer }, issues }) => {
    issues.push(...peerFaults(peers, peer, ledger).map(message => ({
      code: 'custom' as const,
      message,
      input: peer,
      path: ['peer'],
    })))
  })
}

/** The cost model as written; its figures are known to be in the ledger. */
export type CostModelContent = z.infer<ReturnType<typeof costModelSchema>>
/** A guess, the id of a figure, or ids of figures to add. */
export type WrittenValue = z.infer<typeof value>

/**
 * Reads and validates the cost model.
 *
 * @param folder path of `evidence/`
 * @param ledger of the same folder
 * @returns undefined where a deck has no cost model
 * @throws {import('./yamlFile.ts').ContentError} naming file, line, entry and field of the first fault
 */
export function readCostModel(folder: string, ledger: Ledger): CostModelContent | undefined {
  const path = join(folder, COST_MODEL)
  return existsSync(path) ? readYaml(path, costModelSchema(ledger), `evidence/${COST_MODEL}`) : undefined
}

function figureFaults(id: string, unit: Unit, { figures }: Ledger): string[] {
  const figure = Object.hasOwn(figures, id) ? figures[id] : undefined
  if (!figure)
    return [`figure "${id}" is in no claim; ${MEND}`]
  return isConvertible(figure.unit, unit)
    ? []
    : [`figure "${id}" is in ${figure.unit}, which cannot be shown as ${unit}; name another figure`]
}

function seriesFaults(id: string, { series }: Ledger): string[] {
  const found = Object.hasOwn(series, id) ? series[id] : undefined
  if (found?.kind !== 'points')
    return [`there is no series of points "${id}" in evidence/series.yaml; ${MEND}`]
  return isConvertible(found.unit, 'count')
    ? []
    : [`series "${id}" is in ${found.unit}, and GPU hours are a count; name another series`]
}

function peerFaults(seriesId: string, label: string | undefined, { series }: Ledger): string[] {
  const found = Object.hasOwn(series, seriesId) ? series[seriesId] : undefined
  return label === undefined || found?.kind !== 'points' || found.points.some(point => point.label === label)
    ? []
    : [`series "${seriesId}" has no point "${label}"; name one of ${found.points.map(point => point.label).join(', ')}`]
}

/** A zod check from a function that lists the faults of a value. */
function reporting<T>(faultsOf: (value: T) => string[]): z.core.CheckFn<T> {
  return ({ value, issues }) => {
    issues.push(...faultsOf(value).map(message => ({ code: 'custom' as const, message, input: value })))
  }
}

function byAssumption<T>(make: (id: AssumptionId) => T): Record<AssumptionId, T> {
  return Object.fromEntries(ASSUMPTION_IDS.map(id => [id, make(id)])) as Record<AssumptionId, T>
}
