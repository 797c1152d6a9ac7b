/** The page sizes in which every handout is printed. The command line and the addresses call them `paper`. */
export const PAGE_SIZES = ['a4', 'letter'] as const
export type PageSize = typeof PAGE_SIZES[number]

const CSS_SIZE: Record<PageSize, string> = { a4: 'A4', letter: 'letter' }
/** Letter is shorter than A4: with smaller margins a handout set for A4 keeps its pages. */
const MARGIN: Record<PageSize, string> = { a4: '17mm 17mm 15mm', letter: '13mm 16mm 12mm' }

/** @returns A4 for anything that is no page size */
export function parsePageSize(value: unknown): PageSize {
  return PAGE_SIZES.find(name => name === value) ?? 'a4'
}

/**
 * Font of running heads and feet, as in CSS. It has to be loaded by hand: a page box loads no font, and nothing else on
 * the page may use this one.
 */
export const RUNNING_FONT = '8pt "Archivo Variable"'
const RUNNING_COLOR = '#585d63'

export interface PageRules {
  pageSize: PageSize
  runningHead: string
  runningFoot: string
  /** CSS `page` of the pages that the rules are for. @default 'handout' */
  name?: string | undefined
  /** As in CSS. @default the margin of the page size */
  margin?: string | undefined
}

/**
 * The CSS page rule of a handout: size, margins, running head and foot, page numbers. The head is literal text because
 * this Chromium knows no running elements, and the page has a name because Slidev sets the size of a slide on pages
 * without one.
 */
export function formatPageRules(
  { pageSize, runningHead, runningFoot, name = 'handout', margin = MARGIN[pageSize] }: PageRules,
): string {
  const look = `font: ${RUNNING_FONT}; color: ${RUNNING_COLOR};`
  return `@page ${name} {
  size: ${CSS_SIZE[pageSize]};
  margin: ${margin};
  @top-left { content: ${formatCssString(runningHead)}; ${look} }
  @bottom-left { content: ${formatCssString(runningFoot)}; ${look} }
  @bottom-right { content: counter(page) " / " counter(pages); ${look} }
}`
}

function formatCssString(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`
}
