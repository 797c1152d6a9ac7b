import { inRoot } from '../../../src/cli/paths.ts'
import { readLedger } from '../../../src/content/ledger.ts'

export const { claims, figures, series, sources } = readLedger(inRoot('evidence'))

/** @throws {Error} when the ledger has no such entry, so that a test cannot pass by missing it */
function entry<T>(what: string, all: Record<string, T>, id: string): T {
  const found = all[id]
  if (found === undefined)
    throw new Error(`The ledger has no ${what} ${id}.`)
  return found
}

export const claimOf = (id: string) => entry('claim', claims, id)
export const figureOf = (id: string) => entry('figure', figures, id)
export const seriesOf = (id: string) => entry('series', series, id)
export const sourceOf = (id: string) => entry('source', sources, id)
