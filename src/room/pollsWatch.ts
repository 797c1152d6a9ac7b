import type { Poll } from '../polls/pollsFile.ts'
import { existsSync, unwatchFile, watchFile } from 'node:fs'
import { basename } from 'node:path'
import { ContentError } from '../content/yamlFile.ts'
import { readPolls } from '../polls/pollsFile.ts'

export interface WatchPollsOptions {
  /** The file as it is now, once it can be read. */
  onPolls: (polls: Poll[]) => void
  /** Told in one sentence why it cannot be read. */
  onFault: (why: string) => void
  /**
   * Pause after a change before the file is read, milliseconds: editors save twice, or write half of it first.
   * @default 150
   */
  settleMs?: number
  /**
   * How long the file may be missing or half-written before that is a fault, milliseconds.
   * @default 1500
   */
  patienceMs?: number
}

/** How often the file is looked at. Watching the folder would miss a save by rename on some disks. */
const LOOK_EVERY_MS = 250

/**
 * Reads the polls again whenever their file has changed.
 *
 * @param path of the file
 * @returns a function that ends it
 */
export function watchPolls(
  path: string,
  { onPolls, onFault, settleMs = 150, patienceMs = 1500 }: WatchPollsOptions,
): () => void {
  let timer: NodeJS.Timeout | undefined
  let faultySince: number | undefined
  const readAfter = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(read, ms)
    timer.unref()
  }

  function read(): void {
    try {
      const polls = readPolls(path)
      faultySince = undefined
      onPolls(polls)
    }
    catch (error) {
      faultySince ??= performance.now()
      if (performance.now() - faultySince < patienceMs)
        return readAfter(settleMs)
      faultySince = undefined
      onFault(describe(path, error))
    }
  }

  const onChange = () => readAfter(settleMs)
  watchFile(path, { interval: LOOK_EVERY_MS, persistent: false }, onChange)
  // What was changed before the first look would go unseen.
  onChange()
  return () => {
    clearTimeout(timer)
    unwatchFile(path, onChange)
  }
}

function describe(path: string, error: unknown): string {
  const file = basename(path)
  if (!existsSync(path))
    return `${file} is gone: put it back; until then the polls stay as they were.`
  if (error instanceof ContentError)
    return `${error.message} Until that is mended, the polls stay as they were.`
  return `${file} cannot be read (${String(error)}); until that is mended, the polls stay as they were.`
}
