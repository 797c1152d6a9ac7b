import type { Printed } from '../handouts/print.ts'
import { mkdir } from 'node:fs/promises'
import { defineCommand } from 'citty'
import { readExercises } from '../handouts/exercises.ts'
import { fileOf, printHandout, printJobs } from '../handouts/print.ts'
import { launchChromium } from './browser.ts'
import { main } from './cli.ts'
import { freePort, startDeck } from './deckServer.ts'
import { inRoot } from './paths.ts'
import { startProgress } from './progress.ts'

const out = inRoot('dist', 'handouts')

await main(defineCommand({
  meta: { name: 'npm run handouts --', description: 'All handouts in both editions and papers as PDFs, into dist/handouts/.' },
  args: {},
  async run() {
    const jobs = printJobs(readExercises(inRoot('exercises')))
    await mkdir(out, { recursive: true })

    const progress = startProgress(jobs.length + 1, 'starting the deck')
    const browser = await launchChromium()
    const deck = await startDeck({ port: await freePort() }).catch(async (error) => {
      await browser.close()
      throw error
    })
    const printed: Printed[] = []
    const context = await browser.newContext()
    try {
      for (const job of jobs) {
        progress.step(fileOf(job))
        printed.push(await printHandout(context, deck.url, job, out))
      }
    }
    finally {
      progress.stop()
      await browser.close()
      await deck.close()
    }
    const width = Math.max(...printed.map(it => it.file.length))
    for (const { file, bytes, seconds } of printed)
      console.log(`dist/handouts/${file.padEnd(width)}  ${String(Math.round(bytes / 1024)).padStart(4)} KB  ${seconds.toFixed(1)} s`)
  },
}))
