/** One line of results on a phone. */
export interface PhoneRow {
  text: string
  mine: boolean
  /** Short words set beside the text, such as `right`. */
  tags: string[]
  /** How much of the bar is filled, 0 to 1; undefined before the results are shown. */
  share?: number
  /** Shown instead of the share in per cent; empty to show only the number of people. */
  value?: string
  /** Number of people, shown beside the share. */
  people?: number
}

/** The tag for this phone's own answer. */
export const tagOwn = (isOwn: boolean): string[] => isOwn ? ['your answer'] : []

/** Share (0 to 1) and number of people of one answer; undefined before the results are shown. */
export function shareOf(
  tally: { people: number, counts: Record<string, number> } | undefined,
  id: string | number,
): Pick<PhoneRow, 'share' | 'people'> | undefined {
  const people = tally?.counts[id] ?? 0
  return tally && { share: people / Math.max(1, tally.people), people }
}
