import type { Extent } from '../content/tracks.ts'
import type { PrintJob } from './jobs.ts'
import type { Printed } from './print.ts'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inRoot, root } from '../cli/paths.ts'
import { startProgress } from '../cli/progress.ts'
import { readLedger } from '../content/ledger.ts'
import { readDeck } from '../deck/deck.ts'
import { launchChromium } from '../pdf/browser.ts'
import { fileOf } from './jobs.ts'
import { isPrinted, jobHash, readManifest, sha256, writeManifest } from './manifest.ts'
import { writePrinted } from './print.ts'
import { printAll } from './printAll.ts'
import { buildSite, isBuilt, serveSite } from './site.ts'

export const OUT = inRoot('dist', 'handouts')

/** A handout in `dist/handouts/`. */
export interface Made {
  file: string
  pages: number
  bytes: number
  /** Undefined where it was there already, unchanged. */
  seconds: number | undefined
}

/**
 * Sees to it that `dist/handouts/` has these handouts as they are now: prints those that changed, and builds what they
 * are printed from where it is not built yet.
 *
 * @param track whose slides stand in the handouts of slides
 * @returns one for each job, in their order
 */
export async function makeHandouts(jobs: PrintJob[], track: Extent): Promise<Made[]> {
  await mkdir(OUT, { recursive: true })
  const manifest = await readManifest(OUT)
  // Which slides there are is the track's; nothing else depends on it.
  const hashes = new Map(jobs.map(job => [job, jobHash(root, job, ...job.shows.includes('pages') ? [track] : [])]))
  const seconds = new Map<string, number>()
  const due = jobs.filter(job => !isPrinted(OUT, job, manifest, hashes.get(job) ?? ''))
  if (due.length > 0) {
    await print(due, track, async (printed, job) => {
      const { file, pdf, pages } = printed
      await writePrinted(printed, OUT)
      manifest[file] = { from: hashes.get(job) ?? '', is: sha256(pdf), pages, bytes: pdf.length }
      writeManifest(OUT, manifest)
      seconds.set(file, printed.seconds)
    })
  }
  return jobs
    .map(fileOf)
    .map(file => ({
      file,
      pages: manifest[file]?.pages ?? 0,
      bytes: manifest[file]?.bytes ?? 0,
      seconds: seconds.get(file),
    }))
}

async function print(
  jobs: PrintJob[],
  track: Extent,
  keep: (printed: Printed, job: PrintJob) => Promise<void>,
): Promise<void> {
  const build = !isBuilt(track)
  const progress = startProgress(
    jobs.length + Number(build),
    build ? 'the deck is built for printing' : 'Chromium starts',
  )
  try {
    if (build) {
      await buildSite(track)
      progress.step('Chromium starts')
    }
    const [site, browser, { headmatter }] = await Promise.all([serveSite(), launchChromium(), readDeck(root)])
    try {
      await printAll(
        browser,
        site.url,
        jobs,
        { date: contentDate(), author: String(headmatter.author ?? '') },
        async (printed, job) => {
          await keep(printed, job)
          progress.step(printed.file.replace('.pdf', ''))
        },
      )
    }
    finally {
      await Promise.all([site.close(), browser.close()])
    }
  }
  finally {
    progress.stop()
  }
}

/** The latest date for which a claim of the ledger holds. */
export function contentDate(): Date {
  const { claims } = readLedger(inRoot('evidence'))
  return new Date(Object.values(claims).map(claim => claim.asOf).sort().at(-1) ?? 0)
}

/**
 * Takes away handouts of an exercise that is no more, which nobody is to hand out. What somebody else put there stays.
 */
export async function deleteStrangers(jobs: PrintJob[], folder = OUT): Promise<void> {
  const files = new Set(jobs.map(fileOf))
  const manifest = await readManifest(folder)
  const strangers = Object.keys(manifest).filter(key => !files.has(key))
  for (const file of strangers)
    await rm(join(folder, file), { force: true })
  if (strangers.length > 0)
    writeManifest(folder, Object.fromEntries(Object.entries(manifest).filter(([file]) => files.has(file))))
}
