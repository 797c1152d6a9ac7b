import type { Ledger, LensId, Source, Status, VerdictId } from '../content/evidenceSchema.ts'
import type { Exercise } from '../content/exercises.ts'
import type { Question, SiteWords } from '../content/kitWords.ts'
import type { Extent } from '../content/tracks.ts'
import type { ReadDeck } from '../deck/deck.ts'
import type { CapturedSlide, Drawing } from './capture/slides.ts'
import type { Papers } from './papers.ts'
import { join } from 'node:path'
import { curlyQuotes } from '../content/curlyQuotes.ts'
import { readExercises } from '../content/exercises.ts'
import { formatFigure } from '../content/figures.ts'
import { readQuestions, readSiteWords } from '../content/kitWords.ts'
import { readLedger } from '../content/ledger.ts'
import { LENSES, lensOf } from '../content/lenses.ts'
import { minutesOf } from '../content/minutes.ts'
import { TRACKS } from '../content/tracks.ts'
import { VERDICT_LABELS } from '../content/verdicts.ts'
import { readDeck, slidesOf } from '../deck/deck.ts'
import { pollIdsOf } from '../polls/slidePolls.ts'

/** A picture of the site; its two files are `NAME.webp` and `NAME-dark.webp` in its folder of pictures. */
export interface SitePicture {
  name: string
  width: number
  height: number
}

/** A slide in the reader view. */
export interface ReadSlide {
  no: number
  title: string
  kicker: string
  /** Its words as HTML. */
  html: string
  lens: LensId | undefined
  picture: SitePicture | undefined
  /** Ids of sources and their short names. */
  sources: { id: string, short: string }[]
  asOf: string | undefined
  /** Whether something on it can be answered in the deck. */
  isPoll: boolean
}

/** One of the lengths of the deck. */
export interface Length {
  id: string
  name: string
  minutes: number
  words: string
  /** How many slides and votes it has, without the list of sources. */
  slides: number
  polls: number
  /** Titles of its exercises. */
  exercises: string[]
}

/** A source with the figures that rest on it. */
export interface CitedSource {
  id: string
  source: Source
  figures: { label: string, amount: string, status: Status, asOf: string }[]
}

/** All that the pages of a site are made of. */
export interface SiteModel {
  title: string
  info: string
  author: string
  lang: string
  words: SiteWords
  coverArt: (SitePicture & { alt: string }) | undefined
  lenses: { id: LensId, name: string, question: string, loud: string, no: number }[]
  lengths: Length[]
  /** Slides to look at, those whose frontmatter has `showcase: true`. */
  gallery: { no: number, title: string, picture: SitePicture }[]
  questions: Question[]
  exercises: { slug: string, title: string, task: string, group: string, minutes: number, lens: string }[]
  papers: Papers | undefined
  verdicts: { id: VerdictId, label: string, count: number }[]
  claims: number
  figures: number
  /** The latest date for which a claim was checked; undefined without claims. */
  asOf: string | undefined
  sources: CitedSource[]
  slides: ReadSlide[]
  /** The session whose results are shown. */
  session: string | undefined
  licences: { name: string, of: string, href: string }[]
}

export interface SiteContent {
  deck: ReadDeck
  exercises: Exercise[]
  track: Extent
  session: string | undefined
  papers: Papers | undefined
}

/** The content of a deck that its site needs. */
export async function readSiteContent(root: string, rest: Pick<SiteContent, 'track' | 'session' | 'papers'>): Promise<
  SiteContent
> {
  return { deck: await readDeck(root), exercises: readExercises(join(root, 'exercises')), ...rest }
}

const pictureOf = (name: string, { width, height }: Drawing): SitePicture => ({ name, width, height })

/**
 * Puts together what the pages say.
 *
 * @param root folder of the deck
 * @param content of it
 * @param captured its slides as they were drawn, in the order of the track
 * @param coverArt the picture beside the title
 */
