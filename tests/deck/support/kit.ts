import type { Buffer } from 'node:buffer'
import type { ChildProcess } from 'node:child_process'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-chromium'
import { spawn } from 'node:child_process'
import process from 'node:process'
import { createInterface } from 'node:readline'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { inRoot, root } from '../../../src/cli/paths.ts'

/** Windows of the dev server wait so long for what they look for: on a slow machine it compiles for a while. */
export const SLOW_MS = 120_000

export interface Kit {
  process: ChildProcess
  slides: string
  presenter: string
  phones: string
  stageKey: string
  stop: () => Promise<number | null>
}

/** The kit as the start command runs it, on free ports and with a data folder of its own. */
export async function startKit(data: string): Promise<Kit> {
  const child = spawn(
    process.execPath,
    [inRoot('scripts', 'start.ts'), '--port', '0', '--room-port', '0', '--no-open'],
    {
      cwd: root,
      env: { ...process.env, ROOM_HOST: '127.0.0.1', ROOM_DATA: data },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const links: Record<string, string> = {}
  for await (const line of createInterface(child.stdout)) {
    const [, name, link] = /^\s+(Slides|Presenter|Phones)\s+(\S+)$/.exec(line) ?? []
    if (name && link)
      links[name] = link
    if (links.Phones)
      break
  }
  const { Slides: slides = '', Presenter: presenter = '', Phones: phones = '' } = links
  return {
    process: child,
    slides,
    presenter,
    phones,
    stageKey: presenter.split('#stage=')[1] ?? '',
    stop: () => new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill('SIGTERM')
    }),
  }
}

interface SlidevWindow {
  __slidev__: {
    nav: {
      go: (no: number) => Promise<void>
      slides: { no: number, meta: { slide: { frontmatter: { poll?: string } } } }[]
    }
  }
}

/** The dev server reloads a window that it has sent to early, with packages that it still has to prepare. */
async function deckIsUp(page: Page): Promise<void> {
  await page.waitForFunction(() => '__slidev__' in window)
}

/** Takes a window of the deck to a slide, as its arrow keys would. */
export async function goTo(page: Page, no: number): Promise<void> {
  await deckIsUp(page)
  await page.evaluate(to => void (window as unknown as SlidevWindow).__slidev__.nav.go(to), no)
}

/**
 * Keeps a window from loading every slide three seconds after its first one, as Slidev does: it loads a slide when it
 * comes near. A window that shows a few slides of the dev server is ready in a fraction of the time.
 */
export async function loadSlidesWhenNear(windows: Page | BrowserContext): Promise<void> {
  await windows.addInitScript(() => {
    const original = window.setTimeout.bind(window) as (run: TimerHandler, ms?: number) => number
    window.setTimeout = ((run: TimerHandler, ms?: number) =>
      ms === 3000 ? 0 : original(run, ms)) as typeof window.setTimeout
  })
}

/** What a phone's camera makes of a QR code on the screen. */
export async function readQr(code: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await code.screenshot() as Buffer)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

/** Number of the slide whose frontmatter asks this poll. */
export async function slideOfPoll(page: Page, poll: string): Promise<number> {
  await deckIsUp(page)
  return page.evaluate((id) => {
    const { slides } = (window as unknown as SlidevWindow).__slidev__.nav
    return slides.find(slide => slide.meta.slide.frontmatter.poll === id)?.no ?? 0
  }, poll)
}

/** A phone of 390 × 844 on the join page; the script `init` runs in it before anything of the page's own. */
export async function openPhone(
  browser: Browser,
  url: string,
  { init, ...options }: { bypassCSP?: boolean, init?: string } = {},
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    ...options,
  })
  page.setDefaultTimeout(SLOW_MS)
  if (init !== undefined)
    await page.addInitScript(init)
  await page.goto(url)
  return page
}
