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
