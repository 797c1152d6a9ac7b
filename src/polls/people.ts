import type { Phase, Tally } from './protocol.ts'

/** Said of a poll without an answer. */
export const NOBODY = 'Nobody has answered'

/** Names in a row: `A`, `A and B`, `A, B and C`. */
export function listNames(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** `1 person`, `38 people`. */
export function formatPeople(people: number): string {
  return people === 1 ? '1 person' : `${people.toLocaleString('en-US')} people`
}

/** The base of every share, and how much of it was entered by hand: `38 people, 4 of them on paper`. */
export function formatBase({ people, paper = 0 }: Pick<Tally, 'people' | 'paper'>): string {
  if (people === 0)
    return NOBODY
  if (paper === 0)
    return formatPeople(people)
  return paper === people
    ? `${formatPeople(people)}, on paper`
    : `${formatPeople(people)}, ${paper.toLocaleString('en-US')} of them on paper`
}

/** A share as it is read; neither nobody nor everybody is said of those who are nearly so. */
export function formatPercent(count: number, people: number): string {
  const share = people > 0 ? count / people * 100 : 0
  if (share > 0 && share < 0.5)
    return '<1%'
  return share < 100 && share >= 99.5 ? '>99%' : `${Math.round(share)}%`
}

/** What an empty picture says while people vote, and once nobody can copy any more. */
export function formatHiddenHint(phase: Phase | undefined): string {
  if (phase === 'open')
    return 'Hidden for now, so that nobody copies.'
  return phase === 'closed' ? 'The results are not shown yet.' : ''
}
