import type { AssumptionId } from '../content/costAssumptions.ts'
import type { Source, Status } from '../content/evidenceSchema.ts'
import type { Bill, FormattedAmount, TermId } from './costModel.ts'
import type { Amount } from './costModelChart.ts'
import type { Assumption, AssumptionValues, CostModel, Peer } from './costModelPresets.ts'
import { ASSUMPTION_IDS } from '../content/costAssumptions.ts'
import { leastKnown } from '../content/statuses.ts'
import { computeBill, FACTORS, formatAgainstHeadline, formatAmount, TERM_IDS } from './costModel.ts'
import { assumptionSpan, byAssumption, ledgerValueAt, TERMS } from './costModelPresets.ts'

/** An assumption as it stands on its slider, and for a screen reader. */
export function formatAssumption(assumption: Assumption, value: number): FormattedAmount {
  const { before, percent, of } = assumption
  const { low, high } = assumptionSpan(assumption, value)
  const scale = percent ? 100 : 1
  const { text, spoken } = formatAmount({ low: low * scale, high: high * scale }, before, percent ? '%' : '')
  return { text, spoken: `${spoken}${percent ? ' percent' : ''} ${of}` }
}

/** How well the value on a slider is known: a status of the ledger, nothing at zero, or a guess. */
export function assumptionStatus(
  assumption: Assumption,
  value: number,
): Exclude<Status, 'unknown'> | 'left out' | 'guess' {
  const status = ledgerValueAt(assumption, value)?.status ?? 'unknown'
  return status !== 'unknown' ? status : value === 0 ? 'left out' : 'guess'
}

/** All that a picture of one bill says. */
export interface BillView extends Bill {
  sum: FormattedAmount
  against: FormattedAmount
  /** Of the least known of what goes into the sum. */
  status: Status
  guesses: string[]
  leftOut: string[]
  /** Source ids, a list for each figure of the ledger that is in the sum. */
  sources: string[][]
  /** Per cent of the middle bill that goes to people; undefined where people or machines are left out. */
  peopleShare: number | undefined
}

/** The bill at these values, with all that is said about it. */
export function viewBill({ assumptions, headline }: CostModel, values: AssumptionValues): BillView {
  const bill = computeBill(byAssumption(id => assumptionSpan(assumptions[id], values[id])))
  const { parts, total } = computeBill(byAssumption(id => ({ low: values[id], high: values[id] })))
  const isLeftOut = (term: TermId) => bill.parts[term].high === 0
  const isInSum = (id: AssumptionId) => TERM_IDS.some(term => FACTORS[term].includes(id) && !isLeftOut(term))
  const inSum = ASSUMPTION_IDS.filter(isInSum).map(id => ({
    assumption: assumptions[id],
    known: ledgerValueAt(assumptions[id], values[id]),
  }))
  return {
    ...bill,
    sum: formatAmount(bill.total, '$'),
    against: formatAgainstHeadline(bill.total, headline),
    // A bill of nothing is not known either.
    status: inSum.length > 0 ? leastKnown(inSum.map(({ known }) => known?.status ?? 'unknown')) : 'unknown',
    guesses: inSum.filter(({ known }) => !known).map(({ assumption }) => assumption.name ?? assumption.label),
    leftOut: TERM_IDS.filter(isLeftOut).map(term => TERMS[term].name.toLowerCase()),
    sources: inSum.flatMap(({ known }) => known?.sources ?? []),
    peopleShare: isLeftOut('people') || isLeftOut('machines')
      ? undefined
      : Math.round(parts.people.low / total.low * 100),
  }
}

/** Other models at the same rent, in dollars a GPU hour, labelled with name and amount. */
export function peerBills(peers: readonly Peer[], rent: number): Amount[] {
  return peers.map(({ label, value, status }) => {
    const span = { low: value * rent, high: value * rent }
    return { label, text: formatAmount(span, '$').text, span, status }
  })
}

/**
 * The sources of a bill by publisher and year, for each figure the first that we read. The foot of the slide has them
 * in full.
 */
export function formatCitations(sources: string[][], sourceOf: (id: string) => Source): string {
  const cited = sources.flatMap((ids) => {
    const found = ids.map(sourceOf)
    return found.find(source => source.read) ?? found[0] ?? []
  })
  return [
    ...new Set(cited.map(({ publisher, date }) => `${publisher.replace(/ \(.*\)/, '')} ${date.slice(0, 4)}`)),
  ].join(', ')
}
