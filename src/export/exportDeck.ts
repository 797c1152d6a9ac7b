import type { Browser } from 'playwright-chromium'
import type { Extent } from '../content/tracks.ts'
import type { ReadDeck } from '../deck/deck.ts'
import type { Format } from './formats.ts'
import type { FileFacts, OpenedDeck } from './printedPages.ts'
import { access, constants, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseAspectRatio } from '@slidev/parser/utils'
import { UsageError } from '../cli/cli.ts'
import { root } from '../cli/paths.ts'
import { writeAside } from '../cli/writeAside.ts'
import { readDeck, slidesOf } from '../deck/deck.ts'
import { contentDate } from '../handouts/make.ts'
import { keptSite, serveSite } from '../handouts/site.ts'
import { isCrash, launchChromium } from '../pdf/browser.ts'
import { archiveOf } from './archive.ts'
import { FORMATS } from './formats.ts'
import { openSlides, pictureSlides, printSlides } from './printedPages.ts'
import { parseRange } from './range.ts'
import { outlineOf } from './sections.ts'

export interface ExportOptions {
  formats: Format[]
  track: Extent
  /** Such as `1,4-6`; undefined for all slides. */
  range: string | undefined
  withClicks: boolean
  /** In dark colours, but for the notes, which are for paper. */
  dark: boolean
  /** File of a session's results, which the slides of polls then show. */
  results: string | undefined
  /** Folder to write to. */
  out: string
  /** Told what comes next. */
  onStep: (what: string) => void
}

/** A file that was written. */
export interface Exported {
  file: string
  bytes: number
  /** Of a PDF, slides of the others. */
  pages: number
}

interface Made {
  content: Uint8Array
  pages: number
}

const ADVICE = 'name another folder with --out'

/**
 * Exports the deck. All files are made before the first one is written, and each is there as a whole.
 *
 * @throws {UsageError} for slides that there are not, and for files that cannot be written
 */
export async function exportDeck(options: ExportOptions): Promise<Exported[]> {
  const { formats, track, results, out, onStep } = options
  const deck = await readDeck(root)
  const range = parseRange(options.range, slidesOf(deck, track).length)
  await checkFolder(out)
  const folder = await keptSite({ track, results, onBuild: () => onStep('building the deck') })
  onStep('drawing the slides')
  const [site, browser] = await Promise.all([serveSite(folder), launchChromium()])
  let made: Map<Format, Made>
  try {
    made = await makeFiles(browser, site.url, deck, range, options)
  }
  catch (error) {
    if (isCrash(error))
      throw new UsageError('Chromium stopped while drawing the slides, perhaps for want of memory; run it again.')
    throw error
  }
  finally {
    await Promise.all([site.close(), browser.close()])
  }
  onStep('writing the files')
  const written = formats.flatMap((format) => {
    const file = made.get(format)
    return file ? [{ file: FORMATS[format], ...file }] : []
  })
  for (const { file, content } of written)
    await writeAside(join(out, file), content, ADVICE)
  return written.map(({ file, content, pages }) => ({ file, bytes: content.length, pages }))
}

async function makeFiles(
  browser: Browser,
  url: string,
  { title, headmatter }: ReadDeck,
  range: number[],
  { formats, withClicks, dark, onStep }: ExportOptions,
): Promise<Map<Format, Made>> {
  const made = new Map<Format, Made>()
  const facts = { title, author: String(headmatter.author ?? ''), date: contentDate() }
  const size = sizeOf(headmatter)
  if (formats.some(format => format !== 'notes')) {
    const deck = await openSlides(browser, 'deck', { url, range, withClicks, dark, size })
    if (formats.includes('pdf')) {
      onStep(FORMATS.pdf)
      made.set('pdf', await printed(deck, facts, size))
    }
    const pictured = formats.filter(format => format === 'png' || format === 'pptx')
    for (const [format, file] of await picturedFiles(deck, pictured, facts, size, onStep))
      made.set(format, file)
    await deck.page.close()
  }
  if (formats.includes('notes')) {
    onStep(FORMATS.notes)
    const notes = await openSlides(browser, 'notes', { url, range, withClicks: false, dark: false, size })
    made.set('notes', await printed(notes, { ...facts, title: `${title}: slides and notes` }))
    await notes.page.close()
  }
  return made
}

async function printed(deck: OpenedDeck, facts: FileFacts, size?: { width: number, height: number }): Promise<Made> {
  const { pdf, pages } = await printSlides(deck, outlineOf(deck.slides), facts, size)
  return { content: pdf, pages }
}

/** What is made of pictures of the slides, which are taken once. */
async function picturedFiles(
  deck: OpenedDeck,
  formats: Format[],
  facts: FileFacts,
  size: { width: number, height: number },
  onStep: (what: string) => void,
): Promise<Map<Format, Made>> {
  const files = new Map<Format, Made>()
  if (formats.length === 0)
    return files
  onStep('taking pictures of the slides')
  const { slides } = deck
  const pictures = await pictureSlides(deck)
  if (formats.includes('pptx')) {
    onStep(FORMATS.pptx)
    // Takes a moment to load.
    const { pptxOf } = await import('./pptx.ts')
    files.set('pptx', { content: await pptxOf(slides, pictures, size, facts), pages: slides.length })
  }
  if (formats.includes('png')) {
    onStep(FORMATS.png)
    const several = new Set(slides.map(slide => slide.no)).size < slides.length
    const named = slides.map(({ id, no }, i) =>
      [`${several ? id : String(no).padStart(3, '0')}.png`, pictures[i] ?? new Uint8Array()])
    files.set('png', { content: await archiveOf(Object.fromEntries(named), facts.date), pages: slides.length })
  }
  return files
}

/** Of a slide, in px, as Slidev takes it from the headmatter. */
function sizeOf({ canvasWidth = 980, aspectRatio = '16/9' }: Record<string, unknown>): {
  width: number
  height: number
} {
  const width = Number(canvasWidth)
  return { width, height: Math.ceil(width / parseAspectRatio(String(aspectRatio))) }
}

/** Slides take a while to draw: what cannot be written to is told before. */
async function checkFolder(out: string): Promise<void> {
  for (let folder = out; ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined)
    if (found === undefined && folder !== dirname(folder))
      continue
    const isWritable = await access(folder, constants.W_OK).then(() => true, () => false)
    if (!found?.isDirectory())
      throw new UsageError(`${folder} is not a folder, so nothing can be written there; ${ADVICE}.`)
    if (!isWritable)
      throw new UsageError(`${folder} cannot be written to; ${ADVICE}.`)
    return
  }
}
