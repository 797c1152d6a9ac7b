import { MIN_FOLLOWED_VOTERS } from '../polls/sharedRules.ts'

/**
 * What a report may tell of people, decided here and nowhere else.
 *
 * A report is sent to somebody who was not in charge of the room, and nobody can take it back. So it tells nothing of
 * fewer than five people: neither directly, nor as what is left when the other figures are taken from their sum.
 *
 * - A poll that fewer than five people answered has no distribution.
 * - Answers that fewer than five people gave are put together, and with the next larger ones where the sum is too small
 *   or would give its parts away (`mergeSmall`). An answer that nobody gave may stand as such: there is nobody in it.
 *   Merging is chosen over leaving out because sums and shares stay right, and the picture stays whole.
 * - Numbers on an axis, such as estimates, are put together with their neighbours (`mergeNeighbours`).
 * - Who went from which answer to which is told for five people or more; further moves are left out where a row or a
 *   column would give a small one away (`reportMoves`). How many were right when they were sure is told for all quizzes
 *   or none, since the missing one would be the difference.
 * - An average beside merged answers is rounded so coarsely that it does not tell them apart (`roundMean`).
 * - Nothing stands in an order that tells of its size, unless its size is told.
 * - Voters have no pseudonyms here, so that answers of one person to several polls cannot be joined.
 *
 * What people wrote is printed as it was written and let through: a sentence cannot be merged with another. Only how
 * many wrote it is withheld below five. If somebody wrote a name, the name is there, and the report says so.
 *
 * What is said by everybody is said by each of them. That cannot be helped without withholding every clear result, and
 * the room saw it on the wall.
 */

/** Fewer people than this are never told of by themselves. */
export const MIN_GROUP = MIN_FOLLOWED_VOTERS

const MOST_SMALL = MIN_GROUP - 1

/** The rule as the report prints it. */
export const PRIVACY_RULE = [
  'No figure here is about fewer than five people. Answers that fewer than five gave are combined with others, or left '
  + 'out where even that would give them away. Averages beside them are rounded.',
  'Words and questions are printed as people wrote them and the moderator let them through. If somebody wrote a name '
  + 'or an address, it is in this report too: read them before you pass it on.',
]

/** Whether a group is so small that it may not be told of. Nobody is no group. */
export const isSmall = (people: number): boolean => people > 0 && people < MIN_GROUP

/** Whether all cells of a table that was counted by two things at once may be told. */
export const areTellable = (cells: number[]): boolean => !cells.some(isSmall)

/**
 * The answers that are told only together.
 *
 * @param votes people by answer, of every round or session in which these answers are told side by side
 * @param start answers that are told together already, elsewhere: a second report must not split them
 * @returns empty where each answer can stand by itself; all of them where nothing can be told but their sum
 */
export function mergeSmall(votes: Record<string, number>[], start: Iterable<string> = []): Set<string> {
  const merged = new Set(start)
  // First what each vote needs by itself, so that no other report of it can be subtracted from this one.
  if (votes.length > 1)
    votes.forEach(vote => mergeSmall([vote]).forEach(id => merged.add(id)))
  for (let fault = faultOf(votes, merged); fault !== undefined; fault = faultOf(votes, merged))
    merged.add(fault)
  return merged
}

/** The answer that has to be merged next; undefined where the merged ones are safe. */
function faultOf(votes: Record<string, number>[], merged: Set<string>): string | undefined {
  for (const vote of votes) {
    const others = Object.entries(vote).filter(([id]) => !merged.has(id))
    const small = others.find(([, people]) => isSmall(people))
    if (small)
      return small[0]
    const parts = Object.entries(vote).filter(([id]) => merged.has(id)).map(([, people]) => people)
    // Somebody's answer hides a smaller one better than an answer that nobody gave.
    const [next] = others.sort(([, a], [, b]) => (a || Infinity) - (b || Infinity))
    if (next && (!isSafeSum(parts) || isTie(parts, next[1])))
      return next[0]
  }
  return undefined
}

/** Whether a sum gives none of its parts away. Five answers of five people are one each, two of eight are four each. */
function isSafeSum(parts: number[]): boolean {
  const sum = parts.reduce((total, people) => total + people, 0)
  return sum === 0 || (sum >= MIN_GROUP && sum > parts.length && sum !== parts.length * MOST_SMALL)
}

/**
 * Whether another answer is about as large as the one that hides the small ones: if people moved between those, it
 * would have been merged instead, so that their sum would have one solution only.
 */
function isTie(parts: number[], next: number): boolean {
  const cover = Math.min(...parts.filter(people => people >= MIN_GROUP))
  return parts.some(isSmall) && next <= cover + 1 && cover < Infinity
}

/**
 * Neighbouring steps of an axis, put together until each group has five people. What is left at the end joins the last
 * group, also where it is nobody: so that its size tells nothing.
 *
 * @param counts people by step, five in all at least
 * @returns the first and the last step of each group, in their order
 */
export function mergeNeighbours(counts: readonly number[]): [first: number, last: number][] {
  const groups: [number, number][] = []
  let [first, people] = [0, 0]
  counts.forEach((count, step) => {
    people += count
    if (people >= MIN_GROUP) {
      groups.push([first, step]);
      [first, people] = [step + 1, 0]
    }
  })
  const last = groups.at(-1)
  if (last)
    last[1] = counts.length - 1
  return groups
}

/** How a table of moves may be told: by row and column, whether the cell may be. */
type Told = boolean[][]

