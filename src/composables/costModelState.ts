import type { ComputedRef } from 'vue'
import type { Router } from 'vue-router'
import type { Middles, Model, PresetId } from '../drawing/costModelPresets.ts'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { ASSUMPTION_IDS } from '../drawing/costModel.ts'
import { PRESET_IDS } from '../drawing/costModelPresets.ts'

const PARAMETER = 'bill'
const ENTRY = /^([a-z]+)-(\d+(?:\.\d+)?)$/

/** The preset at which all sliders stand, if they do. */
export function presetOf({ presets }: Model, middles: Middles): PresetId | undefined {
  return PRESET_IDS.find(text => ASSUMPTION_IDS.every(id => presets[text][id] === middles[id]))
}

/**
 * A bill as one short word for an address: the name of a preset, or what differs from the published one,
 * `people-150_pay-30000`.
 */
export function encodeBill(model: Model, middles: Middles): string {
  const { published } = model.presets
  return (
    presetOf(model, middles)
    ?? ASSUMPTION_IDS.filter(id => middles[id] !== published[id])
      .map(id => `${id}-${Number(middles[id].toPrecision(3))}`)
      .join('_')
  )
}

/**
 * Reads what `encodeBill` wrote, or what somebody made of it: entries that are no assumption, no number or off the
 * slider are left out, the others go to the nearest stop.
 *
 * @returns undefined where nothing is left
 */
export function decodeBill(model: Model, code: unknown): Middles | undefined {
  if (typeof code !== 'string')
    return
  const preset = PRESET_IDS.find(text => text === code)
  if (preset)
    return model.presets[preset]
  const entries = code.split('_').flatMap((entry) => {
    const [, name, digits] = ENTRY.exec(entry) ?? []
    const id = ASSUMPTION_IDS.find(text => text === name)
    const stop = id && nearest(model.assumptions[id].stops, Number(digits))
    return id && stop !== undefined ? [[id, stop]] : []
  })
  return entries.length > 0 ? { ...model.presets.published, ...Object.fromEntries(entries) } : undefined
}

/** The ends are stops too, but for the rounding in an address. */
function nearest(stops: readonly number[], value: number): number | undefined {
  const [first = 0, last = 0] = [stops[0], stops.at(-1)]
  return value < first * 0.99 || value > last * 1.01
    ? undefined
    : stops.reduce((best, stop) => Math.abs(stop - value) < Math.abs(best - value) ? stop : best, first)
}

/** What the room has set; every copy of the figure in this window shows it. Undefined until something is moved. */
const shared = shallowRef<string>()
/** Browsers allow about a hundred changes of the address in half a minute, and a drag makes more. */
const SETTLE_MS = 250
let settling: ReturnType<typeof setTimeout> | undefined
/** Tells what another window sends from what another copy in this window does, which is known here already. */
const SENDER = Math.random()

interface Moved { sender: number, code: string }

/**
 * The bill on the sliders: kept in the address, so that a reload and a copied link show it again, and in step with the
 * other windows of this browser. Call it in a component's setup.
 *
 * @param start shown until something is moved
 */
export function useBill(
  model: Model,
  start: () => Middles,
  router: Router,
): { middles: ComputedRef<Middles>, set: (middles: Middles) => void } {
  const windows = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('cost-model')

  function show(code: unknown): void {
    if (typeof code === 'string' && decodeBill(model, code))
      shared.value = code
  }

  function keep(code: unknown): void {
    show(code)
    clearTimeout(settling)
    settling = setTimeout(() => {
      settling = undefined
      const { query, hash } = router.currentRoute.value
      if (shared.value !== undefined && query[PARAMETER] !== shared.value)
        void router.replace({ query: { ...query, [PARAMETER]: shared.value }, hash })
    }, SETTLE_MS)
  }

  windows?.addEventListener('message', ({ data }: MessageEvent<Moved>) => {
    if (data.sender !== SENDER)
      keep(data.code)
  })
  onScopeDispose(() => windows?.close())
  // While something is being moved, the address is older than that.
  watch(() => router.currentRoute.value.query[PARAMETER], (code) => {
    if (settling === undefined)
      show(code)
  }, { immediate: true })

  return {
    middles: computed(() => decodeBill(model, shared.value) ?? start()),
    set(middles) {
      const code = encodeBill(model, middles)
      keep(code)
      windows?.postMessage({ sender: SENDER, code } satisfies Moved)
    },
  }
}
