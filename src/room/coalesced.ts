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
 * four times as long as the work took. Those that come while it is done are done after it, never beside it.
 *
 * @param everyMs milliseconds from one to the next at least
 * @param work what is done
 * @param onError told when it fails
 */
export function coalesced(everyMs: number, work: () => Promise<void>, onError: (error: unknown) => void): Coalesced {
  let timer: NodeJS.Timeout | undefined
  let [running, again, stopped] = [false, false, false]
  let next = 0

  async function run(): Promise<void> {
    timer = undefined
    running = true
    const began = performance.now()
    try {
      await work()
    }
    catch (error) {
      onError(error)
    }
    const took = performance.now() - began
    next = began + Math.max(everyMs, took + REST * took)
    running = false
    if (again)
      call()
  }

  function call(): void {
    again = running
    if (running || timer || stopped)
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
