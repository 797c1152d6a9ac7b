import type { Browser } from 'playwright-chromium'
import type { PrintJob } from './jobs.ts'
import type { Printed, PrintOptions } from './print.ts'
import { printHandout } from './print.ts'

/** Pages that print side by side: one draws while the other is written. */
const AT_ONCE = 2

/**
 * Prints some handouts, each given away as soon as it is done.
 *
 * @param browser a warm Chromium
 * @param url where the deck with its handouts is served
 * @throws {import('./print.ts').PrintError} of the first that fails; what was given away before stays
 */
export async function printAll(
  browser: Browser,
  url: string,
  jobs: PrintJob[],
  options: PrintOptions,
  give: (printed: Printed, job: PrintJob) => Promise<void>,
): Promise<void> {
  // Both papers of a handout are printed from one drawing of it.
  const waiting = [...Map.groupBy(jobs, job => job.route).values()]
  const work = async () => {
    // In a process of its own: pages of one context wait for each other.
    const page = await browser.newPage()
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      for (const job of next) {
        const printed = await printHandout(page, url, job, options).catch((error) => {
          waiting.length = 0
          throw error
        })
        await give(printed, job)
      }
    }
    await page.close()
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
  const failed = ended.find(result => result.status === 'rejected')
  if (failed)
    throw failed.reason
}
