import type { Extent } from '../content/tracks.ts'
import type { PrintJob } from './jobs.ts'
import type { Printed } from './print.ts'
import { globSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inRoot, root } from '../cli/paths.ts'
import { startProgress } from '../cli/progress.ts'
import { sha256 } from '../cli/treeHash.ts'
import { orWriteFault } from '../cli/writeFault.ts'
import { readLedger } from '../content/ledger.ts'
import { readDeck } from '../deck/deck.ts'
import { handedSwap } from '../deck/swapped.ts'
import { launchChromium } from '../pdf/browser.ts'
import { fileOf } from './jobs.ts'
import { isPrinted, jobHash, readManifest, writeManifest } from './manifest.ts'
import { MAKE_ROOM, OUT } from './outFolder.ts'
import { writePrinted } from './print.ts'
import { printAll } from './printAll.ts'
import { keptSite, serveSite } from './site.ts'

/** A handout in `dist/handouts/`. */
export interface Made {
  file: string
  pages: number
  bytes: number
  /** Undefined where the file was up to date. */
  seconds: number | undefined
}

/**
 * Brings these handouts in `dist/handouts/` up to date: prints those whose input changed, and builds the site that they
 * are printed from where it is out of date.
 *
 * @param track whose slides the handouts of slides show
 * @returns one entry for each job, in their order
 */
export async function makeHandouts(jobs: PrintJob[], track: Extent): Promise<Made[]> {
  await orWriteFault(OUT, MAKE_ROOM, async () => {
    await mkdir(OUT, { recursive: true })
    // Left by a run that was killed.
    for (const file of globSync('*.part', { cwd: OUT }))
      await rm(join(OUT, file), { recursive: true, force: true })
  })
  const manifest = await readManifest(OUT)
  const hashes = new Map(jobs.map(job => [job, jobHash(root, job, ...tracked(job, track))]))
  const seconds = new Map<string, number>()
  const due = jobs.filter(job => !isPrinted(OUT, job, manifest, hashes.get(job) ?? ''))
  if (due.length > 0) {
    await print(due, track, async (printed, job) => {
      const { file, pdf, pages } = printed
      await writePrinted(printed, OUT)
      manifest[file] = {
        inputHash: hashes.get(job) ?? '',
        outputHash: sha256(pdf),
        pages,
        bytes: pdf.length,
      }
      await writeManifest(OUT, manifest)
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

/** What a handout depends on beside its files: the track decides which slides there are, a swap which exercises. */
function tracked({ shows }: PrintJob, track: Extent): string[] {
  const swap = handedSwap()
  return [...shows.includes('pages') ? [track] : [], ...swap ? [JSON.stringify(swap)] : []]
}

async function print(
  jobs: PrintJob[],
  track: Extent,
  keep: (printed: Printed, job: PrintJob) => Promise<void>,
): Promise<void> {
  const progress = startProgress(jobs.length + 1, 'the deck is built for printing, where it has changed')
  try {
    const folder = await keptSite({ track })
    progress.step('Chromium starts')
    const [site, browser, { headmatter }] = await Promise.all([serveSite(folder), launchChromium(), readDeck(root)])
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

/** The date of the content: the latest as-of date of a claim. */
export function contentDate(): Date {
  const { claims } = readLedger(inRoot('evidence'))
  return new Date(Object.values(claims).map(claim => claim.asOf).sort().at(-1) ?? 0)
}

/**
 * Deletes handouts of exercises that no longer exist, so that nobody hands them out. Files that were not printed from
 * here stay.
 */
export async function deleteStale(jobs: PrintJob[], folder = OUT): Promise<void> {
  const files = new Set(jobs.map(fileOf))
  const manifest = await readManifest(folder)
  const stale = Object.keys(manifest).filter(key => !files.has(key))
  for (const file of stale)
    await rm(join(folder, file), { force: true })
  if (stale.length > 0)
    await writeManifest(folder, Object.fromEntries(Object.entries(manifest).filter(([file]) => files.has(file))))
}
