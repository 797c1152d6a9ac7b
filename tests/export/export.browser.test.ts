import type { Browser } from 'playwright-chromium'
import type { Grey } from './support/pictures.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { LONGEST } from '../../src/content/tracks.ts'
import { readDeck, slidesOf } from '../../src/deck/deck.ts'
import { keptSite, serveSite } from '../../src/handouts/site.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { readPolls } from '../../src/polls/pollsFile.ts'
import { pollIdsOf } from '../../src/polls/slidePolls.ts'
import { checkPdf, fontsOf, infoOf, readPdf, textOf } from '../handouts/support/pdf.ts'
import { readPdfFile } from '../pdf/matterhorn/file.ts'
import { failuresOf } from '../pdf/matterhorn/index.ts'
import { atEndOfFile, joinRoom, startRoom, tempFolder } from '../room/support/testRoom.ts'
import { runNode } from '../support/run.ts'
import { differenceOf, greyOf, inkOf, lightnessOf, pagesOf } from './support/pictures.ts'

/** Small pictures, in which a slide can still be told from any other. */
const [WIDTH, HEIGHT] = [245, 138]
/** Between a slide on the screen and on its page, which has no shadows; other slides differ by more. */
const MOST_DIFFERENCE = 0.04
/** Slides that are set beside the live ones: enough to meet every layout. */
const EVERY = 12

const atEnd = atEndOfFile()
const deck = await readDeck(root)
const slides = slidesOf(deck, LONGEST)
let folder: string
const fileOf = (name: string, file: string) => join(folder, name, file)

async function run(name: string, ...args: string[]) {
  const env = { ROOM_DATA: join(folder, 'room') }
  const { code, stdout, stderr } = await runNode(['scripts/export.ts', '--out', join(folder, name), ...args], env)
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

beforeAll(async () => {
  folder = tempFolder(atEnd)
  await run('whole', '--format', 'pdf,notes')
})

describe.each([
  ['deck.pdf', undefined],
  ['deck-notes.pdf', 'A4'],
])('%s of the whole deck', (file, pageSize) => {
  const path = () => fileOf('whole', file)

  it('has a page for each slide, in its size', () => {
    expect(infoOf(path())).toMatchObject({ pages: slides.length, tagged: true, pageSize })
    expect(infoOf(path()).title).toContain(deck.title)
  })

  it('passes every condition of PDF/UA-1 that software can tell, and is a sound file', async () => {
    expect(failuresOf(await readPdfFile(readFileSync(path())))).toEqual({})
    expect(checkPdf(path())).toContain('No syntax or stream encoding errors found')
    expect(fontsOf(path()).every(({ embedded, readable }) => embedded && readable)).toBe(true)
  })

  it('has the sections in its outline, with the slides beneath', () => {
    const { outline } = readPdf(path())
    const sections = [...Map.groupBy(slides, slide => slide.frontmatter.section as string)]
    const expected = sections.flatMap(([name, held]) =>
      [[1, name], ...held.map(() => [2, expect.stringMatching(/\S/)])])
    expect(outline).toEqual(expected)
    const titled = slides.filter(({ frontmatter, title }) => title && !frontmatter.layout)
    expect(outline.map(([, title]) => title)).toEqual(expect.arrayContaining(titled.map(slide => slide.title)))
  })

  it('has links that lead somewhere', () => {
    const { objects, at, catalog } = readPdf(path())
    const links = objects.filter(object => object['/Subtype'] === '/Link')
    const places = Object.keys(at(catalog['/Dests']) ?? {})
    const faulty = links.filter((link) => {
      const uri = (at(link['/A']) as Record<string, unknown> | undefined)?.['/URI']
      const leads = uri === undefined
        ? places.includes(String(link['/Dest']))
        : /^u:https?:\/\/(?!localhost|127\.)/.test(String(uri))
      return !leads || !String(link['/Contents'] ?? '').replace('u:', '')
    })
    expect(faulty).toEqual([])
  })
})

describe('deck.pdf', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
    atEnd(() => browser.close())
  })

  it('shows each slide after its last click, as the live deck does', async () => {
    const pages = pagesOf(fileOf('whole', 'deck.pdf'), WIDTH, HEIGHT)
    expect(pages.flatMap((page, i) => inkOf(page) < 0.002 ? `page ${i + 1} is blank` : [])).toEqual([])
    const site = await serveSite(await keptSite({ track: LONGEST }))
    atEnd(() => site.close())
    const live = await browser.newPage({
      viewport: { width: 980, height: 552 },
      deviceScaleFactor: WIDTH / 980,
      reducedMotion: 'reduce',
    })
    const compared: number[] = []
    for (let no = 1; no <= slides.length; no += EVERY) {
      await live.goto(`${site.url}/${no}?print=true&clicks=99`)
      await live.locator(`[data-slidev-no="${no}"] > *`).first().waitFor()
      await expect.poll(async () => {
        const shown = greyOf(await live.screenshot())
        const differences = pages.map(page => differenceOf(page, shown))
        const least = Math.min(...differences)
        return { page: differences.indexOf(least) + 1, isLike: least < MOST_DIFFERENCE }
      }, { message: `the page that is most like slide ${no}` }).toEqual({ page: no, isLike: true })
      compared.push(no)
    }
    expect(compared.length).toBeGreaterThan(slides.length / EVERY - 1)
    // The control: another slide would be seen.
    expect(differenceOf(pages[0] as Grey, pages[EVERY] as Grey)).toBeGreaterThan(MOST_DIFFERENCE)
  })

  it('has the sources that the deck names as links', () => {
    const { objects, at } = readPdf(fileOf('whole', 'deck.pdf'))
    const addresses = objects.flatMap(object => object['/Subtype'] === '/Link'
      ? String((at(object['/A']) as Record<string, unknown> | undefined)?.['/URI'])
      : [])
    expect(new Set(addresses).size).toBeGreaterThan(20)
  })
})

