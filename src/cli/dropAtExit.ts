import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { constants } from 'node:os'
import process from 'node:process'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Sees to it that a folder of work in progress is gone when this process ends, by Ctrl+C too; only `kill -9` leaves it.
 *
 * @param folder which need not be there yet
 * @returns deletes it at once, and leaves signals to others again
 */
export function dropAtExit(folder: string): () => Promise<void> {
  function onExit(): void {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    }
    catch {
      // A build that has not ended yet may still write; the process ends all the same.
    }
  }
  // Without a listener, a signal ends Node without an `exit` event.
  const onSignal = (signal: NodeJS.Signals) => process.exit(128 + constants.signals[signal])

  process.on('exit', onExit)
  SIGNALS.forEach(signal => process.on(signal, onSignal))
  return async () => {
    process.off('exit', onExit)
    SIGNALS.forEach(signal => process.off(signal, onSignal))
    await rm(folder, { recursive: true, force: true })
  }
}
