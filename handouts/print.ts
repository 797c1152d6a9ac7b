import type { BrowserContext } from 'playwright-chromium'
import type { Exercise } from './exercises.ts'
import type { Paper } from './paper.ts'
import { rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EDITIONS, SOURCE_OF } from './editions.ts'
import { PAPERS } from './paper.ts'

/** A handout could not be printed; the message names it and says what to mend. */
export class PrintError extends Error {
  override name = 'PrintError'
}

/** One PDF: a page of the running deck on one paper. */
export interface PrintJob {
  /** The file's name, before paper and ending. */
  name: string
  /** Address of its preview. */
  route: string
  /** What an author mends when it cannot be drawn. */
  source: string
  paper: Paper
}

/** Every exercise in both editions, then the ballot slips, in both papers. */
export function printJobs(exercises: Exercise[]): PrintJob[] {
  const sheets = exercises.flatMap(({ slug }) => EDITIONS.map(edition =>
    ({ name: `${slug}-${edition}`, route: `/handouts/${slug}/${edition}`, source: `exercises/${slug}/${SOURCE_OF[edition]}` })))
  const slips = { name: 'ballot-slips', route: '/handouts/ballot-slips', source: 'polls.yaml' }
  return [...sheets, slips].flatMap(it => PAPERS.map(paper => ({ ...it, paper })))
}

export interface Printed {
  file: string
  bytes: number
  seconds: number
}

export function fileOf({ name, paper }: Pick<PrintJob, 'name' | 'paper'>): string {
  return `${name}-${paper}.pdf`
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
  const { route, source, paper } = job
  const file = fileOf(job)
  const page = await browser.newPage()
  try {
    await page.goto(`${deckUrl}${route}?paper=${paper}`)
    const state = await page.waitForFunction(() => document.documentElement.dataset.handout).then(it => it.jsonValue())
    if (state !== 'ready')
      throw new PrintError(`${source}: cannot be drawn as a handout (${state}); open ${route} in the running deck to see where.`)
    // Mermaid draws into a shadow root after its own module has come, pictures come when they come: no gap may be printed for either.
    await page.waitForFunction(() => [...document.querySelectorAll('.mermaid')].every(it => it.shadowRoot?.querySelector('svg'))
      && [...document.images].every(it => it.complete && it.naturalWidth > 0)).catch(() => {
      throw new PrintError(`${source}: a diagram or picture of the handout cannot be drawn; open ${route} in the running deck to see which.`)
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
