import type { Ledger } from '../../content/evidenceSchema.ts'
import type { ContentIndex } from './contentIndex.ts'
import type { Slide } from './pages.ts'
import type { Reference, Target } from './references.ts'
import { citedSources, shownEvidence } from './shownEvidence.ts'

/** By kind of reference: its name in a message, and where its sources are. Other kinds need no source. */
const SHOWN: Partial<
  Record<Target, { name: string, sources: (ledger: Ledger, id: string) => string[] | undefined }>
> = {
  figure: { name: 'figure', sources: ({ figures }, id) => figures[id]?.sources },
  claim: { name: 'claim', sources: ({ claims }, id) => claims[id]?.sources },
  caveat: { name: 'claim', sources: ({ claims }, id) => claims[id]?.sources },
  points: { name: 'series', sources: ({ series }, id) => series[id]?.sources },
  events: { name: 'series', sources: ({ series }, id) => series[id]?.sources },
}

/** Faults of a slide that shows evidence without a source of it, or without the date for which it holds. */
export function checkCitations(slide: Slide, content: ContentIndex): string[] {
  const { frontmatter, opening, at } = slide
  const cited = new Set(citedSources(slide))
  const showing = shownEvidence(slide, content)
  const faults = new Map<string, string>()
  for (const { tag, shown } of showing) {
    for (const reference of shown) {
      // With `cite` a chart names its sources itself.
      const fault = Object.hasOwn(tag.attributes, 'cite') ? undefined : uncited(reference, cited, content.ledger)
      // The same evidence shown twice on a slide is one fault.
      if (fault !== undefined && !faults.has(fault))
        faults.set(fault, `${at(tag.index)}: ${fault}`)
    }
  }
  const undated = frontmatter.asOf === undefined && showing.some(item => item.shown.length > 0)
  return [
    ...faults.values(),
    ...(undated
      ? [`${opening}: the slide shows evidence without a date; add asOf, such as '2026-11', to its frontmatter.`]
      : []),
  ]
}

function uncited({ kind, id }: Reference, cited: Set<string>, ledger: Ledger): string | undefined {
  const { name, sources } = SHOWN[kind] ?? {}
  const ids = sources?.(ledger, id) ?? []
  if (ids.length === 0 || ids.some(sourceId => cited.has(sourceId)))
    return
  return `${name} "${id}" is shown without any of its sources (${ids.join(', ')}); add one to the slide's sources.`
}
