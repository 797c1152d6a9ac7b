/** What a phone shows of results: first what its owner said, then the record, then the room. */
export interface PhoneResult {
  /** Undefined for somebody who has not answered. */
  me?: PhoneMe | undefined
  /** Undefined where there is none, or it is not shown yet. */
  record?: { texts: string[], note?: string | undefined } | undefined
  rows: PhoneRow[]
  /** How many rows there are beyond those. */
  more?: number
}

export interface PhoneMe {
  /** Whether it was right, or how close; undefined while that is not known. */
  verdict?: string | undefined
  /** Stands over what was said: `You and 62 others said`. */
  lead: string
  said: string[]
  /** CSS colour of the one option that was chosen. */
  colour?: string | undefined
  /** Shown large, such as `34%`, with what it is a share of. */
  share?: string | undefined
  note?: string | undefined
}

/** One line of results on a phone. */
export interface PhoneRow {
  text: string
  /** On a plate before the text, as on the ballot. */
  number?: number | string
  /** CSS colour of plate and bar. */
  colour?: string
  mine: boolean
  /** Whether it is the right answer. Once one is shown, the other rows step back. */
  right?: boolean
  /** Short words set beside the text, such as `you`. */
  tags: string[]
  /** How much of the bar is filled, 0 to 1; undefined before the results are shown. */
  share?: number
  /** Shown instead of the share in per cent; empty to show only the number of people. */
  value?: string
  /** Number of people, shown in place of the share where that says more. */
  people?: number
}

/** How many people besides this one; none where the count does not know of this one. */
export const othersOf = (people: number | undefined): number => Math.max(0, (people ?? 0) - 1)

/** Share (0 to 1) of one answer; undefined before the results are shown. */
export function shareOf(
  tally: { people: number, counts: Record<string, number> } | undefined,
  id: string | number,
): Pick<PhoneRow, 'share'> | undefined {
  return tally && { share: (tally.counts[id] ?? 0) / Math.max(1, tally.people) }
}