export function siteModel(
  root: string,
  content: SiteContent,
  captured: CapturedSlide[],
  coverArt: SitePicture | undefined,
): SiteModel {
  const { deck, exercises, track } = content
  const { headmatter, title } = deck
  const ledger = readLedger(join(root, 'evidence'))
  const { claims, sources, figures } = ledger
  const words = readSiteWords(join(root, 'exercises'))
  const shown = slidesOf(deck, track)
  if (shown.length !== captured.length)
    throw new Error(`The deck shows ${captured.length} slides, and ${shown.length} were read from its files.`)
  const slides = captured.filter(slide => !slide.isAppendix).map((slide): ReadSlide => {
    const { frontmatter = {} } = shown[slide.no - 1] ?? {}
    return {
      ...slide,
      lens: lensOf(frontmatter.lens)?.id,
      picture: slide.drawing && pictureOf(`slide-${slide.no}`, slide.drawing),
      sources: shortSources([frontmatter.sources ?? []].flat(), sources),
      asOf: frontmatter.asOf,
      isPoll: pollIdsOf(frontmatter).length > 0,
    }
  })
  return {
    title,
    info: String(headmatter.info ?? ''),
    author: String(headmatter.author ?? ''),
    lang: String(headmatter.lang ?? 'en'),
    words,
    coverArt: coverArt && { ...coverArt, alt: altOf(captured[0]) },
    lenses: lensesOf(shown, captured),
    lengths: lengthsOf(content, words),
    gallery: captured.flatMap(({ no, title, whole, drawing }) => whole
      ? [{ no, title, picture: pictureOf(`${whole === drawing ? 'slide' : 'whole'}-${no}`, whole) }]
      : []),
    questions: readQuestions(join(root, 'exercises')),
    exercises: exercises.map(exercise => ({
      slug: exercise.slug,
      title: exercise.title,
      task: exercise.task,
      group: exercise.group,
      minutes: minutesOf(exercise),
      lens: lensOf(exercise.lens)?.name ?? 'All lenses',
    })),
    papers: content.papers,
    verdicts: countVerdicts(claims),
    claims: Object.keys(claims).length,
    figures: Object.keys(figures).length,
    asOf: Object.values(claims).map(claim => claim.asOf).sort().at(-1),
    sources: citedSources(ledger),
    slides,
    session: content.session,
    licences: [],
  }
}

function countVerdicts(claims: Ledger['claims']): SiteModel['verdicts'] {
  return (Object.entries(VERDICT_LABELS) as [VerdictId, string][]).map(([id, label]) => ({
    id,
    label,
    count: Object.values(claims).filter(claim => claim.verdict === id).length,
  }))
}

function citedSources({ sources, figures }: Ledger): CitedSource[] {
  const key = ({ source }: CitedSource) => `${source.publisher} ${source.title}`
  return Object.entries(sources)
    .map(([id, source]) => ({
      id,
      source: { ...source, title: curlyQuotes(source.title), publisher: curlyQuotes(source.publisher) },
      figures: Object.values(figures).filter(figure => figure.sources.includes(id)).map(figure => ({
        label: curlyQuotes(figure.label),
        amount: formatFigure(figure),
        status: figure.status,
        asOf: figure.asOf,
      })),
    }))
    .sort((a, b) => key(a).localeCompare(key(b), 'en'))
}

/** As at the foot of a slide: of several sources with one name, that name once. */
function shortSources(ids: string[], all: Ledger['sources']): ReadSlide['sources'] {
  const named = ids.flatMap(id => all[id] ? [{ id, short: all[id].short }] : [])
  return named.filter(({ short }, i) => named.findIndex(other => other.short === short) === i)
}

/** The words beside a cover's title, which are in its picture. */
function altOf(cover: CapturedSlide | undefined): string {
  return (cover?.html.match(/<p>.*?<\/p>/g) ?? [])
    .slice(1)
    .map(line => line.replaceAll(/<[^>]*>/g, ''))
    .join('. ')
}

type Shown = ReturnType<typeof slidesOf>

/** Each lens with the words of the slide that opens it. */
function lensesOf(shown: Shown, captured: CapturedSlide[]): SiteModel['lenses'] {
  return LENSES.flatMap(({ id, name }) => {
    const at = shown.findIndex(({ frontmatter }) => frontmatter.layout === 'lens' && frontmatter.lens === id)
    const opener = captured[at]
    const loud = String(shown[at]?.frontmatter.loud ?? '').replaceAll('|', ' ')
    const question = opener?.html.replaceAll(/<[^>]*>/g, '').trim() ?? ''
    return opener ? [{ id, name, question, loud, no: opener.no }] : []
  })
}

function lengthsOf({ deck, exercises }: SiteContent, { lengths }: SiteWords): SiteModel['lengths'] {
  return TRACKS.map(({ id, name, minutes }) => {
    const slides = slidesOf(deck, id).filter(({ content }) => !content.includes('<SourceAppendix'))
    return {
      id,
      name,
      minutes,
      words: lengths[id],
      slides: slides.length,
      polls: slides.flatMap(({ frontmatter }) => pollIdsOf(frontmatter)).length,
      exercises: slides.flatMap(({ frontmatter }) =>
        exercises.filter(exercise => exercise.slug === frontmatter.exercise).map(exercise => exercise.title)),
    }
  })
}
