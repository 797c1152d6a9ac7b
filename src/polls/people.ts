import type { Tally } from './protocol.ts'

/** The text for a poll that nobody has answered. */
export const NOBODY = 'Nobody has answered'

/** Names in a row: `A`, `A and B`, `A, B and C`. */
export function listNames(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
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
