import type { Plugin } from 'vite'
import process from 'node:process'

/**
 * What the deck's client code imports beyond Slidev's own; found late, it would reload the page under the presenter.
 */
const DEPENDENCIES = ['d3-scale', 'd3-shape', 'uqr']

/** Vite's own list, which giving one replaces, and the room's keys and ballots, wherever they are kept. */
const DENIED = [
  '.env',
  '.env.*',
  '*.{crt,pem,key,p12,pfx,cer,der}',
  '.npmrc',
  '.yarnrc.yml',
  '**/.git/**',
  '**/.room/**',
  '**/stage-key',
  '**/voter-key',
  '**/room.sqlite*',
]

/**
 * Settings of the deck's Vite, whatever `NODE_ENV` says.
 *
 * With a room beside it (`ROOM_INTERNAL_URL`) the dev server hands `/api` on: the deck keeps to one origin, and the
 * stage cookie is the browser's, never the proxy's.
 */
export function deckConfig(): Plugin {
  const target = process.env.ROOM_INTERNAL_URL
  return {
    name: 'kit:deck-config',
    config: (_, { command }) => ({
      optimizeDeps: { include: DEPENDENCIES },
      define: {
        'import.meta.env.ROOM_LIVE': String(command === 'serve' && target !== undefined),
        'import.meta.env.HANDOUT_PREVIEW': String(command === 'serve' || process.env.DECK_HANDOUTS !== undefined),
      },
      server: {
        fs: { deny: DENIED },
        ...(target !== undefined && { proxy: { '/api': { target, changeOrigin: false } } }),
      },
    }),
  }
}
