/** The page sizes in which every handout is printed. The command line and the addresses call them `paper`. */
export const PAGE_SIZES = ['a4', 'letter'] as const
export type PageSize = typeof PAGE_SIZES[number]

/** How large a sheet is, and how it lies: upright, on its side, or twice as large on its side. */
export type SheetKind = 'upright' | 'sideways' | 'double'
const CSS_SIZE: Record<PageSize, Record<SheetKind, string>> = {
  a4: { upright: 'A4', sideways: 'A4 landscape', double: 'A3 landscape' },
  letter: { upright: 'letter', sideways: 'letter landscape', double: '17in 11in' },
}
/**
 * Letter is shorter than A4: with smaller margins a handout set for A4 keeps its pages. At the sides they are a little
 * smaller than they look, as a handout ends a pixel before the right one (styles/handout.css).
 */
const MARGIN: Record<PageSize, string> = { a4: '17mm 16.85mm 15mm', letter: '13mm 15.85mm 12mm' }

/** @returns A4 for anything that is no page size */
export function parsePageSize(value: unknown): PageSize {
  return PAGE_SIZES.find(name => name === value) ?? 'a4'
}

/**
 * Font of running heads and feet, as in CSS. It has to be loaded by hand: a page box loads no font, and nothing else on
 * the page may use this one.
 */
export const RUNNING_FONT = '8pt "Archivo Variable"'
const LARGE_RUNNING_FONT = RUNNING_FONT.replace('8pt', '14pt')
const RUNNING_COLOR = '#585d63'
/**
 * What keeps head and foot off the edge of pages with margins of their own. Those may be narrow, and a line in the
 * middle of one would lie within the 4.3 mm from the edge that many printers leave white.
 */
const EDGE = '4.5mm'

/** What a running head says: the deck, and after it the document or its part, whose own title may have a colon. */
export function formatRunningHead(deckTitle: string, title: string): string {
  return `${deckTitle} · ${title}`
}

export interface PageRules {
  pageSize: PageSize
  runningHead: string
  runningFoot: string
  /** CSS `page` of the pages that the rules are for. @default 'handout' */
  name?: string | undefined
  /** As in CSS. @default the margin of the page size */
  margin?: string | undefined
  /** @default 'upright' */
  sheet?: SheetKind | undefined
  /** Head and foot in larger type as well. */
  large?: boolean | undefined
}

/**
 * The CSS page rule of a handout: size, margins, running head and foot, page numbers. The head is literal text because
 * this Chromium knows no running elements, and the page has a name because Slidev sets the size of a slide on pages
 * without one.
 */
export function formatPageRules({ pageSize, runningHead, runningFoot, large, ...rules }: PageRules): string {
  const { name = 'handout', margin = MARGIN[pageSize], sheet = 'upright' } = rules
  const look = `font: ${large ? LARGE_RUNNING_FONT : RUNNING_FONT}; color: ${RUNNING_COLOR};`
  const edge = (side: 'top' | 'bottom') => rules.margin === undefined ? '' : ` padding-${side}: ${EDGE};`
  return `@page ${name} {
  size: ${CSS_SIZE[pageSize][sheet]};
  margin: ${margin};
  @top-left { content: ${formatCssString(runningHead)}; ${look}${edge('top')} }
  @bottom-left { content: ${formatCssString(runningFoot)}; ${look}${edge('bottom')} }
  @bottom-right { content: counter(page) " / " counter(pages); ${look}${edge('bottom')} }
}`
}

/** Stands on the first page of a form: a viewer does not say itself that it leaves letters out. */
const TYPING = 'If you type: letters other than Latin, Greek and Cyrillic may not show.'

/**
 * The CSS page rule of the first page of a document with places to write. It stands at the foot: beside a long running
 * head there is no room for it.
 */
export function formatFormRule(large = false): string {
  const font = large ? RUNNING_FONT.replace('8pt', '12pt') : RUNNING_FONT
  return `@page :first {
  @bottom-center { content: ${formatCssString(TYPING)}; font: ${font}; color: ${RUNNING_COLOR}; }
}`
}

function formatCssString(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`
}
