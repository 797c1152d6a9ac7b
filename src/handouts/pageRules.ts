export const PAPERS = ['a4', 'letter'] as const
export type Paper = typeof PAPERS[number]

const SIZE: Record<Paper, string> = { a4: 'A4', letter: 'letter' }
/** Letter is shorter: a handout set for A4 keeps its pages with less margin. */
const MARGIN: Record<Paper, string> = { a4: '17mm 17mm 15mm', letter: '13mm 16mm 12mm' }

export function paperOf(text: unknown): Paper {
  return PAPERS.find(name => name === text) ?? 'a4'
}

/** Of running heads and feet, as in CSS. Nothing else need have asked for it: a page box loads no font by itself. */
export const RUNNING_FONT = '8pt "Archivo Variable"'

export interface PageRules {
  paper: Paper
  header: string
  footer: string
  /** Of the pages that the rules are for: what is to stand on them has it as its CSS `page`. */
  name?: string
  /** In place of the paper's own, as in CSS. */
  margin?: string
}

/**
 * The page rules of a handout: size, margins, a running header with literal text (this Chromium knows no running
 * elements) and page numbers. A named page, because Slidev sets the slide's size on the unnamed one.
 */
export function pageStyle({ paper, header, footer, name = 'handout', margin = MARGIN[paper] }: PageRules): string {
  return `@page ${name} {
  size: ${SIZE[paper]};
  margin: ${margin};
  @top-left { content: ${literal(header)}; font: ${RUNNING_FONT}; color: #585d63; }
  @bottom-left { content: ${literal(footer)}; font: ${RUNNING_FONT}; color: #585d63; }
  @bottom-right { content: counter(page) " / " counter(pages); font: ${RUNNING_FONT}; color: #585d63; }
}`
}

/** A text as a CSS string. */
function literal(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`
}
