import type { Browser } from 'playwright-chromium'
import type { Made } from '../src/handouts/make.ts'
import type { Picture, SheetOptions } from './look/contactSheet.ts'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { defineCommand } from 'citty'
import { main, UsageError } from '../src/cli/cli.ts'
import { inRoot } from '../src/cli/paths.ts'
import { startProgress } from '../src/cli/progress.ts'
import { trackFrom } from '../src/cli/trackOption.ts'
import { readExercises } from '../src/content/exercises.ts'
import { printJobs } from '../src/handouts/jobs.ts'
import { makeHandouts } from '../src/handouts/make.ts'
import { oneAtATime } from '../src/handouts/oneAtATime.ts'
import { OUT } from '../src/handouts/outFolder.ts'
import { launchChromium } from '../src/pdf/browser.ts'
import { contactSheet } from './look/contactSheet.ts'
import { withDeckInBrowser } from './look/deckInBrowser.ts'
import { livePictures } from './look/livePictures.ts'
import { phonePictures } from './look/phonePictures.ts'
import { openDeck, slidePictures } from './look/slidePictures.ts'

const STATES = { columns: 3, width: 640, perSheet: 9 }
const THUMBS = { columns: 8, width: 240 }
const PHONES = { columns: 5, width: 300, perSheet: 15 }
const PAGES = { columns: 4, width: 480, perSheet: 8 }
const out = inRoot('dist', 'look')
/** Where no room answers: the states of the polls do not come from one. */
const NO_ROOM = 'http://127.0.0.1:9'

await main(
  defineCommand({
    meta: {
      name: 'npm run look --',
      description: 'Contact sheets of every click state of every slide and of all handout pages, into dist/look/.',
    },
    args: {
      dark: { type: 'boolean', description: 'Slides in dark colours' },
      slide: {
        type: 'string',
        description: 'Only this slide of the whole deck (--track all), or a range such as 10-14; no handouts',
      },
      last: { type: 'boolean', description: 'Only the last click state of each slide' },
      thumbs: {
        type: 'boolean',
        description: 'One sheet of last click states as small as in an overview, and no handouts',
      },
      live: { type: 'string', description: 'Polls on the wall with a rehearsed room: their ids, curve, or all' },
      motion: { type: 'boolean', description: 'With --live: what moves, frame by frame' },
      people: { type: 'string', default: '200', description: 'How many are in the rehearsed room' },
      phones: { type: 'string', description: 'A phone in such a room: ids of polls, or all' },
      size: { type: 'string', description: 'Of the wall (980x552) or the phone (390x844)' },
      language: { type: 'string', description: 'With --phones: what the phone speaks, such as de' },
    },
    async run({ args }) {
      if (args.live !== undefined)
        return lookLive('wall', args.live, args)
      if (args.phones !== undefined)
        return lookLive('phone', args.phones, args)
      const range = rangeOf(args.slide)
      const whole = range === undefined && !args.thumbs
      const lastOnly = args.last || args.thumbs
      const folder = args.dark ? 'slides-dark' : 'slides'
      const made = whole
        ? await oneAtATime(() => makeHandouts(printJobs(readExercises(inRoot('exercises'))), trackFrom(undefined)))
        : []
      await withDeckInBrowser(async ({ browser, url }) => {
        const { page, total } = await openDeck(browser, url, { dark: args.dark ?? false })
        const [first, last] = range ?? [1, total]
        if (last > total)
          throw new UsageError(`--slide is "${args.slide}"; the deck has ${total} slides.`)
        const progress = startProgress(last - first + 1, `slide ${first}`)
        try {
          const slides = await slidePictures(page, {
            slides: [first, last],
            lastOnly,
            onSlide: no => progress.step(no < last ? `slide ${no + 1}` : 'sheets'),
          })
          if (whole)
            await rm(join(out, folder), { recursive: true, force: true })
          await writeSingles(slides, folder)
          const name = [folder, range?.join('-'), args.thumbs ? 'thumbs' : lastOnly ? 'last' : undefined]
            .filter(Boolean)
            .join('-')
          await writeSheets(browser, slides, name, args.thumbs ? { ...THUMBS, perSheet: slides.length } : STATES)
          if (made.length > 0)
            await writeSheets(browser, await handoutPictures(made), 'handouts', PAGES)
        }
        finally {
          progress.stop()
        }
      })
    },
  }),
)

