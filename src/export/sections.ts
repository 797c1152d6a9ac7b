import type { OutlineEntry } from '../pdf/outline.ts'
import type { PrintedSlide } from './printedSlide.ts'

/**
 * The outline of an exported deck: its sections, each with its slides. A slide that has several pages leads to the
 * first of them, and slides without a section stand beside the sections.
 *
 * @param pages one entry a page, in their order
 */
export function outlineOf(pages: Pick<PrintedSlide, 'no' | 'section' | 'title'>[]): OutlineEntry[] {
  const outline: OutlineEntry[] = []
  let section = ''
  pages.forEach((slide, i) => {
    if (slide.no === pages[i - 1]?.no)
      return
    const entry = { title: slide.title, page: i + 1 }
    if (slide.section === '') {
      outline.push(entry)
    }
    else {
      if (slide.section !== section)
        outline.push({ title: slide.section, page: i + 1, children: [] })
      outline.at(-1)?.children?.push(entry)
    }
    section = slide.section
  })
  return outline
}
