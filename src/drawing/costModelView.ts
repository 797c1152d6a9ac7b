import type { Source, Span, Status } from '../content/evidenceSchema.ts'
import type { AssumptionId, Bill, Reading, TermId } from './costModel.ts'
import type { Amount } from './costModelChart.ts'
import type { Assumption, Known, Middles, Model } from './costModelPresets.ts'
import { leastKnown } from '../content/statuses.ts'
import { ASSUMPTION_IDS, billOf, FACTORS, readAgainst, readAmount, TERM_IDS } from './costModel.ts'
import { knownAt, spanOf, TERMS } from './costModelPresets.ts'

/** How an assumption reads on its slider and aloud. */
export function readAssumption(assumption: Assumption, middle: number): Reading {
  const { before, percent, of } = assumption
  const { low, high } = spanOf(assumption, middle)
  const scale = percent ? 100 : 1
  const { text, words } = readAmount({ low: low * scale, high: high * scale }, before, percent ? '%' : '')
  return { text, words: `${words}${percent ? ' percent' : ''} ${of}` }
}

/** How well the value on a slider is known: a status of the ledger, nothing at zero, or a guess. */
export function wordOf(assumption: Assumption, middle: number): Exclude<Status, 'unknown'> | 'left out' | 'guess' {
  const status = knownAt(assumption, middle)?.status ?? 'unknown'
  return status !== 'unknown' ? status : middle === 0 ? 'left out' : 'guess'
}

/** All that a picture of one bill says. */
export interface BillView extends Bill {
  read: Reading
  against: Reading
  /** Of the least known of what goes into the sum. */
  status: Status
  guesses: string[]
  leftOut: string[]
  /** Source ids, a list for each figure of the ledger that is in the sum. */
  sources: string[][]
  /** Per cent of the middle bill that goes to people; undefined where people or machines are left out. */
  peopleShare: number | undefined
}

/** A bill at given middles, in all its words. */
export function viewOf({ assumptions, headline }: Model, middles: Middles): BillView {
  const spans = spansBy(id => spanOf(assumptions[id], middles[id]))
  const bill = billOf(spans)
  const { parts, total } = billOf(spansBy(id => ({ low: middles[id], high: middles[id] })))
  const leftOut = TERM_IDS.filter(text => bill.parts[text].high === 0)
  const counts = (id: AssumptionId) => TERM_IDS.some(term => FACTORS[term].includes(id) && !leftOut.includes(term))
  const inSum = ASSUMPTION_IDS.filter(counts).map(id => ({
    assumption: assumptions[id],
    known: knownAt(assumptions[id], middles[id]),
  }))
  const left = (term: TermId) => leftOut.includes(term)
  return {
    ...bill,
    read: readAmount(bill.total, '$'),
    against: readAgainst(bill.total, headline),
    // A bill of nothing is not known either.
    status: inSum.length > 0 ? leastKnown(inSum.map(({ known }) => known?.status ?? 'unknown')) : 'unknown',
    guesses: inSum.filter(({ known }) => !known).map(({ assumption }) => assumption.name ?? assumption.label),
    leftOut: leftOut.map(text => TERMS[text].name.toLowerCase()),
    sources: inSum.flatMap(({ known }) => known?.sources ?? []),
    peopleShare: left('people') || left('machines') ? undefined : Math.round(parts.people.low / total.low * 100),
  }
}

function spansBy(span: (id: AssumptionId) => Span): Record<AssumptionId, Span> {
  return Object.fromEntries(ASSUMPTION_IDS.map(id => [id, span(id)])) as Record<AssumptionId, Span>
}

/** Other models at the same rent, labelled with name and amount. */
export function peerBills(peers: readonly (Known & { label: string })[], rent: number): Amount[] {
  return peers.map(({ label, value, status }) => {
    const span = { low: value * rent, high: value * rent }
    return { label, text: readAmount(span, '$').text, span, status }
  })
}

/**
 * The sources of a bill by publisher and year, for each figure the first that we read. The foot of the slide has them
 * in full.
 */
export function citeBriefly(sources: string[][], sourceOf: (id: string) => Source): string {
  const cited = sources.flatMap((ids) => {
    const found = ids.map(sourceOf)
    return found.find(item => item.read) ?? found[0] ?? []
  })
  return [
    ...new Set(cited.map(({ publisher, date }) => `${publisher.replace(/ \(.*\)/, '')} ${date.slice(0, 4)}`)),
  ].join(', ')
}
