import type { AssumptionValues, CostModel, Preset } from './costModelPresets.ts'
import { ASSUMPTION_IDS } from '../content/costAssumptions.ts'

const ENTRY = /^([a-z]+)-(\d+(?:\.\d+)?)$/

/** The preset at which all sliders stand, if they do. */
export function matchingPreset({ presets }: CostModel, values: AssumptionValues): Preset | undefined {
  return presets.find(preset => ASSUMPTION_IDS.every(id => preset.values[id] === values[id]))
}

/**
 * A bill as one short word for an address: the id of a preset, or what differs from the first one,
 * `people-150_pay-30000`.
 */
export function encodeBill(model: CostModel, values: AssumptionValues): string {
  const [first] = model.presets
  return (
    matchingPreset(model, values)?.id
    ?? ASSUMPTION_IDS.filter(id => values[id] !== first.values[id])
      .map(id => `${id}-${Number(values[id].toPrecision(3))}`)
      .join('_')
  )
}

/**
 * Reads what `encodeBill` wrote, or what somebody made of it: entries that are no assumption, no number or off the
 * slider are left out, the others go to the nearest stop.
 *
 * @returns undefined where nothing is left
 */
export function decodeBill({ assumptions, presets }: CostModel, code: unknown): AssumptionValues | undefined {
  if (typeof code !== 'string')
    return
  const preset = presets.find(({ id }) => id === code)
  if (preset)
    return preset.values
  const entries = code.split('_').flatMap((entry) => {
    const [, name, digits] = ENTRY.exec(entry) ?? []
    const id = ASSUMPTION_IDS.find(assumption => assumption === name)
    const stop = id && nearestStop(assumptions[id].stops, Number(digits))
    return id && stop !== undefined ? [[id, stop]] : []
  })
  return entries.length > 0 ? { ...presets[0].values, ...Object.fromEntries(entries) } : undefined
}

/** An address rounds to three digits, which may move the first or last stop out of the range by a hundredth. */
function nearestStop(stops: readonly number[], value: number): number | undefined {
  const [first = 0, last = 0] = [stops[0], stops.at(-1)]
  return value < first * 0.99 || value > last * 1.01
    ? undefined
    : stops.reduce((best, stop) => Math.abs(stop - value) < Math.abs(best - value) ? stop : best, first)
}
