import type { Buffer } from 'node:buffer'
import type { ChildProcess } from 'node:child_process'
import type { Browser, Locator, Page } from 'playwright-chromium'
import { spawn } from 'node:child_process'
import process from 'node:process'
import { createInterface } from 'node:readline'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { inRoot, root } from '../../src/cli/paths.ts'

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

/** Takes a window of the deck to a slide, as its arrow keys would. */
export async function goTo(page: Page, no: number): Promise<void> {
  await page.evaluate((to) => {
    (window as unknown as { __slidev__: { nav: { go: (no: number) => void } } }).__slidev__.nav.go(to)
  }, no)
}

/** What a phone's camera makes of a QR code on the screen. */
export async function readQr(code: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await code.screenshot() as Buffer)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

/** Number of the slide whose frontmatter asks this poll. */
export function slideOfPoll(page: Page, poll: string): Promise<number> {
  return page.evaluate((id) => {
    const { nav } = (
      window as unknown as {
        __slidev__: { nav: { slides: { no: number, meta: { slide: { frontmatter: { poll?: string } } } }[] } }
      }
    ).__slidev__
    return nav.slides.find(slide => slide.meta.slide.frontmatter.poll === id)?.no ?? 0
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
  if (init !== undefined)
    await page.addInitScript(init)
  await page.goto(url)
  return page
}
