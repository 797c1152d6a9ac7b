import type { Browser, Page } from 'playwright-chromium'
import type { PreviewServer } from 'vite'
import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { preview } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../scripts/browser.ts'
import { inRoot, root } from '../../scripts/paths.ts'

describe('the built deck', () => {
  let site: PreviewServer
  let browser: Browser
  let page: Page
  let url: string
  const requests: string[] = []
  const messages: string[] = []
  const overflows: string[] = []

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [inRoot('scripts', 'build.ts')], { cwd: root })
    site = await preview({ root, configFile: false, logLevel: 'silent', build: { outDir: inRoot('dist', 'site') }, preview: { port: 0, host: '127.0.0.1' } })
    url = site.resolvedUrls?.local[0] ?? ''
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 980, height: 552 }, reducedMotion: 'reduce' })
    page.on('request', request => requests.push(request.url()))
    page.on('console', message => ['error', 'warning'].includes(message.type()) && messages.push(message.text()))
    page.on('pageerror', error => messages.push(error.message))
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it('can be walked to its end by keyboard, one click at a time', async () => {
    await page.goto(`${url}1`)
    await page.locator('[data-slidev-no="1"] h1').waitFor()
    const seen = new Set<string>()
    for (let step = 0; step < 300; step++) {
      const here = page.url()
      seen.add(new URL(here).pathname)
      await drawn(page)
      overflows.push(...await overflowing(page))
      await page.keyboard.press('ArrowRight')
      const moved = await page.waitForURL(it => it.href !== here, { timeout: 1500 }).then(() => true, () => false)
      if (!moved)
        break
    }
    expect(seen.size).toBe(await slideCount())
  })

  it('asks nobody but its own origin for anything', () => {
    expect(requests.length).toBeGreaterThan(20)
    expect(requests.filter(it => !it.startsWith(url) && !it.startsWith('data:') && !it.startsWith('blob:'))).toEqual([])
  })

  it('has nothing to complain about', () => {
    expect(messages).toEqual([])
  })

  it('fits its slides in every click state', () => {
    expect([...new Set(overflows)]).toEqual([])
  })

  it('carries no facilitator page and no right answer', async () => {
    const { stdout } = await promisify(execFile)('grep', ['-rlE', 'Fermi the bill: facilitator page|"?answer"?: ?\\["last-run"\\]', inRoot('dist', 'site')]).catch(error => error as { stdout: string })
    expect(stdout).toBe('')
  })
})

async function slideCount(): Promise<number> {
  const { load } = await import('@slidev/parser/fs')
  return (await load({ userRoot: root, roots: [root] } as never, inRoot('slides.md'))).slides.length
}

/** The slide on screen is there, with its diagrams. */
async function drawn(page: Page): Promise<void> {
  const no = new URL(page.url()).pathname.slice(1)
  await page.locator(`[data-slidev-no="${no}"] .slidev-layout`).waitFor()
  await page.waitForFunction(n => [...document.querySelectorAll(`[data-slidev-no="${n}"] .mermaid`)].every(it => it.shadowRoot?.querySelector('svg')), no)
}

/** Text that leaves the slide, or runs into the foot of it. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const no = location.pathname.slice(1)
    const slide = document.querySelector(`[data-slidev-no="${no}"] .slidev-layout`)
    if (!slide)
      return [`slide ${no} is missing`]
    const frame = slide.getBoundingClientRect()
    const foot = slide.querySelector('footer')?.getBoundingClientRect().top ?? frame.bottom
    return [...slide.querySelectorAll('h1, p, li, th, td, button, .verdict, .text, .bar, .clipping')]
      .filter(it => !it.closest('footer, .tabs'))
      .map(it => ({ it, box: it.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > foot + 1 || box.top < frame.top - 1))
      .map(({ it }) => `slide ${no}: ${it.tagName} "${it.textContent?.trim().slice(0, 40)}" leaves its place`)
  })
}
