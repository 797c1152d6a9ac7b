/**
 * A copy of the order with the option moved, or added, to a place.
 *
 * @param order ids of options
 * @param place from 0
 */
export function moveOption(order: string[], id: string, place: number): string[] {
  const others = order.filter(optionId => optionId !== id)
  return [...others.slice(0, place), id, ...others.slice(place)]
}

/** A copy of the order without the option if it was in it, and else with the option at the end. */
export function toggleOption(order: string[], id: string): string[] {
  return order.includes(id) ? order.filter(optionId => optionId !== id) : [...order, id]
}