it('has on each page of deck-notes.pdf the slide as a picture with its words, and all of its note', () => {
  const path = fileOf('whole', 'deck-notes.pdf')
  const squeeze = (text: string) => text.replace(/[^a-z0-9]/gi, '').replaceAll('click', '')
  const texts = textOf(path).split('\f').map(text => squeeze(text.replace(/\[click \d+\]/g, '')))
  const said = slides.map(({ note = '' }) =>
    squeeze(note.replace(/<[^>]*>|\]\([^)]*\)/g, '').split('Sources:')[0] ?? ''))
  expect(said.filter(note => note.length > 100).length).toBeGreaterThan(slides.length / 2)
  expect(said.flatMap((note, i) => texts[i]?.includes(note) ? [] : `note ${i + 1}: ${note}`)).toEqual([])
  const { objects, types } = readPdf(path)
  const pictures = objects.filter(object => object['/S'] === '/Figure')
  expect(pictures.map(picture => String(picture['/Alt']).length > 10)).toEqual(slides.map(() => true))
  // The titles of the slides are in the pictures, and those of the pages are the headings.
  expect(types.get('H1')).toBe(slides.length)
})

describe('three slides', () => {
  const FILES = ['deck.pdf', 'deck-notes.pdf', 'deck.pptx', 'deck.zip']
  let told = ''
  beforeAll(async () => {
    told = await run('three', '--range', '1-3')
    await run('again', '--range', '1-3')
  })

  it('are told with their files', () => {
    const lines = told.trim().split('\n')
    expect(lines.slice(0, -1).map(line => /([\w.-]+) {2}[\d,]+ KB, (\d+) (?:page|slide)s$/.exec(line)?.slice(1)))
      .toEqual(FILES.map(file => [file, '3']))
    expect(lines.at(-1)).toMatch(/^Done in [\d.]+ s\.$/)
  })

  it.each(FILES)('are the same bytes in %s a second time', (file) => {
    expect(readFileSync(fileOf('again', file)).equals(readFileSync(fileOf('three', file)))).toBe(true)
  })

  it('are pictures with a name each, twice as fine as a slide', () => {
    const files = unzipSync(readFileSync(fileOf('three', 'deck.zip')))
    expect(Object.keys(files)).toEqual(['001.png', '002.png', '003.png'])
    for (const picture of Object.values(files).map(greyOf)) {
      expect(picture).toMatchObject({ width: 1960, height: 1104 })
      expect(inkOf(picture)).toBeGreaterThan(0.002)
    }
  })

  it('are slides for PowerPoint with title, words and note', () => {
    const files = unzipSync(readFileSync(fileOf('three', 'deck.pptx')))
    const read = (path: string) => strFromU8(files[path] ?? new Uint8Array())
    const wordsOf = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)/g)].map(match => match[1]).join('\n')
    const plain = (text: string) => text.replace(/&\w+;|[^a-z0-9]/gi, '')
    expect(Object.keys(files).filter(path => /^ppt\/slides\/\w+\.xml$/.test(path))).toHaveLength(3)
    slides.slice(0, 3).forEach(({ note = '' }, i) => {
      const xml = read(`ppt/slides/slide${i + 1}.xml`)
      expect(xml).toContain('type="title"')
      const title = wordsOf(xml)
      const [, description = ''] = /<p:pic>.*?descr="([^"]*)"/s.exec(xml) ?? []
      expect(plain(description)).toContain(plain(title))
      expect(description.length).toBeGreaterThan(title.length)
      const notes = wordsOf(read(`ppt/notesSlides/notesSlide${i + 1}.xml`))
      expect(plain(notes)).toContain(plain(note.split('\n\n')[0] ?? '?'))
      // Each paragraph as one, as the author wrote them.
      expect(notes.split('\n').length).toBeGreaterThanOrEqual(note.trim().split('\n\n').length)
    })
  })
})