/**
 * The cells of a table of moves that may be told. Row and column sums are known from the two polls, so a small cell
 * must not be all that is missing of its row: as many others are withheld as it takes.
 *
 * @param cells people by answer before (rows) and after (columns)
 * @param alone people who gave each answer before or after and took no part in the other poll: never told, and not
 *   given away either
 */
export function reportMoves(cells: number[][], alone: { before: number[], after: number[] }): Told {
  const told = cells.map(row => row.map(people => people >= MIN_GROUP))
  const table = [...cells.map((row, i) => [...row, alone.before[i] ?? 0]), [...alone.after, 0]]
  for (let cell = givenAway(table, told); cell; cell = givenAway(table, told)) {
    const cover = cheapestCover(table, told, cell)
    // With all of them withheld nothing is left to subtract from: no answer that stands by itself has fewer than five.
    if (!cover)
      return told.map(row => row.map(() => false))
    cover.forEach(([i, j]) => told[i]?.splice(j, 1, false))
  }
  return told
}

type Cell = [row: number, column: number]

/** The cells of the fewest people that have to be withheld with this one: three corners of a rectangle at most. */
function cheapestCover(table: number[][], told: Told, [row, column]: Cell): Cell[] | undefined {
  const others = (but: number) => table.flatMap((_, at) => at === but ? [] : [at])
  const people = (cover: Cell[]) => cover.reduce((sum, [i, j]) => sum + (table[i]?.[j] ?? 0), 0)
  return others(row)
    .flatMap(i => others(column).map((j): Cell[] => [[row, j], [i, column], [i, j]]))
    .map(corners => corners.filter(([i, j]) => told[i]?.[j]))
    .sort((a, b) => people(a) - people(b))
    .find((cover) => {
      const isCovered = (i: number, j: number) => cover.some(([a, b]) => a === i && b === j)
      const hidden = told.map((cells, i) => cells.map((isTold, j) => isTold && !isCovered(i, j)))
      return cover.length > 0 && isOpen(table, hidden, [row, column])
    })
}

/** A small cell that can be worked out from what is told and from the sums; undefined for none. */
function givenAway(table: number[][], told: Told): Cell | undefined {
  const cells = table.flatMap((row, i) => row.map((_, j): Cell => [i, j]))
  return cells.find(([i, j]) => isSmall(table[i]?.[j] ?? 0) && !isOpen(table, told, [i, j]))
}

/** Whether a cell could have one more or one fewer, for all that is known. */
function isOpen(table: number[][], told: Told, cell: Cell): boolean {
  return canShift(table, told, cell, 1) || canShift(table, told, cell, -1)
}

/**
 * Whether another table fits all that is known in which this cell has one more or one fewer: then there is a circle of
 * hidden cells that take turns in having one more and one fewer, and each stays on its side of the limit.
 */
function canShift(table: number[][], told: Told, [row, column]: Cell, step: 1 | -1): boolean {
  const last = table.length - 1
  const canBe = (i: number, j: number, by: 1 | -1) => {
    const people = table[i]?.[j] ?? 0
    const isNeverTold = i === last || j === last
    const isHidden = isNeverTold ? i !== j : !told[i]?.[j]
    return isHidden && people + by >= 0 && (isNeverTold || (people + by < MIN_GROUP) === (people < MIN_GROUP))
  }
  if (!canBe(row, column, step))
    return false
  const indices = [...table.keys()]
  const [rows, columns] = [new Set([row]), new Set<number>()]
  // From row to column the cells change the other way, from column to row the same way as the one in question.
  for (const i of rows) {
    for (const j of indices.filter(at => canBe(i, at, -step as 1 | -1) && !(i === row && at === column))) {
      if (j === column)
        return true
      columns.add(j)
      indices.filter(at => canBe(at, j, step)).forEach(at => rows.add(at))
    }
  }
  return false
}

/** How far apart two averages must be told, so that merged answers stay merged: people, and the step from there on. */
const MEAN_STEPS = [[100, 0.1], [20, 0.5]] as const

/**
 * An average as it may be told. One to a tenth is the sum of all answers but for some: from a hundred people on those
 * are more than there can be in a small group.
 *
 * @param mean of the answers
 * @param people who gave them
 * @param isMerged whether answers beside it are merged
 * @returns undefined where it would tell too much
 */
export function roundMean(mean: number, people: number, isMerged: boolean): number | undefined {
  if (people < MIN_GROUP)
    return undefined
  const step = isMerged ? MEAN_STEPS.find(([least]) => people >= least)?.[1] : 0.1
  return step && Number((Math.round(mean / step) * step).toFixed(1))
}

/** From so many people on a tenth of them is a group of its own. */
const TENTHS_FROM = 10 * MIN_GROUP

/** A share that may be told although other figures are withheld: in tenths, and only where a tenth is five people. */
export function tenthsOf(count: number, people: number): number | undefined {
  return people < TENTHS_FROM ? undefined : Math.round(count / people * 10)
}

/** A median has as many people on each side as a group needs; of quartiles, each of the four parts. */
export const canTellMedian = (people: number): boolean => people >= 2 * MIN_GROUP
export const canTellQuartiles = (people: number): boolean => people >= 4 * MIN_GROUP

/**
 * Which texts may have the number of their people beside them. Where it is withheld of one text alone, it is of the
 * next one too.
 *
 * @param people who wrote or supported each, the most first
 */
export function reportTexts(people: readonly number[]): boolean[] {
  const told = people.map(count => count >= MIN_GROUP)
  const next = told.lastIndexOf(true)
  if (next >= 0 && told.filter(isTold => !isTold).length === 1)
    told[next] = false
  return told
}
