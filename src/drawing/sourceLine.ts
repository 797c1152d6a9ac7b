import type { Source } from '../content/evidenceSchema.ts'
import { endSentence, formatMonth } from '../content/sources.ts'
import { textWidth } from './textMetrics.ts'

export interface SourceLineOptions {
  /** The day, month or year for which the slide is true. */
  asOf?: string | undefined
  /** Room for the line, px; without it, all sources are named. */
  width?: number | undefined
  /**
   * Size of its type, px.
   *
   * @default 13
   */
  size?: number
}

/**
 * The sources of a slide in one line, by their short names: `Sources: V3 report, CNAS and 2 more. As of Nov 2026.`
 * Those that do not fit are counted. Sources of one short name are named once.
 */
export function formatSourceLine(sources: Source[], { asOf, width = Infinity, size = 13 }: SourceLineOptions): string {
  const names = [...new Set(sources.map(source => source.short))]
  const dated = asOf === undefined ? '' : `As of ${formatMonth(asOf)}.`
  const lineOf = (count: number) => [formatNames(names, count), dated].filter(Boolean).join(' ')
  let count = names.length
  while (count > 1 && textWidth(lineOf(count), size) > width)
    count -= 1
  return lineOf(count)
}

/** The first `count` names, and how many are left. */
function formatNames(names: string[], count: number): string {
  if (names.length === 0)
    return ''
  const left = names.length - count
  const shown = names.slice(0, count).join(', ')
  return endSentence(`${names.length > 1 ? 'Sources' : 'Source'}: ${shown}${left > 0 ? ` and ${left} more` : ''}`)
}
