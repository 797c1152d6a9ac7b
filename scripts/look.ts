import type { Browser, BrowserContext } from 'playwright-chromium'
import type { PrintJob } from '../handouts/print.ts'
import type { Picture, SheetOptions } from './contactSheet.ts'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { defineCommand } from 'citty'
import { readExercises } from '../handouts/exercises.ts'
import { fileOf, printHandout, printJobs } from '../handouts/print.ts'
import { main } from './cli.ts'
import { contactSheet } from './contactSheet.ts'
import { withDeckInBrowser } from './deckInBrowser.ts'
import { inRoot } from './paths.ts'
import { startProgress } from './progress.ts'
import { openDeck, slidePictures } from './slidePictures.ts'

const PER_SHEET = 9
const out = inRoot('dist', 'look')

await main(defineCommand({
  meta: { name: 'npm run look --', description: 'Contact sheets of all slides in their last click state and of all handout pages, into dist/look/.' },
  args: {
    dark: { type: 'boolean', description: 'Slides in dark colours' },
  },
  async run({ args }) {
    const jobs = printJobs(readExercises(inRoot('exercises')))
    await mkdir(out, { recursive: true })
    await withDeckInBrowser(async ({ browser, url }) => {
      const { page, total } = await openDeck(browser, url, { dark: args.dark ?? false })
      const progress = startProgress(total + jobs.length, 'slide 1')
      try {
        const slides = await slidePictures(page, total, it => progress.step(it))
        await writeSheets(browser, slides, args.dark ? 'slides-dark' : 'slides', { columns: 3, width: 640 })
        const handouts = await handoutPictures(await browser.newContext(), url, jobs, it => progress.step(it))
        await writeSheets(browser, handouts, 'handouts', { columns: 4, width: 480 })
      }
      finally {
        progress.stop()
      }
    })
  },
}))

async function writeSheets(browser: Browser, pictures: Picture[], name: string, options: SheetOptions): Promise<void> {
  for (let i = 0; i < pictures.length; i += PER_SHEET) {
    const file = `${name}-${1 + i / PER_SHEET}.png`
    await writeFile(join(out, file), await contactSheet(browser, pictures.slice(i, i + PER_SHEET), options))
    console.log(`dist/look/${file}`)
  }
}

/** Every page of every handout, as the printed PDF has it. */
async function handoutPictures(context: BrowserContext, deckUrl: string, jobs: PrintJob[], onHandout: (label: string) => void): Promise<Picture[]> {
  const folder = await mkdtemp(join(tmpdir(), 'look-'))
  const pictures: Picture[] = []
  try {
    for (const job of jobs) {
      const name = fileOf(job).replace('.pdf', '')
      await printHandout(context, deckUrl, job, folder)
      await promisify(execFile)('pdftoppm', ['-r', '96', '-png', join(folder, `${name}.pdf`), join(folder, name)])
      const pages = (await readdir(folder)).filter(it => it.startsWith(`${name}-`) && it.endsWith('.png')).sort()
      for (const file of pages)
        pictures.push({ label: file.replace('.png', ''), png: await readFile(join(folder, file)) })
      onHandout(name)
    }
  }
  finally {
    await rm(folder, { recursive: true })
  }
  return pictures
}
