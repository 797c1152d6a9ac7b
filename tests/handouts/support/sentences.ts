import type { Unit } from '../../../src/content/evidenceSchema.ts'
import { inRoot } from '../../../src/cli/paths.ts'
import { formatFigure, inUnit } from '../../../src/content/figures.ts'
import { readLedger } from '../../../src/content/ledger.ts'
import { FRONTMATTER } from '../../../src/content/yamlFile.ts'

/** Shorter ones are common words: a status, a heading, a name. */
const LEAST = 20

const { figures, series } = readLedger(inRoot('evidence'))

/**
 * Sentences and table cells of an exercise's Markdown, as they print. References are left out: both editions may cite
 * one source.
 */
export function sentencesOf(markdown: string): string[] {
  return markdown
    .replace(FRONTMATTER, '')
    .replace(/<Sources\b[^>]*\/>/g, '')
    .replace(/<Figure id="([^"]+)"(?: as="([^"]+)")? \/>/g, (_, id: string, unit?: Unit) => shown(id, unit))
    .replace(/<Status is="([^"]+)" \/>/g, '$1')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .flatMap(line => line.startsWith('|') ? line.split('|') : [line.replace(/^\s*(?:#+|[\-*>]|\d+\.)\s/, '')])
    .flatMap(line => line.replaceAll('**', '').split(/(?<=[.?!:]['"’”]?)\s+/))
    .map(text => text.trim())
    .filter(text => lettersOf(text).length >= LEAST)
}

function shown(id: string, unit?: Unit): string {
  const figure = figures[id]
  if (!figure)
    throw new Error(`There is no figure "${id}" in evidence/claims.yaml.`)
  return formatFigure(unit ? inUnit(figure, unit) : figure)
}

/**
 * Letters, digits and signs of an amount only. Text from a PDF has line breaks inside sentences, curly quotes, and
 * lacks spaces where two words are set tight.
 */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}$%]/gu, '')
}

/** The sentences that a text has in it. */
export function foundIn(text: string, sentences: string[]): string[] {
  const letters = lettersOf(text)
  return sentences.filter(sentence => letters.includes(lettersOf(sentence)))
}

/** The sentences that a text does not have in it. */
export function missingFrom(text: string, sentences: string[]): string[] {
  const found = foundIn(text, sentences)
  return sentences.filter(sentence => !found.includes(sentence))
}

/** Amounts of money in an exercise's Markdown, as they print. */
export function amountsOf(markdown: string): string[] {
  return [...markdown.matchAll(/<Figure id="([^"]+)"/g)].flatMap(([, id = '']) =>
    figures[id]?.unit.startsWith('usd') ? shown(id) : [],
  )
}

/** Amounts of money in the charts of an exercise's Markdown, as they print. */
export function amountsOfCharts(markdown: string): string[] {
  const ids = [...markdown.matchAll(/<SeriesChart id="([^"]+)"/g)].map(([, id = '']) => id)
  const amounts = ids
    .map(id => series[id])
    .flatMap(charted =>
      charted?.kind === 'points'
        ? charted.points.flatMap(point =>
            Object.values(point.values).map(({ low, high }) => ({ value: low, high, unit: charted.unit })),
          )
        : [],
    )
  return amounts.filter(({ unit }) => unit.startsWith('usd')).map(amount => formatFigure(amount))
}

/** First cells of the rows in an exercise's Markdown tables, but for heads, empty ones and places to write. */
export function namedRowsOf(markdown: string): string[] {
  const lines = markdown.split('\n')
  const isRow = (line = '') => line.startsWith('|')
  const isRule = (line = '') => /^\|(?:\s*:?-+:?\s*\|)+\s*$/.test(line)
  return lines.filter((line, i) => isRow(line) && !isRule(line) && !isRule(lines[i + 1]))
    .map(line => line.split('|')[1]?.trim() ?? '')
    .filter(text => text !== '' && !/<(?:WriteIn|TickBox)\b/.test(text))
}
