import type { Ledger } from '../../content/evidenceSchema.ts'
import type { ContentIndex } from './contentIndex.ts'
import type { Tag } from './markdown.ts'
import type { Slide } from './pages.ts'
import type { Reference, Target } from './references.ts'
import { exists, referencesOf } from './references.ts'

/** Components that show evidence. ClaimBoard is not among them: it sums up slides that cite their own sources. */
const SHOWING = new Set([
  'Figure',
  'Verdict',
  'Claim',
  'Reading',
  'CostCaveat',
  'CostModel',
  'SeriesChart',
  'Timeline',
  'ActiveParameters',
])

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
export function checkCitations({ tags, frontmatter, opening, at }: Slide, content: ContentIndex): string[] {
  const cited = new Set([
    ...[frontmatter.sources ?? []].flat().map(String),
    ...tags.flatMap(referencesOf).filter(reference => reference.kind === 'source').map(reference => reference.id),
  ])
  const showing = tags
    .filter(tag => SHOWING.has(tag.name))
    .map(tag => ({ tag, shown: shownBy(tag, content).filter(reference => exists(reference, content)) }))
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

/**
 * The evidence that a tag shows. CostModel names the sources of its assumptions itself, so only its headline is left.
 */
function shownBy(tag: Tag, { costModel }: ContentIndex): Reference[] {
  return tag.name === 'CostModel' && costModel ? [{ kind: 'figure', id: costModel.headline }] : referencesOf(tag)
}

function uncited({ kind, id }: Reference, cited: Set<string>, ledger: Ledger): string | undefined {
  const { name, sources } = SHOWN[kind] ?? {}
  const ids = sources?.(ledger, id) ?? []
  if (ids.length === 0 || ids.some(sourceId => cited.has(sourceId)))
    return
  return `${name} "${id}" is shown without any of its sources (${ids.join(', ')}); add one to the slide's sources.`
}
