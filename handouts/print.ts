import type { BrowserContext } from 'playwright-chromium'
import type { Edition } from './editions.ts'
import type { Exercise } from './exercises.ts'
import type { Paper } from './paper.ts'
import { rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EDITIONS } from './editions.ts'
import { PAPERS } from './paper.ts'

/** A handout could not be printed; the message names it and says what to mend. */
export class PrintError extends Error {
  override name = 'PrintError'
}

export interface PrintJob {
  exercise: Exercise
  edition: Edition
  paper: Paper
}

/** Every exercise in both editions and papers. */
export function printJobs(exercises: Exercise[]): PrintJob[] {
  return exercises.flatMap(exercise => EDITIONS.flatMap(edition => PAPERS.map(paper => ({ exercise, edition, paper }))))
}

export interface Printed {
  file: string
  bytes: number
  seconds: number
}

export function fileOf({ exercise, edition, paper }: PrintJob): string {
  return `${exercise.slug}-${edition}-${paper}.pdf`
}

/**
 * Prints one handout from the running deck as a tagged PDF with title, language and outline.
 * Written aside and renamed, so that a failure leaves the earlier file as it was.
 *
 * @param browser a warm Chromium; pages of one context share what they have loaded
 * @param deckUrl where Slidev's dev server runs
 * @param folder where the PDF goes
 * @throws {PrintError} when the page does not draw
 */
export async function printHandout(browser: BrowserContext, deckUrl: string, job: PrintJob, folder: string): Promise<Printed> {
  const start = performance.now()
  const { exercise, edition, paper } = job
  const file = fileOf(job)
  const page = await browser.newPage()
  try {
    await page.goto(`${deckUrl}/handouts/${exercise.slug}/${edition}?paper=${paper}`)
    const state = await page.waitForFunction(() => document.documentElement.dataset.handout).then(it => it.jsonValue())
    if (state !== 'ready')
      throw new PrintError(`exercises/${exercise.slug}: the ${edition} edition cannot be drawn (${state}); open /handouts/${exercise.slug}/${edition} in the running deck to see where.`)
    // Mermaid draws into a shadow root after its own module has come, pictures come when they come: no gap may be printed for either.
    await page.waitForFunction(() => [...document.querySelectorAll('.mermaid')].every(it => it.shadowRoot?.querySelector('svg'))
      && [...document.images].every(it => it.complete && it.naturalWidth > 0)).catch(() => {
      throw new PrintError(`exercises/${exercise.slug}: a diagram or picture of the ${edition} edition cannot be drawn; open /handouts/${exercise.slug}/${edition} in the running deck to see which.`)
    })
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true })
    const path = join(folder, file)
    await writeFile(`${path}.part`, pdf)
    await rename(`${path}.part`, path)
    return { file, bytes: (await stat(path)).size, seconds: (performance.now() - start) / 1000 }
  }
  finally {
    await page.close()
  }
}
