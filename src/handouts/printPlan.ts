import type { PackPaper } from './packPapers.ts'
import type { PageSize } from './pageRules.ts'

/** Sheets twice as large as those of a page size, by their name in a shop. */
export const LARGE_SHEET: Readonly<Record<PageSize, string>> = { a4: 'A3', letter: '11 × 17 inch' }
/** The same in the name of a file. */
const LARGE_FILE: Readonly<Record<PageSize, string>> = { a4: 'a3', letter: '11x17' }

/** A paper of a pack as it is printed. */
export interface PlannedPaper extends PackPaper {
  /** Its file in the folder of the pack. */
  file: string
  pages: number
}

export interface Sheets {
  /** Of the usual size. */
  usual: number
  /** Twice as large. */
  large: number
  /** Printed sides of both. */
  sides: number
}

/** Sheets of one copy. */
export function sheetsOfCopy({ pages, twoSided }: Pick<PlannedPaper, 'pages' | 'twoSided'>): number {
  return twoSided ? Math.ceil(pages / 2) : pages
}

/** Sheets and printed sides of all copies of all papers, but those that are printed in place of others. */
export function sheetsOf(papers: readonly Omit<PlannedPaper, 'file'>[]): Sheets {
  const printed = papers.filter(({ instead }) => !instead)
  const sum = (of: (paper: Omit<PlannedPaper, 'file'>) => number, some = printed) =>
    some.reduce((total, paper) => total + paper.copies * of(paper), 0)
  return {
    usual: sum(sheetsOfCopy, printed.filter(({ large }) => !large)),
    large: sum(sheetsOfCopy, printed.filter(({ large }) => large)),
    sides: sum(({ pages }) => pages),
  }
}

export function formatPeople(people: number): string {
  return people === 1 ? '1 person' : `${people} people`
}

/** How a paper is printed, for whoever stands at the copier. */
export function formatHow(paper: PlannedPaper, pageSize: PageSize): string {
  const { pages, twoSided, shortEdge, colour, finish, large } = paper
  return [
    ...(large ? [`on ${LARGE_SHEET[pageSize]}`] : []),
    pages > 1 && twoSided ? `both sides, ${shortEdge ? 'short' : 'long'} edge` : 'one side',
    ...(colour ? ['colour'] : []),
    ...(finish === 'staple' && pages > 2 ? ['staple'] : []),
    ...(finish === 'cut' ? ['cut'] : []),
  ].join(', ')
}

/** The name under which a paper lies in the pack: a copy shop needs no more. */
export function fileInPack(paper: PackPaper, place: number, pageSize: PageSize): string {
  const copies = `${paper.copies}-${paper.copies === 1 ? 'copy' : 'copies'}`
  const sheet = paper.large ? LARGE_FILE[pageSize] : pageSize
  return `${String(place).padStart(2, '0')}_${paper.name}_${copies}_${sheet}.pdf`
}

/** What the page of a print plan shows. */
export interface PrintPlan {
  track: string
  people: number
  papers: PlannedPaper[]
  /** The same pack for rooms of other sizes. */
  rooms: { people: number, sheets: Sheets }[]
}

/** The plan as the end of an address, so that its page needs nothing else. */
export function planToPath(plan: PrintPlan): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(JSON.stringify(plan))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Undefined for an address that no plan was made into. */
export function planFromPath(path: string): PrintPlan | undefined {
  try {
    const bytes = atob(path.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, byte => byte.codePointAt(0) ?? 0))) as PrintPlan
  }
  catch {
    return undefined
  }
}
