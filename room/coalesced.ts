/** How much longer than the work itself the pause after it is, so that a long count cannot take the whole machine. */
const REST = 4

/** A call that is made often and done now and then. */
export interface Coalesced {
  (): void
  /** Nothing is done from now on. */
  stop: () => void
}

/**
 * Coalesces calls: the first is done at once, those that come within `everyMs` of it together after that time, or after
 * four times as long as the work took.
 *
 * @param everyMs milliseconds from one to the next at least
 * @param work what is done
 * @param onError told when it fails
 */
export function coalesced(everyMs: number, work: () => Promise<void>, onError: (error: unknown) => void): Coalesced {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let next = 0

  async function run(): Promise<void> {
    timer = undefined
    const began = performance.now()
    next = began + everyMs
    try {
      await work()
    }
    catch (error) {
      onError(error)
    }
    next = Math.max(next, performance.now() + REST * (performance.now() - began))
  }

  function call(): void {
    if (timer || stopped)
      return
    timer = setTimeout(run, Math.max(0, next - performance.now()))
    timer.unref()
  }

  return Object.assign(call, {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  })
}
