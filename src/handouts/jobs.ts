import type { Edition } from '../content/editions.ts'
import type { Exercise } from '../content/exercises.ts'
import type { PageSize } from './pageRules.ts'
import { EDITIONS, SOURCE_OF } from '../content/editions.ts'
import { CARDS } from '../content/exercises.ts'
import { KIT_DOCUMENTS } from './kitDocuments.ts'
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
}

type Sheet = Omit<PrintJob, 'pageSize'>

/**
 * Everything that is printed, in both page sizes: each exercise in both editions and its cards, then the documents of
 * the kit.
 */
export function printJobs(exercises: Exercise[]): PrintJob[] {
  const kit = Object.entries(KIT_DOCUMENTS).map(([name, { route, edition, source, shows }]): Sheet =>
    ({ name, route, edition, source, shows }))
  return [...exercises.flatMap(sheetsOf), ...kit].flatMap(sheet =>
    PAGE_SIZES.map(pageSize => ({ ...sheet, pageSize })))
}

function sheetsOf({ slug, cards }: Exercise): Sheet[] {
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
  const isCalled = (job: PrintJob, name: string) => job.name === name || job.source.startsWith(`exercises/${name}/`)
  return {
    chosen: jobs.filter(job => (names.length === 0 || names.some(name => isCalled(job, name)))
      && (pageSize === undefined || job.pageSize === pageSize) && (edition === undefined || job.edition === edition)),
    unknown: names.filter(name => !jobs.some(job => isCalled(job, name))),
  }
}
