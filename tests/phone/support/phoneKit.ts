import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-chromium'
import type { AtEnd } from '../../room/support/testRoom.ts'
import axe from 'axe-core'
import { onTestFinished } from 'vitest'

/** What the narrowest phone has. */
export const NARROW = { width: 320, height: 640 }

/** A page with a cookie of its own, as on a phone. */
export async function openPhone(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  atEnd: AtEnd = onTestFinished,
): Promise<Page> {
  const context = await browser.newContext({ viewport: NARROW, hasTouch: true, ...options })
  atEnd(() => context.close())
  const page = await context.newPage()
  await page.addInitScript(listen)
  await page.goto(url)
  return page
}

/** Runs in the page: notes what a screen reader is told by live regions. */
function listen(): void {
  const told: string[] = (globalThis as unknown as { told: string[] }).told = []
  new MutationObserver(changes => changes.forEach(({ target }) => {
    const element = target instanceof Element ? target : target.parentElement
    // A status is told as a whole, any other region by what changes in it.
    const part = element?.closest('[role="status"]') ?? (element?.closest('[aria-live]') && target)
    const text = part?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    if (text !== '' && text !== told.at(-1))
      told.push(text)
  })).observe(document, { subtree: true, childList: true, characterData: true })
}

/** What live regions have said since the page was loaded. */
export async function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { told: string[] }).told)
}

/**
 * Everything that is wrong with the page as it stands: against WCAG 2.2 AA in both colour schemes, in what fits at this
 * width with text of normal and of double size, and in what a thumb hits.
 *
 * @returns one line a fault
 */
export async function phoneFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis)))
    await page.evaluate(axe.source)
  const light = await page.evaluate(axeFaults, {
    type: 'tag' as const,
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  })
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await page.evaluate(axeFaults, { type: 'rule' as const, values: ['color-contrast'] })
  await page.emulateMedia({ colorScheme: 'light' })
  const fit = await page.evaluate(misfits)
  await page.evaluate(() => document.documentElement.style.fontSize = '200%')
  const large = await page.evaluate(misfits)
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  return [...light, ...dark.map(text => `dark: ${text}`), ...fit, ...large.map(text => `large text: ${text}`)]
}

/** Runs in the page. */
async function axeFaults(runOnly: { type: 'tag' | 'rule', values: string[] }): Promise<string[]> {
  const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
    runOnly,
    resultTypes: ['violations'],
  })
  return violations.map(violation => `${violation.id}: ${violation.nodes.map(node => node.html).join(' ')}`)
}

/**
 * Runs in the page: what is wider than its place, short words that break, targets smaller than a fingertip, 44 pixels,
 * and a status that stays over much of the screen.
 */
function misfits(): string[] {
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 30)}”`
  const all = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(element => element.getClientRects().length > 0)
  const texts = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT)
  const broken: string[] = []
  while (texts.nextNode()) {
    const node = texts.currentNode as Text
    for (const { 0: word, index } of node.data.matchAll(/(?<!\S)\S{1,8}(?!\S)/g)) {
      // Chinese and Japanese have no spaces: a line ends where it is full.
      if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word))
        continue
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      if (new Set([...range.getClientRects()].map(clientRect => clientRect.top)).size > 1)
        broken.push(`“${word}” breaks`)
    }
  }
  const { scrollWidth, clientWidth, scrollHeight } = document.documentElement
  const { height, bottom } = document.querySelector('.status')?.getBoundingClientRect() ?? new DOMRect()
  const isHeld = bottom <= innerHeight + 1 && scrollY + innerHeight < scrollHeight - 1
  return [
    ...(isHeld && height > innerHeight / 4 ? [`the status covers ${Math.round(height)} pixels`] : []),
    ...broken,
    ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} pixels wide`] : []),
    ...all('h1, p:not(.sr-only), button, li, dl div')
      .filter(element => element.scrollWidth > element.clientWidth + 1)
      .map(element => `${name(element)} overflows`),
    ...all('button, input, textarea').flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      return Math.min(width, height) < 44
        ? [`${name(element)} is ${Math.round(width)} × ${Math.round(height)} pixels`]
        : []
    }),
  ]
}

/** Goes on with the Tab key until an element has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate(element => element === document.activeElement))
      return
  }
  throw new Error(`The Tab key does not come to ${target.toString()}.`)
}
