import type { SlideInfo } from '@slidev/types'
import type { Claim, Source, VerdictId } from '../content/evidenceSchema.ts'
import type { ContentIndex } from './check/contentIndex.ts'
import type { Slide } from './check/pages.ts'
import type { Reference } from './check/references.ts'
import { pollIdsOf } from '../polls/slidePolls.ts'
import { slidePage } from './check/pages.ts'
import { shownEvidence } from './check/shownEvidence.ts'

/** What the deck holds against a poll, for a report. */

/** A source as it is named beside evidence. */
export type NamedSource = Pick<Source, 'title' | 'publisher' | 'date' | 'short' | 'url'>

export interface EvidenceItem {
  /** Of a claim; a series of numbers has none. */
  claim?: string
  text: string
  verdict?: VerdictId
  /** First sentence of what the ledger found. */
  found?: string
  asOf: string
  sources: NamedSource[]
}

export interface PollEvidence {
  /** Title of the slide that shows it. */
  slide: string
  items: EvidenceItem[]
}

/** So many claims stand beside a poll: a slide that shows more is about more than the poll. */
const MOST_ITEMS = 3

/** It sums up a lens, which is about more than the poll before it. */
const SUMMING_UP = 'bottom-line'

/**
 * The evidence beside each poll of a deck: that on its slide, or else on the first slide after it that is no poll.
 *
 * @param slides all of the deck, in their order
 * @param content the ledger and everything else that slides refer to
 * @returns by id of the poll; without polls whose next slide shows none
 */
export function pollEvidence(slides: SlideInfo[], content: ContentIndex): Map<string, PollEvidence> {
  const pages = slides.map(slide => ({ page: slidePage(slide, content.root), title: slide.title ?? '' }))
  const found = new Map<string, PollEvidence>()
  pages.forEach(({ page }, i) => {
    const next = pages.slice(i + 1).find(other => pollIdsOf(other.page.frontmatter).length === 0)
    for (const id of pollIdsOf(page.frontmatter).filter(poll => !found.has(poll))) {
      const evidence = [pages[i], next].flatMap(shown => evidenceOn(shown, content) ?? [])[0]
      if (evidence)
        found.set(id, evidence)
    }
  })
  return found
}

function evidenceOn(
  slide: { page: Slide, title: string } | undefined,
  content: ContentIndex,
): PollEvidence | undefined {
  if (!slide || slide.page.frontmatter.layout === SUMMING_UP)
    return undefined
  const items = itemsOn(slide.page, content)
  return items.length > 0 ? { slide: slide.title, items: items.slice(0, MOST_ITEMS) } : undefined
}

function itemsOn(page: Slide, content: ContentIndex): EvidenceItem[] {
  const shown = shownEvidence(page, content).flatMap(({ shown: references }) => references)
  const claims = new Map(shown.flatMap(reference => claimsOf(reference, content)))
  const series = shown.filter(({ kind }) => kind === 'points' || kind === 'events').flatMap(({ id }) => {
    const entry = content.ledger.series[id]
    return entry ? [{ text: entry.message, asOf: entry.asOf, sources: sourcesOf(entry.sources, content) }] : []
  })
  return [...[...claims].map(claim => claimItem(claim, content)), ...series]
}

function claimsOf({ kind, id }: Reference, { ledger }: ContentIndex): [string, Claim][] {
  const isMeant = kind === 'figure'
    ? (_: string, claim: Claim) => id in claim.figures
    : (claimId: string) => (kind === 'claim' || kind === 'caveat') && claimId === id
  return Object.entries(ledger.claims).filter(([claimId, claim]) => isMeant(claimId, claim))
}

function claimItem([id, entry]: [string, Claim], content: ContentIndex): EvidenceItem {
  const { claim, verdict, evidence: [found], asOf, sources } = entry
  return {
    claim: id,
    text: claim,
    verdict,
    ...found !== undefined && { found },
    asOf,
    sources: sourcesOf(sources, content),
  }
}

function sourcesOf(ids: string[], { ledger }: ContentIndex): NamedSource[] {
  return ids.flatMap((id) => {
    const source = ledger.sources[id]
    return source
      ? [{
          title: source.title,
          publisher: source.publisher,
          date: source.date,
          short: source.short,
          ...source.url !== undefined && { url: source.url },
        }]
      : []
  })
}
