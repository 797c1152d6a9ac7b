import type { Plugin } from 'vite'
import process from 'node:process'
import { wifiFrom } from '../../src/polls/wifi.ts'

/**
 * Packages that the deck's client code imports. If Vite discovered one later, it would reload the presenter's page.
 */
const DEPENDENCIES = ['d3-scale', 'd3-shape', 'uqr']

/** Files that Vite must not serve: its default list, which this one replaces, and the room's keys and ballots. */
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
 * Settings of the deck's Vite that do not depend on `NODE_ENV`.
 *
 * With a room beside it (`ROOM_INTERNAL_URL`), the dev server forwards `/api` to the room: the browser then has one
 * origin for both, and keeps the stage cookie itself.
 */
export function deckConfig(): Plugin {
  const { ROOM_INTERNAL_URL: target, DECK_LIVE: isLive } = process.env
  return {
    name: 'kit:deck-config',
    config: (_, { command }) => ({
      // The names and sizes of some hundred files are nothing to tell the author about, nor is a slow machine.
      ...command === 'build' && {
        logLevel: 'warn',
        build: { rolldownOptions: { checks: { pluginTimings: false, bundlerTimings: false } } },
      },
      optimizeDeps: { include: DEPENDENCIES },
      define: {
        'import.meta.env.ROOM_LIVE': String(command === 'serve' ? target !== undefined : isLive !== undefined),
        'import.meta.env.ROOM_ROOT': JSON.stringify(command === 'build' && isLive ? isLive.replace(/\/$/, '') : ''),
        // Never in a built site: a password of the hall's network is for the hall.
        'import.meta.env.ROOM_WIFI': JSON.stringify(command === 'serve' && wifiFrom(process.env)) ?? 'false',
        'import.meta.env.SITE': String(command === 'build' && process.env.DECK_SITE !== undefined),
        'import.meta.env.HANDOUT_PREVIEW': String(command === 'serve' || process.env.DECK_HANDOUTS !== undefined),
      },
      server: {
        fs: { deny: DENIED },
        ...(target !== undefined && { proxy: { '/api': { target, changeOrigin: false } } }),
      },
    }),
  }
}