interface LiveArgs {
  people: string
  size?: string | undefined
  dark?: boolean | undefined
  motion?: boolean | undefined
  language?: string | undefined
}

/**
 * Contact sheets of the wall, or of a phone, in every state of these polls.
 *
 * @param ids of the polls, with commas, or `all`
 */
async function lookLive(where: 'wall' | 'phone', ids: string, args: LiveArgs): Promise<void> {
  const size = args.size ?? (where === 'wall' ? '980x552' : '390x844')
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(size) ?? []
  const people = Number(args.people)
  if (!width || !height)
    throw new UsageError(`--size is "${size}"; write width and height in px, such as 1024x768.`)
  if (!(Number.isInteger(people) && people >= 0 && people <= 1000))
    throw new UsageError(`--people is "${args.people}"; it must be a number from 0 to 1000.`)
  const options = {
    size: { width: Number(width), height: Number(height) },
    dark: args.dark ?? false,
    people,
    only: ids === 'all' || ids === '' ? undefined : ids.split(','),
    motion: args.motion ?? false,
    language: args.language,
  }
  const more = [args.dark && 'dark', args.motion && 'motion', args.language]
  const name = [where === 'wall' ? 'live' : 'phone', size, people, ...more].filter(Boolean).join('-')
  const write = async (browser: Browser, pictures: Picture[], sheet: SheetOptions & { perSheet: number }) => {
    await writeSingles(pictures, name)
    await writeSheets(browser, pictures, name, sheet)
  }
  if (where === 'wall') {
    return withDeckInBrowser(async ({ browser, url }) =>
      write(browser, await livePictures(browser, url, options), STATES), { track: 'all', roomUrl: NO_ROOM })
  }
  const browser = await launchChromium()
  try {
    await write(browser, await phonePictures(browser, options), PHONES)
  }
  finally {
    await browser.close()
  }
}

/** First and last slide of `12` or `10-14`. */
function rangeOf(text: string | undefined): [number, number] | undefined {
  if (text === undefined)
    return
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? []
  if (!(Number(first) >= 1 && Number(last) >= Number(first)))
    throw new UsageError(`--slide is "${text}"; it must be the number of a slide, or a range such as 10-14.`)
  return [Number(first), Number(last)]
}

/** `12-3.png` is slide 12 after three clicks. */
async function writeSingles(pictures: Picture[], folder: string): Promise<void> {
  await mkdir(join(out, folder), { recursive: true })
  await Promise.all(
    pictures.map(({ label, png }) =>
      writeFile(join(out, folder, `${label.replace(/[. ]/g, '-').padStart(4, '0')}.png`), png),
    ),
  )
  console.log(`dist/look/${folder}/`)
}

async function writeSheets(
  browser: Browser,
  pictures: Picture[],
  name: string,
  { perSheet, ...options }: SheetOptions & { perSheet: number },
): Promise<void> {
  // Deletes the sheets of an earlier run, which may have made more of them.
  for (const file of await readdir(out)) {
    if (file.startsWith(`${name}-`) && /^\d+\.png$/.test(file.slice(name.length + 1)))
      await rm(join(out, file))
  }
  for (let i = 0; i < pictures.length; i += perSheet) {
    const file = `${name}-${1 + i / perSheet}.png`
    await writeFile(join(out, file), await contactSheet(browser, pictures.slice(i, i + perSheet), options))
    console.log(`dist/look/${file}`)
  }
}

/** Every page of every handout, as the printed PDF has it. */
async function handoutPictures(made: Made[]): Promise<Picture[]> {
  const folder = await mkdtemp(join(tmpdir(), 'look-'))
  const pictures: Picture[] = []
  try {
    for (const { file } of made) {
      const name = file.replace('.pdf', '')
      await promisify(execFile)('pdftoppm', ['-r', '96', '-png', join(OUT, file), join(folder, name)])
      const pages = (await readdir(folder)).filter(page => page.startsWith(`${name}-`) && page.endsWith('.png')).sort()
      for (const page of pages)
        pictures.push({ label: page.replace('.png', ''), png: await readFile(join(folder, page)) })
    }
  }
  finally {
    await rm(folder, { recursive: true })
  }
  return pictures
}
