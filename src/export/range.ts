import { parseRangeString } from '@slidev/parser/utils'
import { UsageError } from '../cli/cli.ts'

const PARTS = /^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$/

/**
 * The slides of a range such as `3`, `1-5` or `1,4-6`, as Slidev counts them.
 *
 * @param text undefined for all slides
 * @param total how many slides there are
 * @returns their numbers, from 1, in the order of the deck
 * @throws {UsageError} for anything that is not a range, and for slides that do not exist
 */
export function parseRange(text: string | undefined, total: number): number[] {
  if (text === undefined)
    return parseRangeString(total)
  const wanted = text.replaceAll(' ', '')
  const numbers = wanted.split(/[,-]/).map(Number)
  const turned = wanted.split(',').map(part => part.split('-').map(Number)).some(([from = 0, to = from]) => to < from)
  if (!PARTS.test(wanted) || turned)
    throw new UsageError(`--range is "${text}"; write numbers of slides, such as 3, 1-5 or 1,4-6.`)
  if (Math.min(...numbers) < 1 || Math.max(...numbers) > total)
    throw new UsageError(`--range is "${text}", but this track has slides 1 to ${total}.`)
  return parseRangeString(total, wanted)
}
