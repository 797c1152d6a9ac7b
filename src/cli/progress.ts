import process from 'node:process'
import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  /** One step done; `what` is the one that comes next. */
  step: (what: string) => void
  stop: () => void
}

/** A progress bar on a terminal; a line a step elsewhere, so that a log shows where it stood. */
export function startProgress(total: number, first: string): Progress {
  if (!process.stderr.isTTY) {
    let done = 0
    return { step: what => console.error(`${++done}/${total} ${what}`), stop: () => {} }
  }
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} {what}', hideCursor: true, clearOnComplete: true },
    Presets.shades_grey,
  )
  bar.start(total, 0, { what: first })
  return { step: what => bar.increment({ what }), stop: () => bar.stop() }
}

/**
 * Says what is being done, with the seconds that it has taken so far; for work that has no steps to count.
 *
 * @param what such as `Building the deck`
 */
export function startWait(what: string): { stop: () => void } {
  if (!process.stderr.isTTY) {
    console.error(`${what}…`)
    return { stop: () => {} }
  }
  const begun = performance.now()
  const write = () => process.stderr.write(`\r${what}… ${Math.round((performance.now() - begun) / 1000)} s `)
  write()
  const timer = setInterval(write, 1000)
  return {
    stop() {
      clearInterval(timer)
      process.stderr.write(`\r${' '.repeat(what.length + 12)}\r`)
    },
  }
}
