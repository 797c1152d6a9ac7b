import type axe from 'axe-core'
import type { Browser, Page } from 'playwright-chromium'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPhonePage } from '../../room/phone/build.ts'
import { launchChromium } from '../../scripts/browser.ts'
import { startRoom } from './helpers.ts'

const MAX_BYTES = 35 * 1024

describe('the phone page', () => {
  let browser: Browser
  let phoneHtml: string

  beforeAll(async () => {
    [browser, phoneHtml] = await Promise.all([launchChromium(), buildPhonePage()])
  })
  afterAll(() => browser?.close())

  const open = async (url: string, options: { width?: number, dark?: boolean } = {}) => {
    const page = await browser.newPage({ viewport: { width: options.width ?? 390, height: 844 }, bypassCSP: true, colorScheme: options.dark ? 'dark' : 'light' })
    await page.goto(url)
    return page
  }

  it('weighs at most 35 KB in all and asks one origin only', async () => {
    const room = await startRoom({ phoneHtml })
    await room.act('bill', 'open')
    const page = await browser.newPage()
    const loaded: { url: string, bytes: number }[] = []
    page.on('requestfinished', async request => loaded.push({ url: request.url(), bytes: (await request.sizes()).responseBodySize }))
    await page.goto(room.url)
    await page.getByRole('button', { name: 'One run' }).click()
    await page.getByText('Counted').waitFor()

    expect(loaded.map(it => new URL(it.url).origin).filter(it => it !== room.url && it !== 'null')).toEqual([])
    const bytes = loaded.reduce((sum, it) => sum + it.bytes, 0)
    expect(bytes).toBeGreaterThan(1000)
    expect(bytes).toBeLessThanOrEqual(MAX_BYTES)
    await page.close()
  })

  it.each([
    { state: 'light', dark: false },
    { state: 'dark', dark: true },
  ])('has no accessibility fault in any state, $state', async ({ dark }) => {
    const room = await startRoom({ phoneHtml })
    const page = await open(room.url, { dark })
    const reports: string[] = []
    const check = async (state: string) => reports.push(...(await faults(page)).map(it => `${state}: ${it}`))

    await page.getByRole('heading', { name: 'You are in' }).waitFor()
    await check('waiting')
    await room.act('bill', 'open')
    await page.getByRole('button', { name: 'One run' }).waitFor()
    await check('voting')
    await page.getByRole('button', { name: 'One run' }).click()
    await page.getByText('Counted').waitFor()
    await check('counted')
    await room.act('bill', 'close')
    await page.getByText('Voting is closed').waitFor()
    await check('closed')
    await room.act('bill', 'reveal')
    await page.getByText('100 %').waitFor()
    await check('results')
    await room.act('lenses', 'open')
    await page.getByRole('button', { name: 'Send' }).waitFor()
    await check('several')

    expect(reports).toEqual([])
    await page.close()
  })

  it('needs no sideways scrolling at 320 px', async () => {
    const room = await startRoom({ phoneHtml })
    await room.act('bill', 'open')
    const page = await open(room.url, { width: 320 })
    await page.getByRole('button', { name: 'One run' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.close()
  })

  it('takes no other page for a receipt', async () => {
    const room = await startRoom({ phoneHtml })
    await room.act('bill', 'open')
    const page = await open(room.url)
    // What the log-in page of a hall's Wi-Fi answers to everything.
    await page.route('**/ballot', route => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome</h1>' }))
    const portal = page.waitForResponse('**/ballot')
    await page.getByRole('button', { name: 'One run' }).click()
    await portal
    await page.getByText('Sending').waitFor()
    await page.unroute('**/ballot')
    await page.getByText('Counted').waitFor()
    expect((await room.act('bill', 'close')).polls.bill?.answered).toBe(1)
    await page.close()
  })

  it('keeps a half-made choice over a lost link', async () => {
    const first = await startRoom({ phoneHtml })
    await first.act('lenses', 'open')
    const page = await open(first.url)
    await page.getByRole('button', { name: 'Technical' }).click()
    await first.close()
    await page.getByText('Offline').waitFor()
    await startRoom({ phoneHtml, port: first.port, data: `${first.folder}/room`, polls: `${first.folder}/polls.yaml` })
    await page.getByText('Offline').waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { pressed: true }).allTextContents()).toEqual(['Technical'])
    await page.close()
  })

  it('keeps an answer while the server is away and sends it when it is back', async () => {
    const first = await startRoom({ phoneHtml })
    await first.act('bill', 'open')
    const page = await open(first.url)
    await page.getByRole('button', { name: 'One run' }).waitFor()
    await first.close()
    await page.getByText('Offline').waitFor()
    await page.getByRole('button', { name: 'Everything' }).click()
    await page.getByText('Your answer is kept here').waitFor()

    const again = await startRoom({ phoneHtml, port: first.port, data: `${first.folder}/room`, polls: `${first.folder}/polls.yaml` })
    await page.getByText('Counted').waitFor()
    expect((await again.act('bill', 'close')).polls.bill?.answered).toBe(1)
    await page.close()
  })
})

async function faults(page: Page): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in window))
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') })
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return violations.map(it => `${it.id}: ${it.nodes.map(node => node.html).join(' ')}`)
}
