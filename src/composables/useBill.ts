import type { ComputedRef } from 'vue'
import type { Router } from 'vue-router'
import type { AssumptionValues, CostModel } from '../drawing/costModelPresets.ts'
import { computed, shallowRef, watch } from 'vue'
import { decodeBill, encodeBill } from '../drawing/costModelAddress.ts'
import { windowSync } from '../polls/browser/windowSync.ts'

const PARAMETER = 'bill'

/** What the room has set; every copy of the figure in this window shows it. Undefined until something is moved. */
const sharedCode = shallowRef<string>()
/** Browsers allow about a hundred changes of the address in half a minute, and a drag makes more. */
const SETTLE_MS = 250
let settling: ReturnType<typeof setTimeout> | undefined
/** What another window has set last. */
const received = shallowRef<unknown>()
const send = windowSync.join('bill', {
  onPatch: ({ code }) => received.value = code,
  whole: () => sharedCode.value === undefined ? undefined : { code: sharedCode.value },
})

export interface UseBillOptions {
  model: CostModel
  /** The values shown until something is moved. */
  start: () => AssumptionValues
  router: Router
}

export interface UseBillReturn {
  values: ComputedRef<AssumptionValues>
  set: (values: AssumptionValues) => void
}

/**
 * The bill on the sliders: kept in the address, so that a reload and a copied link show it again, and in step with the
 * other windows of the deck. Call it in a component's setup.
 */
export function useBill({ model, start, router }: UseBillOptions): UseBillReturn {
  function show(code: unknown): void {
    if (typeof code === 'string' && decodeBill(model, code))
      sharedCode.value = code
  }

  function keep(code: unknown): void {
    show(code)
    clearTimeout(settling)
    settling = setTimeout(() => {
      settling = undefined
      const { query, hash } = router.currentRoute.value
      if (sharedCode.value !== undefined && query[PARAMETER] !== sharedCode.value)
        void router.replace({ query: { ...query, [PARAMETER]: sharedCode.value }, hash })
    }, SETTLE_MS)
  }

  watch(received, code => code !== undefined && keep(code), { immediate: true })
  // While something is being moved, the address is older than that.
  watch(() => router.currentRoute.value.query[PARAMETER], (code) => {
    if (settling === undefined)
      show(code)
  }, { immediate: true })

  return {
    values: computed(() => decodeBill(model, sharedCode.value) ?? start()),
    set(values) {
      const code = encodeBill(model, values)
      keep(code)
      send({ code })
    },
  }
}
