import type { Edition } from '../content/editions.ts'
import type { Exercise } from '../content/exercises.ts'
import type { Track } from '../content/tracks.ts'
import type { PageSize } from './pageRules.ts'
import { EDITIONS, SOURCE_OF } from '../content/editions.ts'
import { CARDS, MAT, SLIPS, SOURCE_PAGES } from '../content/exercises.ts'
import { KIT_DOCUMENTS } from './kitDocuments.ts'
import { LARGE, largeName } from './largePrint.ts'
import { TRACK_DOCUMENTS, trackDocument } from './packPapers.ts'
import { PAGE_SIZES } from './pageRules.ts'

/** One PDF: a preview page of the deck in one page size. */
export interface PrintJob {
  /** Name of the file, before page size and ending. */
  name: string
  /** Address of its preview. */
  route: string
  /** Who may read it: what is for participants holds no answer. */
  edition: Edition
  /** What an author mends when it cannot be drawn. */
  source: string
  /** Content that it shows beyond what all show, as paths from the root. */
  shows: readonly string[]
  pageSize: PageSize
  /** Whether it is the large-print edition of another, which is printed only when it is asked for by its name. */
  large?: boolean
}

type Sheet = Omit<PrintJob, 'pageSize'>

/**
 * Everything that is printed, in both page sizes: each exercise in both editions, its cards, mat, source pages and what
 * is handed out later, then the documents of the kit.
 */
export function printJobs(exercises: Exercise[]): PrintJob[] {
  const kit = Object.entries(KIT_DOCUMENTS).map(([name, { route, edition, source, shows }]): Sheet =>
    ({ name, route, edition, source, shows }))
  return inBothSizes([...exercises.flatMap(sheetsOf), ...kit])
}

/** What a track has for itself. */
export function trackJobs(track: Track): PrintJob[] {
  return inBothSizes(TRACK_DOCUMENTS.map((document) => {
    const { route, edition, source, shows } = KIT_DOCUMENTS[document]
    // Which exercises a track has is on its slides, and where its polls are too.
    const withPages = [...new Set([...shows, 'pages'])]
    return { name: trackDocument(document, track), route: `${route}/${track.id}`, edition, source, shows: withPages }
  }))
}

/** Papers that are filled in or read at a seat, for those who need large print. */
export function largeJobs(jobs: readonly PrintJob[]): PrintJob[] {
  // What is written in YAML is cut, laid out or looked at: its size is a part of it.
  const isText = ({ source }: PrintJob) => source.startsWith('exercises/') && !source.endsWith('.yaml')
  return jobs
    .filter(job => job.edition === 'participant' && isText(job))
    .map(job => ({ ...job, name: largeName(job.name), route: `${job.route}/${LARGE}`, large: true }))
}

function inBothSizes(sheets: Sheet[]): PrintJob[] {
  return sheets.flatMap(sheet => PAGE_SIZES.map(pageSize => ({ ...sheet, pageSize })))
}

function sheetsOf({ slug, cards, mat, pages, slips = [] }: Exercise): Sheet[] {
  const folder = `exercises/${slug}`
  const sheet = (edition: Edition, kind: string, file: string): Sheet => ({
    name: `${slug}-${kind}`,
    route: `/handouts/${slug}/${kind}`,
    edition,
    source: `${folder}/${file}`,
    shows: [folder],
  })
  return [
    ...EDITIONS.map(edition => sheet(edition, edition, SOURCE_OF[edition])),
    ...(cards ? [sheet('participant', 'cards', CARDS)] : []),
    ...(mat ? [sheet('participant', 'mat', MAT), sheet('participant', 'mat-in-two', MAT)] : []),
    ...(pages ? [sheet('participant', 'pages', SOURCE_PAGES)] : []),
    ...slips.map(({ file }) => sheet('participant', file, `${SLIPS}/${file}.md`)),
  ]
}

export function fileOf({ name, pageSize }: Pick<PrintJob, 'name' | 'pageSize'>): string {
  return `${name}-${pageSize}.pdf`
}

export interface JobFilter {
  /** Names of handouts or of exercises; none for all. */
  names: string[]
  pageSize?: PageSize | undefined
  edition?: Edition | undefined
}

/**
 * The jobs that somebody asks for.
 *
 * @returns the jobs, and the names that no handout and no exercise has
 */
export function chooseJobs(
  jobs: PrintJob[],
  { names, pageSize, edition }: JobFilter,
): { chosen: PrintJob[], unknown: string[] } {
  const isCalled = (job: PrintJob, name: string) =>
    job.name === name || (!job.large && job.source.startsWith(`exercises/${name}/`))
  return {
    chosen: jobs.filter(job => (names.length === 0 ? !job.large : names.some(name => isCalled(job, name)))
      && (pageSize === undefined || job.pageSize === pageSize) && (edition === undefined || job.edition === edition)),
    unknown: names.filter(name => !jobs.some(job => isCalled(job, name))),
  }
}
