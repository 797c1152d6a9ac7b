import type { Tally } from './protocol.ts'

/** The text for a poll that nobody has answered. */
export const NOBODY = 'Nobody has answered'

/** Names in a row: `A`, `A and B`, `A, B and C`. */
export function listNames(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}

/** `1 person`, `38 people`. */
export function formatPeople(people: number): string {
  return people === 1 ? '1 person' : `${people.toLocaleString('en-US')} people`
}

/** How many people answered, and how many of them on paper: `38 people, 4 of them on paper`. */
export function formatBase({ people, paper = 0 }: Pick<Tally, 'people' | 'paper'>): string {
  if (people === 0)
    return NOBODY
  if (paper === 0)
    return formatPeople(people)
  return paper === people
    ? `${formatPeople(people)}, on paper`
    : `${formatPeople(people)}, ${paper.toLocaleString('en-US')} of them on paper`
}

/** A share in per cent. It says `<1%` and `>99%` rather than round a few people to nobody, or nearly all to all. */
export function formatPercent(count: number, people: number): string {
  const share = people > 0 ? count / people * 100 : 0
  if (share > 0 && share < 0.5)
    return '<1%'
  return share < 100 && share >= 99.5 ? '>99%' : `${Math.round(share)}%`
}

/** From here on a share is nearly everybody, though it is not. */
const NEARLY = 0.95

/**
 * How many people of all, as one says it: `1 in 8`, `6 in 10`, `Half`, `Nobody`; of fewer than ten, `2 of 5`.
 *
 * @param count of those meant
 * @param people at least 1
 */
export function formatProportion(count: number, people: number): string {
  if (count === 0)
    return 'Nobody'
  if (count === people)
    return people === 1 ? 'The one answer' : `All ${people.toLocaleString('en-US')}`
  if (people < 10)
    return `${count} of ${people}`
  const share = count / people
  if (share > NEARLY)
    return 'Nearly everybody'
  const one = Math.max(2, Math.round(1 / share))
  const tenths = Math.min(9, Math.max(1, Math.round(share * 10)))
  if (Math.abs(1 / one - share) <= Math.abs(tenths / 10 - share))
    return one === 2 ? 'Half' : `1 in ${one.toLocaleString('en-US')}`
  return `${tenths} in 10`
}
