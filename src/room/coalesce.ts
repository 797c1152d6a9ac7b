/** The pause after slow work, as a multiple of its duration: counting takes a fifth of the time at most. */
const BACKOFF_FACTOR = 4

/** Asks for the work to be done soon. */
export interface Coalesced {
  (): void
  /** No work is begun from now on. */
  stop: () => void
}

/**
 * Turns many calls into few runs of `work`: the first call runs it at once; those that follow within `everyMs` share
 * one run after that time. Runs never overlap, and a call during one leads to one more.
 *
 * @param everyMs milliseconds from the start of one run to the next, at least; more where the work is slow
 * @param work what is done
 * @param onError told of a run that failed
 */
export function coalesce(everyMs: number, work: () => Promise<void>, onError: (error: unknown) => void): Coalesced {
  let timer: NodeJS.Timeout | undefined
  let [isRunning, runAgain, isStopped] = [false, false, false]
  let nextStart = 0

  async function run(): Promise<void> {
    timer = undefined
    isRunning = true
    const start = performance.now()
    try {
      await work()
    }
    catch (error) {
      onError(error)
    }
    const tookMs = performance.now() - start
    nextStart = start + Math.max(everyMs, tookMs + BACKOFF_FACTOR * tookMs)
    isRunning = false
    if (runAgain)
      call()
  }

  function call(): void {
    runAgain = isRunning
    if (isRunning || timer || isStopped)
      return
    timer = setTimeout(run, Math.max(0, nextStart - performance.now()))
    timer.unref()
  }

  return Object.assign(call, {
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  })
}
