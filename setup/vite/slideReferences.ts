import type { Plugin } from 'vite'
import { join } from 'node:path'
import process from 'node:process'
import { checkSlideReferences } from '../../src/deck/check/slideReferences.ts'

/** Pause after a change, milliseconds: editors save twice, or write half of a file first. */
const SETTLE_MS = 500

/**
 * While the deck is edited, names each new reference to something that does not exist in the terminal. `npm start` says
 * those that are there at the start itself.
 *
 * @param deck its folder
 */
export function slideReferences(deck: string): Plugin {
  return {
    name: 'kit:slide-references',
    apply: 'serve',
    configureServer({ watcher, httpServer }) {
      let known = new Set<string>()
      let timer: NodeJS.Timeout | undefined
      const look = async (tell: boolean) => {
        const faults = await checkSlideReferences(deck)
        // The room says itself what is wrong with its polls, and what follows from that.
        const isRooms = (fault: string) =>
          fault.startsWith('polls.yaml:') && process.env.ROOM_INTERNAL_URL !== undefined
        const news = faults.filter(fault => tell && !known.has(fault) && !isRooms(fault))
        news.forEach(fault => console.error(`  ${fault}`))
        known = new Set(faults)
      }
      const onError = (error: unknown) => console.error(error)
      void look(false).catch(onError)
      watcher.on('all', (_, file) => {
        if (!file.startsWith(join(deck, '/')) || !/\.(?:md|yaml)$/.test(file))
          return
        clearTimeout(timer)
        timer = setTimeout(() => look(true).catch(onError), SETTLE_MS)
      })
      httpServer?.once('close', () => clearTimeout(timer))
    },
  }
}
