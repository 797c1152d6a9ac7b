/** An order with an option at that place, 0 for the first; where it lacked the option, it gains it. */
export function putAt(order: string[], id: string, place: number): string[] {
  const others = order.filter(text => text !== id)
  return [...others.slice(0, place), id, ...others.slice(place)]
}

/** An order after a tap: what was in it is taken out, what was not comes last. */
export function tapped(order: string[], id: string): string[] {
  return order.includes(id) ? order.filter(text => text !== id) : [...order, id]
}
