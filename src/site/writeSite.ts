import type { Extent } from '../content/tracks.ts'
import type { SiteAddress } from './address.ts'
import type { Captured, Drawing } from './capture/slides.ts'
import type { SiteModel, SitePicture } from './model.ts'
import type { renderPages } from './page/server.ts'
import type { Papers } from './papers.ts'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asProduction } from '../cli/pageBuild.ts'
import { buildServerPage } from '../cli/serverPage.ts'
import { buildDeck } from '../deck/buildDeck.ts'
import { slidesOf } from '../deck/deck.ts'
import { launchChromium } from '../pdf/browser.ts'
import { captureSlides } from './capture/slides.ts'
import { staticPage } from './html.ts'
import { readLicences } from './licences.ts'
import { readSiteContent, siteModel } from './model.ts'
import { buildServiceWorker } from './serviceWorker.ts'
import { WORKER_FILE } from './siteFolder.ts'
import { slidePage } from './slidePages.ts'
import { serveStaticSite } from './staticHost.ts'

export interface SiteOptions {
  /** Folder of the deck. */
  root: string
  /** An empty folder to write the site into. */
  out: string
  address: SiteAddress
  track: Extent
  /** Keep the speaker notes, and the presenter view with them. */
  withNotes: boolean
  /** Name of the session whose results the polls show, and the file that holds them. */
  session?: { name: string, file: string } | undefined
  /** Handouts to link to, with the folder that holds their files. */
  papers?: { list: Papers, folder: string } | undefined
}

/** Addresses of the deck beside its slides; they are of use to a presenter only. */
const PRESENTER_VIEWS = ['presenter', 'overview', 'notes', 'entry']

/**
 * Builds the site of a deck: landing page, slides, reader view, sources, handouts.
 *
 * @throws {import('../cli/cli.ts').UsageError} when the deck cannot be built, or Chromium is missing
 */
export async function writeSite(options: SiteOptions): Promise<void> {
  const { root, out, address, track, withNotes, session, papers } = options
  const deckFolder = join(out, 'deck')
  await buildDeck({
    out: deckFolder,
    folder: root,
    base: `${address.base}deck/`,
    withoutNotes: !withNotes,
    env: {
      DECK_TRACK: track,
      DECK_SITE: withNotes ? 'with-notes' : 'public',
      ...(session && { DECK_RESULTS: session.file }),
    },
  })
  // Slidev writes them for hosts of its own, at the root of which they would have to be.
  await Promise.all(['404.html', '_redirects'].map(file => rm(join(deckFolder, file), { force: true })))
  const content = await readSiteContent(root, { track, session: session?.name, papers: papers?.list })
  const showcase = slidesOf(content.deck, track)
    .flatMap(({ frontmatter }, i) => frontmatter.showcase === true ? [i + 1] : [])
  const captured = await capture(out, address, new Set(showcase))
  const coverArt = await writePictures(captured, join(out, 'pictures'))
  const licences = await readLicences(root, out)
  const model = { ...siteModel(root, content, captured.slides, coverArt), licences }
  await writeSlidePages(model, captured, options)
  await writeStaticPages(model, out, address)
  await writeFile(join(out, 'card.png'), captured.card)
  // Without it GitHub's pages leave out files whose names begin with an underscore, as some of the deck's do.
  await writeFile(join(out, '.nojekyll'), '')
  if (papers)
    await copyPapers(papers, join(out, 'handouts'))
  await writeFile(join(out, WORKER_FILE), await buildServiceWorker(out))
}

async function capture(
  out: string,
  { base }: SiteAddress,
  whole: ReadonlySet<number>,
): Promise<Captured> {
  const host = await serveStaticSite(out, base)
  const browser = await launchChromium()
  try {
    return await captureSlides(browser, `${host.url}/deck`, whole)
  }
  finally {
    await Promise.all([browser.close(), host.close()])
  }
}

/** @returns the picture of the cover, if there is one */
async function writePictures({ slides, coverArt }: Captured, folder: string): Promise<SitePicture | undefined> {
  await mkdir(folder, { recursive: true })
  const write = async (name: string, drawing: Drawing | undefined) => {
    if (!drawing)
      return
    await writeFile(join(folder, `${name}.webp`), drawing.light)
    await writeFile(join(folder, `${name}-dark.webp`), drawing.dark)
  }
  for (const { no, drawing, whole } of slides) {
    await write(`slide-${no}`, drawing)
    if (whole !== drawing)
      await write(`whole-${no}`, whole)
  }
  await write('cover', coverArt)
  return coverArt && { name: 'cover', width: coverArt.width, height: coverArt.height }
}

/** One page for each slide, so that any host finds it. */
async function writeSlidePages(model: SiteModel, { slides }: Captured, { out, address, withNotes }: SiteOptions) {
  const deckFolder = join(out, 'deck')
  const index = await readFile(join(deckFolder, 'index.html'), 'utf8')
  const deck = { ...model, description: descriptionOf(model) }
  const write = async (path: string, slide = slides[0]) => {
    if (slide)
      await writeInto(join(out, path, 'index.html'), slidePage(index, slide, deck, address))
  }
  await write('deck/')
  for (const slide of slides) {
    await write(`deck/${slide.no}/`, slide)
    if (withNotes)
      await write(`deck/presenter/${slide.no}/`, slide)
  }
  for (const view of withNotes ? PRESENTER_VIEWS : [])
    await write(`deck/${view}/`)
}

/** In one or two sentences, as messengers show it. */
function descriptionOf({ info, words }: SiteModel): string {
  return [info, `${words.kicker}.`].filter(Boolean).join(' ')
}

const ENTRY = fileURLToPath(new URL('./page/server.ts', import.meta.url))

/** The pages around the deck. */
async function writeStaticPages(model: SiteModel, out: string, address: SiteAddress): Promise<void> {
  const { module, assets } = await buildServerPage<{ renderPages: typeof renderPages }>(
    ENTRY,
    // The fonts have the names that they have in the deck, and so are there once.
    ({ names }) =>
      names.some(name => name.endsWith('.css')) ? 'site-[hash][extname]' : 'deck/assets/[name]-[hash][extname]',
  )
  for (const { fileName, source } of assets)
    await writeInto(join(out, fileName), source)
  const named = (pattern: RegExp) => assets.find(({ fileName }) => pattern.test(fileName))?.fileName ?? ''
  const bodies = await asProduction(() => module.renderPages(model, address.base))
  const common = {
    style: named(/\.css$/),
    font: named(/archivo-latin-wdth/),
    favicon: existsSync(join(out, 'deck', 'favicon.svg')) ? 'deck/favicon.svg' : undefined,
  }
  const write = async (file: string, title: string, path: string, body: string, up: string) => {
    const facts = { ...model, title, description: descriptionOf(model), path }
    await writeInto(join(out, file), staticPage({ ...common, facts, body, up }, address))
  }
  await write('index.html', model.title, '', bodies.landing, '')
  await write('read/index.html', `Reader view - ${model.title}`, 'read/', bodies.read, '../')
  await write('sources/index.html', `Sources - ${model.title}`, 'sources/', bodies.sources, '../')
  await write('404.html', `Not found - ${model.title}`, '', bodies.lost, address.base)
}

async function copyPapers({ list, folder }: NonNullable<SiteOptions['papers']>, into: string): Promise<void> {
  await mkdir(into, { recursive: true })
  const papers = [...Object.values(list.ofExercise).flat(), ...list.ofKit]
  for (const { file } of papers.flatMap(paper => paper.files))
    await copyFile(join(folder, file), join(into, file))
}

async function writeInto(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}
