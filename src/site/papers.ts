import type { Exercise } from '../content/exercises.ts'
import type { PrintJob } from '../handouts/jobs.ts'
import type { Made } from '../handouts/make.ts'
import type { PageSize } from '../handouts/pageRules.ts'
import { fileOf, printJobs } from '../handouts/jobs.ts'
import { KIT_DOCUMENTS } from '../handouts/kitDocuments.ts'

/** One file to download. */
export interface PaperFile {
  pageSize: PageSize
  file: string
  pages: number
  kilobytes: number
}

/** A paper in all its sizes. */
export interface Paper {
  name: string
  files: PaperFile[]
}

/** The papers of an exercise, by its folder, and those of the whole kit. */
export interface Papers {
  ofExercise: Record<string, Paper[]>
  ofKit: (Paper & { description: string })[]
}

/** What the papers of an exercise are called beside its title. */
const NAMES: Readonly<Record<string, string>> = {
  'participant': 'Sheet',
  'cards': 'Cards',
  'mat': 'Mat, on one large sheet',
  'mat-in-two': 'Mat, on two sheets',
  'pages': 'Pages',
}
/** Ballots are for whoever runs the room, and come with a pack that counts them. */
const KIT_PAPERS = ['workbook', 'slides-handout', 'feedback-form'] as const

/**
 * The handouts that a public site may carry: what participants get from the beginning. Papers that are kept back until
 * their minute would spoil the exercise, and what is for the facilitator has the answers.
 */
export function publicJobs(exercises: Exercise[]): PrintJob[] {
  const names = new Set<string>([
    ...exercises.flatMap(({ slug }) => Object.keys(NAMES).map(kind => `${slug}-${kind}`)),
    ...KIT_PAPERS,
  ])
  return printJobs(exercises).filter(({ name, edition }) => edition === 'participant' && names.has(name))
}

/** The public handouts that were printed, as the landing page lists them. */
export function listPapers(exercises: Exercise[], jobs: PrintJob[], made: Made[]): Papers {
  const filesOf = (name: string): PaperFile[] => jobs.filter(job => job.name === name).flatMap((job) => {
    const file = fileOf(job)
    const printed = made.find(handout => handout.file === file)
    return printed
      ? [{ pageSize: job.pageSize, file, pages: printed.pages, kilobytes: Math.ceil(printed.bytes / 1024) }]
      : []
  })
  const isPrinted = ({ files }: Paper) => files.length > 0
  return {
    ofExercise: Object.fromEntries(exercises.map(({ slug }) => [
      slug,
      Object.entries(NAMES).map(([kind, name]) => ({ name, files: filesOf(`${slug}-${kind}`) })).filter(isPrinted),
    ])),
    ofKit: KIT_PAPERS
      .map(name => ({
        name: KIT_DOCUMENTS[name].title,
        description: KIT_DOCUMENTS[name].description,
        files: filesOf(name),
      }))
      .filter(isPrinted),
  }
}
