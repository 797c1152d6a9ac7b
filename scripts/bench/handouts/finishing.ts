import type { Unfinished } from '../../../src/handouts/print.ts'
import process from 'node:process'
import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import { inRoot } from '../../../src/cli/paths.ts'
import { trackFrom } from '../../../src/cli/trackOption.ts'
import { readExercises } from '../../../src/content/exercises.ts'
import { printJobs } from '../../../src/handouts/jobs.ts'
import { contentDate } from '../../../src/handouts/make.ts'
import { printUnfinished } from '../../../src/handouts/print.ts'
import { keptSite, serveSite } from '../../../src/handouts/site.ts'
import { launchChromium } from '../../../src/pdf/browser.ts'
import { finishPdf } from '../../../src/pdf/index.ts'

/** Processor time, in milliseconds, to go over the whole kit once. */
export interface FinishingRound {
  pages: number
  /** To read each print and write it again, by the library that finishing builds on. */
  copied: number
  finished: number
}

/** The whole kit as Chromium prints it, from a site that is built already. */
export async function printKitUnfinished(): Promise<Unfinished[]> {
  const folder = await keptSite({ track: trackFrom(undefined) })
  const [site, browser] = await Promise.all([serveSite(folder), launchChromium()])
  try {
    const page = await browser.newPage()
    const prints: Unfinished[] = []
    for (const job of printJobs(readExercises(inRoot('exercises'))))
      prints.push(await printUnfinished(page, site.url, job))
    return prints
  }
  finally {
    await Promise.all([site.close(), browser.close()])
  }
}

/**
 * Times the finishing of prints, each beside a plain copy of it: what else the machine does then slows both. The first
 * round includes what is made once in a process, such as the font of fields and compiled code.
 */
export async function timeFinishing(prints: Unfinished[], rounds: number): Promise<FinishingRound[]> {
  const options = { date: contentDate(), author: '' }
  const taken: FinishingRound[] = []
  for (let i = 0; i < rounds; i++) {
    const round: FinishingRound = { pages: 0, copied: 0, finished: 0 }
    for (const { pdf, facts } of prints) {
      round.copied += await processorTime(() => copy(pdf))
      round.finished += await processorTime(async () => {
        round.pages += (await finishPdf(pdf, { ...facts, ...options })).pages
      })
    }
    taken.push(round)
  }
  return taken
}

async function copy(pdf: Uint8Array): Promise<void> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  await document.save()
}

async function processorTime(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
