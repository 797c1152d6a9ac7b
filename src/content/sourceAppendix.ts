import type { Source } from './evidenceSchema.ts'

/** Sort key without accents and case, as in an index. */
const key = ({ publisher, title }: Source) =>
  `${publisher} ${title}`.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * The sources on one slide of the appendix. All sources are sorted by publisher and divided into parts of the same
 * size.
 *
 * @param sources by id
 * @param part number of the part, from 1
 * @param of number of parts
 * @throws {Error} when there is no such part
 */
export function appendixPart(sources: Record<string, Source>, part: number, of: number): Source[] {
  if (!(Number.isInteger(part) && Number.isInteger(of) && part >= 1 && part <= of))
    throw new Error(`The source appendix has no part ${part} of ${of}; number the parts from 1.`)
  const all = Object.values(sources).sort((a, b) => key(a) < key(b) ? -1 : 1)
  const size = Math.ceil(all.length / of)
  return all.slice((part - 1) * size, part * size)
}
