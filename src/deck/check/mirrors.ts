import type { Ledger } from '../../content/evidenceSchema.ts'
import type { ContentIndex } from './contentIndex.ts'
import type { Slide } from './pages.ts'
import type { Reference } from './references.ts'
import { citedSources, shownEvidence } from './shownEvidence.ts'

/** Something with numbers, its name in a message, and the file that has its sources. */
interface Numbers {
  name: string
  file: string
  sources: string[]
}

/**
 * Faults of a slide that rests on mirrors, which are other people's copies: all sources that it names are mirrors, or
 * all sources of a figure or series that it shows.
 */
export function checkMirrors(slide: Slide, content: ContentIndex): string[] {
  const { ledger } = content
  const cited = citedSources(slide).filter(id => Object.hasOwn(ledger.sources, id))
  const faults = new Set<string>()
  for (const { tag, shown } of shownEvidence(slide, content)) {
    for (const { name, file, sources } of shown.flatMap(reference => numbersOf(reference, ledger))) {
      if (areMirrors(sources, ledger)) {
        faults.add(
          `${slide.at(tag.index)}: ${name} is known only from mirrors (${sources.join(', ')}); add the source that `
          + `published it first to ${file}, or take it off the slide.`,
        )
      }
    }
  }
  return [
    ...areMirrors(cited, ledger)
      ? [`${slide.opening}: the slide's only sources are mirrors (${cited.join(', ')}); add the one that was first.`]
      : [],
    ...faults,
  ]
}

function areMirrors(ids: string[], { sources }: Ledger): boolean {
  return ids.length > 0 && ids.every(id => sources[id]?.kind === 'mirror')
}

/** What a reference shows in numbers; a verdict or a claim in words has none. */
function numbersOf({ kind, id }: Reference, ledger: Ledger): Numbers[] {
  if (kind === 'figure')
    return figure(id, ledger)
  if (kind === 'points' || kind === 'events')
    return [{ name: `series "${id}"`, file: 'evidence/series.yaml', sources: ledger.series[id]?.sources ?? [] }]
  const caveat = kind === 'caveat' ? ledger.claims[id]?.caveat : undefined
  return caveat
    ? [caveat.headline, ...caveat.layers.flatMap(layer => layer.figure ?? [])].flatMap(item => figure(item, ledger))
    : []
}

function figure(id: string, { figures }: Ledger): Numbers[] {
  return [{ name: `figure "${id}"`, file: 'evidence/claims.yaml', sources: figures[id]?.sources ?? [] }]
}
