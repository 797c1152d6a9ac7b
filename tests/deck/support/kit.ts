import type { SlideInfo } from '@slidev/types'
import type { Buffer } from 'node:buffer'
import type { ChildProcess } from 'node:child_process'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-chromium'
import type { TrackId } from '../../../src/content/tracks.ts'
import { spawn } from 'node:child_process'
import process from 'node:process'
import { createInterface } from 'node:readline'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { inRoot, root } from '../../../src/cli/paths.ts'
import { LONGEST } from '../../../src/content/tracks.ts'
import { readDeck, slidesOf } from '../../../src/deck/deck.ts'

/** Windows wait so long for what they look for: on a slow machine the deck loads for a while. */
export const SLOW_MS = 120_000

export interface Kit {
  process: ChildProcess
  /** Address of the slides, without a key. */
  slides: string
  /** The slides link, with the key of the wall. */
  wall: string
  presenter: string
  /** The link for an assistant's phone. */
  moderate: string
  phones: string
  stageKey: string
  stop: () => Promise<number | null>
}

export interface KitOptions {
  /** @default a free one */
  port?: number
  /** @default that of the command */
  track?: TrackId
  /** The public address, where a proxy leads to it. */
  public?: string
}

/** The kit as the start command runs it, with a data folder of its own. */
export async function startKit(data: string, { port = 0, track, public: address }: KitOptions = {}): Promise<Kit> {
  const options = [...track ? ['--track', track] : [], ...address ? ['--public', address] : []]
  const child = spawn(
    process.execPath,
    [inRoot('scripts', 'start.ts'), '--port', String(port), '--no-open', ...options],
    {
      cwd: root,
      env: { ...process.env, ROOM_HOST: '127.0.0.1', ROOM_DATA: data },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const links: Record<string, string> = {}
  for await (const line of createInterface(child.stdout)) {
    const [, name, link] = /^\s+(Slides|Presenter|Moderate|Phones)\s+(\S+)$/.exec(line) ?? []
    if (name && link)
      links[name] = link
    if (links.Phones)
      break
  }
  const { Slides: wall = '', Presenter: presenter = '', Moderate: moderate = '', Phones: phones = '' } = links
  return {
    process: child,
    slides: wall.split('#')[0] ?? '',
    wall,
    presenter,
    moderate,
    phones,
    stageKey: presenter.split('#stage=')[1] ?? '',
    stop: () => new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill('SIGTERM')
    }),
  }
}

/** What Slidev provides to its components. */
export interface SlidevContext {
  configs: { duration: string }
  nav: {
    total: number
    clicksTotal: number
    go: (no: number) => Promise<void>
    enterPresenter: () => void
    exitPresenter: () => void
  }
}

/**
 * Waits until Slidev is up in a window, and calls a function there with its context; the dev server reloads a window
 * that it has sent too early, with packages that it still has to prepare.
 */
export async function inSlidev<T, A>(page: Page, run: (context: SlidevContext, given: A) => T, given?: A): Promise<T> {
  const context = await page.waitForFunction(() =>
    (document.querySelector('#app') as { __vue_app__?: { _context: { provides: Record<string, unknown> } } } | null)
      ?.__vue_app__
      ?._context
      .provides['$$slidev-context'])
  return context.evaluate(run as never, given) as Promise<T>
}

/** Takes a window of the deck to a slide, as its arrow keys would. */
export async function goTo(page: Page, no: number): Promise<void> {
  await inSlidev(page, ({ nav }, to) => void nav.go(to ?? 1), no)
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

/** Number of the first slide of the longest track that is so; 0 for none. */
export async function slideThat(fits: (slide: SlideInfo) => boolean): Promise<number> {
  return slidesOf(await readDeck(root), LONGEST).findIndex(fits) + 1
}

/** Number of the slide whose frontmatter asks this poll. */
export const slideOfPoll = (poll: string): Promise<number> => slideThat(slide => slide.frontmatter.poll === poll)

/** Number of the slide whose Markdown has this in it; 0 for none. */
export const slideWith = (markdown: string): Promise<number> => slideThat(slide => slide.content.includes(markdown))

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
