import type { Page } from './pages.ts'

interface Part {
  part: number
  of: number
  place: string
}

/** Faults of a source appendix whose slides do not show each of its parts exactly once. */
export function checkAppendix(pages: Page[]): string[] {
  const parts = pages.flatMap(({ tags, at }) =>
    tags
      .filter(tag => tag.name === 'SourceAppendix')
      .map(({ attributes: { part, of }, index }): Part => ({
        part: Number(part?.text),
        of: Number(of?.text),
        place: at(index),
      })),
  )
  const [first] = parts
  if (!first)
    return []
  const { of, place } = first
  const seen = new Set<number>()
  const faults = parts.flatMap((part) => {
    const fault = faultOf(part, of, seen)
    seen.add(part.part)
    return fault === undefined ? [] : [`${part.place}: ${fault}`]
  })
  const missing = Number.isInteger(of)
    ? Array.from({ length: of }, (_, i) => i + 1).filter(number => !seen.has(number))
    : []
  return [
    ...faults,
    ...missing.map(
      value =>
        `${place}: the source appendix has no part ${value} of ${of}, so its sources are on no slide; `
        + `add <SourceAppendix :part="${value}" :of="${of}" />.`,
    ),
  ]
}

function faultOf({ part, of }: Part, all: number, seen: Set<number>): string | undefined {
  if (!Number.isInteger(part) || !Number.isInteger(of) || part < 1 || part > of)
    return '<SourceAppendix> needs a part from 1 to of, both whole numbers.'
  if (of !== all) {
    return `the source appendix is cut into ${of} parts here and into ${all} on its first slide; `
      + 'give all the same number.'
  }
  return seen.has(part)
    ? `part ${part} of the source appendix is on an earlier slide; number each part once.`
    : undefined
}