it('has a dark page for each click of a slide, and one place for it in the outline', async () => {
  await run('clicks', '--range', '1-2', '--with-clicks', '--dark', '--format', 'pdf,png')
  const names = Object.keys(unzipSync(readFileSync(fileOf('clicks', 'deck.zip'))))
  const pages = pagesOf(fileOf('clicks', 'deck.pdf'), WIDTH, HEIGHT)
  expect(names.length).toBeGreaterThan(2)
  expect(names).toEqual(names.map(() => expect.stringMatching(/^00[12]-\d\d\.png$/)))
  expect(new Set(names).size).toBe(pages.length)
  expect(pages.map(lightnessOf).filter(lightness => lightness > 0.4)).toEqual([])
  const { outline } = readPdf(fileOf('clicks', 'deck.pdf'))
  expect(outline.filter(([depth]) => depth === 2)).toHaveLength(2)
  expect(failuresOf(await readPdfFile(readFileSync(fileOf('clicks', 'deck.pdf'))))).toEqual({})
})

it('shows on the slide of a poll what a session answered', async () => {
  const polls = inRoot('polls.yaml')
  const poll = readPolls(polls).find(({ id, kind }) =>
    kind === 'choice' && slides.some(slide => pollIdsOf(slide.frontmatter)[0] === id))
  if (poll?.kind !== 'choice')
    throw new Error('The deck asks no choice; ask one, or take another kind here.')
  const room = await startRoom({ polls, data: join(folder, 'room'), session: 'Tuesday' }, atEnd)
  await room.act(poll.id, 'open')
  const votes = [17, 6]
  for (const [i, count] of votes.entries()) {
    for (let voter = 0; voter < count; voter++)
      expect((await (await joinRoom(room.url)).vote(poll.id, [poll.options[i]?.id ?? ''])).status).toBe(200)
  }
  await room.close()
  const no = slides.findIndex(slide => pollIdsOf(slide.frontmatter)[0] === poll.id) + 1
  await run('session', '--session', 'Tuesday', '--range', String(no), '--format', 'pdf')
  const text = textOf(fileOf('session', 'deck.pdf'))
  expect(text).toContain('23 people')
  for (const count of votes)
    expect(text).toContain(`${count} votes`)
})
