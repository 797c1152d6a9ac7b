import type { Edition } from '../content/editions.ts'
import type { Exercise } from '../content/exercises.ts'
import type { Paper } from './pageRules.ts'
import { EDITIONS, SOURCE_OF } from '../content/editions.ts'
import { CARDS } from '../content/exercises.ts'
import { PAPERS } from './pageRules.ts'

/** One PDF: a page of the deck on one paper. */
export interface PrintJob {
  /** The file's name, before paper and ending. */
  name: string
  /** Address of its preview. */
  route: string
  /** Who may read it: what is for participants holds no answer. */
  edition: Edition
  /** What an author mends when it cannot be drawn. */
  source: string
  /** Content that it shows beyond what all show, as paths from the root. */
  shows: string[]
  paper: Paper
}

type Sheet = Omit<PrintJob, 'paper'>

/** Papers of the whole kit, in the order in which they are needed. */
const KIT: Sheet[] = [
  {
    name: 'workbook',
    route: '/handouts/kit/workbook',
    edition: 'participant',
    source: 'exercises/',
    shows: ['exercises'],
  },
  {
    name: 'facilitator-guide',
    route: '/handouts/kit/facilitator-guide',
    edition: 'facilitator',
    source: 'exercises/',
    shows: ['exercises', 'pages'],
  },
  { name: 'ballot-slips', route: '/handouts/ballot-slips', edition: 'participant', source: 'polls.yaml', shows: [] },
  {
    name: 'feedback-form',
    route: '/handouts/kit/feedback-form',
    edition: 'participant',
    source: 'exercises/kit/feedback.md',
    shows: ['exercises/kit'],
  },
  {
    name: 'slides-handout',
    route: '/handouts/kit/slides-handout',
    edition: 'participant',
    source: 'pages/',
    shows: ['pages', 'exercises'],
  },
  {
    name: 'slides-with-notes',
    route: '/handouts/kit/slides-with-notes',
    edition: 'facilitator',
    source: 'pages/',
    shows: ['pages', 'exercises'],
  },
]

/**
 * Everything that is printed, in both papers: each exercise in both editions and its cards, then the papers of the kit.
 */
export function printJobs(exercises: Exercise[]): PrintJob[] {
  return [...exercises.flatMap(sheetsOf), ...KIT].flatMap(sheet => PAPERS.map(paper => ({ ...sheet, paper })))
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
    ...EDITIONS.map(text => sheet(text, text, SOURCE_OF[text])),
    ...(cards ? [sheet('participant', 'cards', CARDS)] : []),
  ]
}

export function fileOf({ name, paper }: Pick<PrintJob, 'name' | 'paper'>): string {
  return `${name}-${paper}.pdf`
}

export interface Wanted {
  /** Names of papers or of exercises; none for all. */
  names: string[]
  paper?: Paper | undefined
  edition?: Edition | undefined
}

/**
 * The jobs that somebody asks for.
 *
 * @returns the names that are no paper's and no exercise's too
 */
export function chooseJobs(
  jobs: PrintJob[],
  { names, paper, edition }: Wanted,
): { chosen: PrintJob[], unknown: string[] } {
  const isCalled = (job: PrintJob, name: string) => job.name === name || job.source.startsWith(`exercises/${name}/`)
  return {
    chosen: jobs.filter(job => (names.length === 0 || names.some(name => isCalled(job, name)))
      && (paper === undefined || job.paper === paper) && (edition === undefined || job.edition === edition)),
    unknown: names.filter(name => !jobs.some(job => isCalled(job, name))),
  }
}
