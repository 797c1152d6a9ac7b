import type { Plugin } from 'vite'
import process from 'node:process'

/**
 * Lets the deck reach the room under its own origin while both run on one machine: no cross-origin request, and the
 * stage cookie is the browser's, never the proxy's. Only there when the start command runs a room.
 */
export function roomProxy(): Plugin {
  const target = process.env.ROOM_INTERNAL_URL
  return {
    name: 'kit:room-proxy',
    config: () => target
      ? { server: { proxy: { '/api': { target, changeOrigin: false } } }, define: { 'import.meta.env.ROOM_LIVE': 'true' } }
      : { define: { 'import.meta.env.ROOM_LIVE': 'false' } },
  }
}
