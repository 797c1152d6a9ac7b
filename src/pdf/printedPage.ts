import type { Page } from 'playwright-chromium'
import type { FinishOptions } from './index.ts'

/** What a page says of itself, which the print of it no longer tells. */
export type PageFacts = Pick<FinishOptions, 'title' | 'language' | 'headings' | 'words' | 'linkWords'>

/** Lays the page out for print, where it may use sizes and weights of fonts that are not loaded yet. */
export async function layOutForPrint(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(async () => {
    document.body.getBoundingClientRect()
    await document.fonts.ready
  })
}

/**
 * Reads from a page what the finishing of its print needs.
 *
 * @param page that is laid out for print
 */
export async function readPageFacts(page: Page): Promise<PageFacts> {
  const { links, ...facts } = await page.evaluate(() => ({
    title: document.title,
    language: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter(element => element.checkVisibility() && !element.closest('[aria-hidden="true"]'))
      .map(element => element.textContent.replace(/\s+/g, ' ').trim()),
    // A line break within a paragraph is a space only in the one, a drawing has words only in the other.
    // eslint-disable-next-line unicorn/prefer-dom-node-text-content
    words: `${document.body.innerText}\n${document.body.textContent}`,
    links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(
      element =>
        [
          element.getAttribute('href')?.startsWith('#') ? element.hash : element.href,
          element.textContent.trim(),
        ] as const,
    ),
  }))
  return { ...facts, linkWords: new Map(links) }
}
