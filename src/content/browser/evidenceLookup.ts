import type { Caveat, Claim, Figure, Ledger, Series, Source } from '../evidenceSchema.ts'
import ledger from 'virtual:evidence'
import { unknownId } from '../unknownId.ts'

/** The ledger, validated by `setup/vite/contentData.ts`. An unknown id throws instead of leaving a blank on a slide. */
const { claims, sources, figures, series }: Ledger = ledger

/** @throws {Error} naming the id, when no claim has it */
export function claimOf(id: string): Claim {
  return entry(claims, id, 'claim', 'claims.yaml')
}

/** @throws {Error} naming the id, when no figure of any claim has it */
export function figureOf(id: string): Figure {
  return entry(figures, id, 'figure', 'claims.yaml')
}

/** @throws {Error} naming the id, when no source has it */
export function sourceOf(id: string): Source {
  return entry(sources, id, 'source', 'sources.yaml')
}

/** All sources of the ledger by their id. */
export function allSources(): Record<string, Source> {
  return sources
}

/** All claims of the ledger by their id. */
export function allClaims(): Record<string, Claim> {
  return claims
}

/** @throws {Error} naming the id, when no series has it */
export function seriesOf(id: string): Series {
  return entry(series, id, 'series', 'series.yaml')
}

/** @throws {Error} naming the claim, when there is none or it has no caveat */
export function caveatOf(claimId: string): Caveat {
  const { caveat } = claimOf(claimId)
  if (!caveat)
    throw new Error(`Claim ${claimId} has no caveat in evidence/claims.yaml; add one or name another claim.`)
  return caveat
}

function entry<T>(all: Record<string, T>, id: string, kind: string, file: string): T {
  const found = Object.hasOwn(all, id) ? all[id] : undefined
  if (found === undefined)
    throw unknownId({ what: kind, id, file: `evidence/${file}`, known: Object.keys(all) })
  return found
}
