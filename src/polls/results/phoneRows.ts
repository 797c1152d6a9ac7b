/** One line of results on a phone. */
export interface PhoneRow {
  text: string
  mine: boolean
  /** Words beside the text. */
  tags: string[]
  /** How much of the bar is full, 0 to 1; without it nothing is known yet. */
  share?: number
  /** Instead of the share in per cent; empty for the people alone. */
  value?: string
  /** People. */
  people?: number
}

/** The tag of what this phone answered. */
export const tagOwn = (isOwn: boolean): string[] => isOwn ? ['your answer'] : []

/** Share and people of one answer; undefined before the reveal. */
export function shareOf(
  tally: { people: number, counts: Record<string, number> } | undefined,
  id: string | number,
): Pick<PhoneRow, 'share' | 'people'> | undefined {
  const people = tally?.counts[id] ?? 0
  return tally && { share: people / Math.max(1, tally.people), people }
}
