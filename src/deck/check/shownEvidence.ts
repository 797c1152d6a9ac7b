import type { ContentIndex } from './contentIndex.ts'
import type { Tag } from './markdown.ts'
import type { Slide } from './pages.ts'
import type { Reference } from './references.ts'
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
  'Experts',
  'ShareArea',
  'Narrowing',
  'PriceLine',
  'TrueArea',
])

/** A tag and the evidence that it shows. */
export interface ShownEvidence {
  tag: Tag
  shown: Reference[]
}

/** The evidence that a slide shows, as far as the data files have it. */
export function shownEvidence({ tags }: Pick<Slide, 'tags'>, content: ContentIndex): ShownEvidence[] {
  return tags
    .filter(tag => SHOWING.has(tag.name))
    .map(tag => ({ tag, shown: shownBy(tag, content).filter(reference => exists(reference, content)) }))
}

/** Ids of the sources that a slide names, in its frontmatter and on it. */
export function citedSources({ tags, frontmatter }: Pick<Slide, 'tags' | 'frontmatter'>): string[] {
  return [
    ...[frontmatter.sources ?? []].flat().map(String),
    ...tags.flatMap(referencesOf).filter(reference => reference.kind === 'source').map(reference => reference.id),
  ]
}

/**
 * The evidence that a tag shows. CostModel names the sources of its assumptions itself, so only its headline is left.
 */
function shownBy(tag: Tag, { costModel }: ContentIndex): Reference[] {
  return tag.name === 'CostModel' && costModel ? [{ kind: 'figure', id: costModel.headline }] : referencesOf(tag)
}
