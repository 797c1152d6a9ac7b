import type { AssumptionId } from '../content/costAssumptions.ts'
import type { Status } from '../content/evidenceSchema.ts'
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
  /** Of the least known of what is in the sum; estimated where something is guessed, unknown where nothing counts. */
  status: Status
  guesses: string[]
  leftOut: string[]
  /** What was published of it: `2.788M GPU hours at $2 an hour`. */
  run: string
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
    status: statusOf(inSum.map(({ known }) => known?.status)),
    guesses: inSum.filter(({ known }) => !known).map(({ assumption }) => assumption.name ?? assumption.label),
    leftOut: TERM_IDS.filter(isLeftOut).map(term => TERMS[term].name.toLowerCase()),
    run: `${formatAssumption(assumptions.hours, values.hours).text} GPU hours at ${
      formatAssumption(assumptions.rent, values.rent).text} an hour`,
    peopleShare: isLeftOut('people') || isLeftOut('machines')
      ? undefined
      : Math.round(parts.people.low / total.low * 100),
  }
}

/** Of a sum of assumptions, of which those without a status are guesses. */
function statusOf(statuses: (Status | undefined)[]): Status {
  const known = statuses.flatMap(status => status ?? [])
  return statuses.length === 0 ? 'unknown' : known.length < statuses.length ? 'estimated' : leastKnown(known)
}

/** Other models at the same rent, in dollars a GPU hour, labelled with name and amount. */
export function peerBills(peers: readonly Peer[], rent: number): Amount[] {
  return peers.map(({ label, value, status }) => {
    const span = { low: value * rent, high: value * rent }
    return { label, text: formatAmount(span, '$').text, span, status }
  })
}
