// Prints handouts from a site that is built already. The benchmark times this process.
//
//   node printSite.ts OUT                 the whole kit in both page sizes, checked before as `npm run handouts` does
//   node printSite.ts OUT DECK NAME…      these exercises of another deck, on A4, from its folder `site`

import { join } from 'node:path'
import process from 'node:process'
import { formatError, UsageError } from '../../../src/cli/cli.ts'
import { root } from '../../../src/cli/paths.ts'
import { trackFrom } from '../../../src/cli/trackOption.ts'
import { readExercises } from '../../../src/content/exercises.ts'
import { checkContent } from '../../../src/deck/check/index.ts'
import { chooseJobs, printJobs } from '../../../src/handouts/jobs.ts'
import { contentDate } from '../../../src/handouts/make.ts'
import { writePrinted } from '../../../src/handouts/print.ts'
import { printAll } from '../../../src/handouts/printAll.ts'
import { keptSite, serveSite } from '../../../src/handouts/site.ts'
import { launchChromium } from '../../../src/pdf/browser.ts'

const [out = '', deck, ...names] = process.argv.slice(2)

await print().catch((error) => {
  console.error(formatError(error))
  process.exit(1)
})

async function print(): Promise<void> {
  if (deck === undefined)
    await check()
  const jobs = printJobs(readExercises(join(deck ?? root, 'exercises')))
  const { chosen }
    = deck === undefined ? { chosen: jobs } : chooseJobs(jobs, { names, pageSize: 'a4', edition: 'participant' })
  const folder = deck === undefined ? await keptSite({ track: trackFrom(undefined) }) : join(deck, 'site')
  const [site, browser] = await Promise.all([serveSite(folder), launchChromium()])
  try {
    await printAll(browser, site.url, chosen, { date: contentDate(), author: '' }, printed =>
      writePrinted(printed, out))
  }
  finally {
    await Promise.all([site.close(), browser.close()])
  }
}

async function check(): Promise<void> {
  const { faults } = await checkContent(root)
  if (faults[0] !== undefined)
    throw new UsageError(faults[0])
}
