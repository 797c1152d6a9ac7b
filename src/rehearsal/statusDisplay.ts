import process from 'node:process'
import { clearLine, cursorTo } from 'node:readline'

export interface StatusDisplay {
  /** @param key changes when a log should have a line at once */
  show: (text: string, key: string) => void
  end: () => void
}

/** Milliseconds between two lines of a log in which only numbers have changed. */
const LOG_EVERY_MS = 10_000

/** One line that changes on a terminal; elsewhere a line when something happens, so that a log can be read. */
export function createStatusDisplay(): StatusDisplay {
  const terminal = process.stderr
  const last = { text: '', key: '', at: -Infinity }

  if (!terminal.isTTY) {
    return {
      show(text, key) {
        const isDue = key !== last.key || performance.now() - last.at >= LOG_EVERY_MS
        if (text === last.text || !isDue)
          return
        Object.assign(last, { text, key, at: performance.now() })
        console.error(text)
      },
      end: () => {},
    }
  }
  const wipe = () => {
    cursorTo(terminal, 0)
    clearLine(terminal, 0)
  }
  return {
    show(text) {
      // A line that wraps could not be wiped.
      const line = text.slice(0, Math.max(20, terminal.columns - 1))
      if (line === last.text)
        return
      last.text = line
      wipe()
      terminal.write(line)
    },
    end: wipe,
  }
}
