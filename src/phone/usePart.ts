import type { ComputedRef, ShallowRef } from 'vue'
import type { PartState } from './stage.ts'
import { computed, onUnmounted, shallowRef } from 'vue'
import { backoffMs } from '../polls/backoff.ts'

/** What `part.ts` has. */
export type Part = typeof import('./part.ts')

declare global {
  interface Window {
    /** The script of the second part calls it, as `build.ts` writes it. */
    takePart: (part: Part) => void
  }
}

export interface UsePartReturn {
  /** Undefined until it has come. */
  part: ShallowRef<Part | undefined>
  partState: ComputedRef<PartState>
}

/** The build puts its address here, and makes a script of it. */
const ADDRESS = import('./part.ts') as unknown as string
const FIRST_BACKOFF_MS = 400
const TIMEOUT_MS = 8000

/**
 * The second part of the page, asked for at once, and again until it is here. Not by `import()`: what has failed once
 * stays failed in some browsers. The policy of the page runs no script but this one, so the login page of a public
 * network is never taken for it.
 */
export function usePart(): UsePartReturn {
  const part = shallowRef<Part>()
  const isGone = shallowRef(false)
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isBusy = false
  window.takePart = (came) => {
    part.value = came
    came.addFonts()
  }

  async function load() {
    clearTimeout(timer)
    if (isBusy || part.value)
      return
    isBusy = true
    const script = document.createElement('script')
    script.textContent = await fetchText()
    // Runs at once, and calls `takePart`.
    document.head.append(script)
    script.remove()
    isBusy = false
    if (!part.value)
      timer = setTimeout(load, backoffMs(FIRST_BACKOFF_MS, failures++, Math.random))
  }

  async function fetchText(): Promise<string> {
    // Not `AbortSignal.timeout`, which phones of 2020 do not know.
    const abort = new AbortController()
    const timeout = setTimeout(() => abort.abort(), TIMEOUT_MS)
    try {
      const response = await fetch(ADDRESS, { signal: abort.signal })
      isGone.value = response.status === 404
      return response.ok ? await response.text() : ''
    }
    catch {
      return ''
    }
    finally {
      clearTimeout(timeout)
    }
  }

  // The page is drawn first.
  timer = setTimeout(load)
  addEventListener('online', load)
  onUnmounted(() => {
    clearTimeout(timer)
    removeEventListener('online', load)
  })
  return {
    part,
    partState: computed(() => part.value ? 'here' : isGone.value ? 'gone' : 'coming'),
  }
}
