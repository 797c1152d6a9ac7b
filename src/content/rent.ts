import type { Figure } from './evidenceSchema.ts'
import { dollarsOf, inUnit } from './figures.ts'

/**
 * What hours cost at a rent, as it is written beside a published sum: in millions with three decimals, `$5.328M`.
 *
 * @param hours a count of hours, in any unit of a count
 * @param rent the price of one hour, in any unit of money
 * @param times by which the rent is changed, such as 0.5 for half of it
 */
export function formatRent(
  hours: Pick<Figure, 'value' | 'unit'>,
  rent: Pick<Figure, 'value' | 'unit'>,
  times = 1,
): string {
  const dollars = inUnit(hours, 'count').value * dollarsOf(rent)[0] * times
  return `$${(dollars / 1e6).toFixed(3)}M`
}
