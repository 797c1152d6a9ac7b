import type { Unit } from './evidenceSchema.ts'

/**
 * Reads a number as people type it: `5,000`, `5 000`, `5.5`, `5,5`, with or without a dollar or per cent sign.
 *
 * @returns undefined if it is not a number
 */
export function parseNumber(text: string): number | undefined {
  const bare = text.replace(/[\s$%'’_]/g, '').replace('−', '-')
  const grouped = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/.test(bare)
  const plain = grouped ? bare.replaceAll(',', '') : bare.replace(',', '.')
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

/** Rounds a number to significant digits. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}

/** The texts before and after a field in which a number of this unit is typed. */
export function unitAffixes(unit: Unit): { before: string, after: string } {
  const [first, scale = ''] = unit.split('-')
  if (first === 'usd')
    return { before: '$', after: scale }
  if (first === 'percent')
    return { before: '', after: '%' }
  return { before: '', after: unit === 'count' ? '' : unit === 'ratio' ? 'times' : unit }
}
