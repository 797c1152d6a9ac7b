import type { Printed } from '../handouts/print.ts'
import { mkdir } from 'node:fs/promises'
import { defineCommand } from 'citty'
import { readExercises } from '../handouts/exercises.ts'
import { fileOf, printHandout, printJobs } from '../handouts/print.ts'
import { main } from './cli.ts'
import { withDeckInBrowser } from './deckInBrowser.ts'
import { inRoot } from './paths.ts'
import { startProgress } from './progress.ts'

const out = inRoot('dist', 'handouts')

await main(defineCommand({
  meta: { name: 'npm run handouts --', description: 'All handouts in both editions and papers as PDFs, into dist/handouts/.' },
  args: {},
  async run() {
    const jobs = printJobs(readExercises(inRoot('exercises')))
    await mkdir(out, { recursive: true })

    const printed = await withDeckInBrowser(async ({ browser, url }) => {
      const context = await browser.newContext()
      const progress = startProgress(jobs.length, jobs[0] ? fileOf(jobs[0]) : '')
      try {
        const done: Printed[] = []
        for (const job of jobs) {
          done.push(await printHandout(context, url, job, out))
          progress.step(fileOf(job))
        }
        return done
      }
      finally {
        progress.stop()
      }
    })
    const width = Math.max(...printed.map(it => it.file.length))
    for (const { file, bytes, seconds } of printed)
      console.log(`dist/handouts/${file.padEnd(width)}  ${String(Math.round(bytes / 1024)).padStart(4)} KB  ${seconds.toFixed(1)} s`)
  },
}))
