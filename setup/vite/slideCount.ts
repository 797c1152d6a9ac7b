import type { Plugin } from 'vite'

/** Pause after a change, milliseconds: Slidev reads the slides again meanwhile. */
const SETTLE_MS = 500

/**
 * Loads every window of the deck again once slides were added or taken out. Slidev's own hot update then gives slides
 * the layout of their neighbours, and the presenter view stays on one that is not there.
 *
 * @param countSlides how many Slidev has at this moment
 */
export function slideCount(countSlides: () => number): Plugin {
  return {
    name: 'kit:slide-count',
    apply: 'serve',
    configureServer({ watcher, ws, httpServer }) {
      let known = countSlides()
      let timer: NodeJS.Timeout | undefined
      const look = () => {
        const count = countSlides()
        if (count !== known)
          ws.send({ type: 'full-reload' })
        known = count
      }
      watcher.on('all', (_, file) => {
        if (!file.endsWith('.md'))
          return
        clearTimeout(timer)
        timer = setTimeout(look, SETTLE_MS)
      })
      httpServer?.once('close', () => clearTimeout(timer))
    },
  }
}
