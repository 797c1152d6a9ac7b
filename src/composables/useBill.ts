import type { ComputedRef } from 'vue'
import type { Router } from 'vue-router'
import type { AssumptionValues, CostModel } from '../drawing/costModelPresets.ts'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { decodeBill, encodeBill } from '../drawing/costModelAddress.ts'

const PARAMETER = 'bill'

/** What the room has set; every copy of the figure in this window shows it. Undefined until something is moved. */
const sharedCode = shallowRef<string>()
/** Browsers allow about a hundred changes of the address in half a minute, and a drag makes more. */
const SETTLE_MS = 250
let settling: ReturnType<typeof setTimeout> | undefined
/** Another copy in this window sends messages too, and what it sends is known here already. */
const WINDOW_ID = Math.random()

interface BillMessage { sender: number, code: string }

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
 * other windows of this browser. Call it in a component's setup.
 */
export function useBill({ model, start, router }: UseBillOptions): UseBillReturn {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('cost-model')

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

  channel?.addEventListener('message', ({ data }: MessageEvent<BillMessage>) => {
    if (data.sender !== WINDOW_ID)
      keep(data.code)
  })
  onScopeDispose(() => channel?.close())
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
      channel?.postMessage({ sender: WINDOW_ID, code } satisfies BillMessage)
    },
  }
}
