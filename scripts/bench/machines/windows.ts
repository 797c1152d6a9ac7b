import type { Page } from 'playwright-chromium'
import { UsageError } from '../../../src/cli/cli.ts'

/** A window that has not changed by then never will. */
const PATIENCE_MS = 20_000

declare global {
  interface Window {
    /** When a key or the mouse was last pressed here, in ms since 1970. */
    actedAt: number
    /** Resolves to when what was looked for was drawn here, in ms since 1970. */
    seenAt: Promise<number | undefined>
  }
}

/** Notes when somebody does something, before the page hears of it. Runs in the page. */
export function noteActions(): void {
  performance.setResourceTimingBufferSize(5000)
  for (const event of ['keydown', 'pointerdown'])
    addEventListener(event, () => window.actedAt = Date.now(), true)
}

/**
 * Waits until Slidev has loaded every slide, as it does three seconds after the first one: who presses a key meanwhile
 * waits for that.
 *
 * @param slides how many there are
 */
export async function untilLoaded(page: Page, slides: number): Promise<void> {
  await page.waitForFunction(
    (count) => {
      const files = performance.getEntriesByType('resource').map(({ name }) => name)
      return files.filter(name => /\/md-[^/]*\.js$/.test(name)).length >= count
    },
    slides,
  )
}

/** What shows in a window that somebody has acted in another: it is another one than before. */
export const SIGNS = {
  place: () => location.href,
  clock: () => String([...document.querySelectorAll('[role=timer]')].some(timer => /stopped/.test(timer.textContent))),
  // The first colour of Slidev's pens, which nothing else has.
  drawing: () => String(document.querySelectorAll('svg :is([fill="#ff595e"], [stroke="#ff595e"])').length),
}

/**
 * Milliseconds from an act in one window to the frame of another in which its sign has changed. Both are on one
 * machine, whose clock they share.
 *
 * @throws {UsageError} when it never does
 */
export async function timeAcross(
  from: Page,
  to: Page,
  sign: keyof typeof SIGNS,
  act: () => Promise<void>,
): Promise<number> {
  await to.evaluate(([source, patienceMs]) => {
    // eslint-disable-next-line no-new-func -- a function of this file, which the page cannot import
    const read = new Function(`return (${source})()`) as () => string
    const before = read()
    window.seenAt = new Promise((resolve) => {
      setTimeout(resolve, patienceMs)
      const look = () => read() === before
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => resolve(Date.now()))
      look()
    })
  }, [String(SIGNS[sign]), PATIENCE_MS] as const)
  await act()
  const seenAt = await to.evaluate(() => window.seenAt)
  if (seenAt === undefined)
    throw new UsageError(`The other window did not show its ${sign} within ${PATIENCE_MS / 1000} s.`)
  return seenAt - await from.evaluate(() => window.actedAt)
}
