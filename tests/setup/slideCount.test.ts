import type { ViteDevServer } from 'vite'
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { slideCount } from '../../setup/vite/slideCount.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function startServer(count: () => number) {
  const watcher = new EventEmitter()
  const sent: unknown[] = []
  const { configureServer } = slideCount(count)
  const start = configureServer as (server: ViteDevServer) => void
  start({ watcher, ws: { send: (message: unknown) => sent.push(message) }, httpServer: null } as never)
  return {
    sent,
    change(file: string) {
      watcher.emit('all', 'change', file)
      vi.runAllTimers()
    },
  }
}

it('loads all windows again once, when slides were added or taken out', () => {
  let slides = 98
  const { change, sent } = startServer(() => slides)
  change('/deck/pages/01-opening.md')
  expect(sent).toEqual([])
  slides = 100
  change('/deck/pages/01-opening.md')
  change('/deck/pages/01-opening.md')
  expect(sent).toEqual([{ type: 'full-reload' }])
  slides = 99
  change('/deck/polls.yaml')
  expect(sent).toHaveLength(1)
  change('/deck/slides.md')
  expect(sent).toHaveLength(2)
})
