import type { Browser } from 'playwright-chromium'
import type { PrintJob } from './jobs.ts'
import type { Printed, PrintOptions } from './print.ts'
import { PrintError, printHandout } from './print.ts'

/** Pages that print side by side: one is drawn while the other is finished. */
const CONCURRENT_PAGES = 2

/**
 * Prints handouts.
 *
 * @param browser a running Chromium
 * @param url where the deck with its handouts is served
 * @param onPrinted is called with each handout as soon as it is printed
 * @throws {import('./print.ts').PrintError} of the first that fails
 */
export async function printAll(
  browser: Browser,
  url: string,
  jobs: PrintJob[],
  options: PrintOptions,
  onPrinted: (printed: Printed, job: PrintJob) => Promise<void>,
): Promise<void> {
  // Both page sizes of a handout are printed from one drawing of it.
  const waiting = [...Map.groupBy(jobs, job => job.route).values()]
  const work = async () => {
    // In a context of its own, which has a process of its own: pages of one context wait for each other.
    const page = await browser.newPage()
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      for (const job of next) {
        const printed = await printHandout(page, url, job, options).catch((error) => {
          waiting.length = 0
          throw error
        })
        await onPrinted(printed, job)
      }
    }
    await page.close()
  }
  // Of a browser that ends in the middle, some calls to a page are never answered.
  const gone = new Promise<never>((_, reject) => browser.once('disconnected', () => reject(
    new PrintError('Chromium stopped while printing, perhaps for want of memory; run the command again.'),
  )))
  const all = Promise.allSettled(Array.from({ length: CONCURRENT_PAGES }, work))
  const ended = await Promise.race([all, gone])
  const failed = ended.find(result => result.status === 'rejected')
  if (failed)
    throw failed.reason
}
