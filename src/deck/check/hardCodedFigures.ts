import type { Slide } from './pages.ts'
import { blank } from './markdown.ts'

/** Not inside a word, the name of a model (V3, GPT-4, o1-1217), a decimal or a colour. */
const START = String.raw`(?<![\p{L}\p{N}_#][-.,]?)`
const NUMBER = String.raw`\d+(?:[.,]\d+)*`
const RANGE = String.raw`${NUMBER}(?:\s*(?:[-–—]|to|or)\s*${NUMBER})?`
/** A year before a word is a date, as in "in 2025 times changed". */
const NO_YEAR = String.raw`(?!(?:19|20)\d\d\s)`
const SCALE = String.raw`[-\s]*(?:thousand|million|billion|trillion|[bmt]n)\b`
const CURRENCY = String.raw`(?:dollars?|cents?|euros?|yuan|renminbi|pounds?|USD|EUR|GBP|RMB|CNY)\b`
const CHIP = String.raw`(?:(?:\p{Lu}\d+[-\s]+)?(?:GPU|TPU|chip|accelerator)|\p{Lu}\d{2,4})`
/** Words that often begin a sentence: their capital letter does not make them names. */
const NO_NAME
  = '(?!(?:A|About|All|Almost|And|Around|At|But|By|From|In|Its|Just|Nearly|Of|Only|Over|Some|That|The|These|This|Under|'
    + 'With)\\b)'
/** `Llama 3.1 405B` is a name, `uses 37B` is not. */
const NAMED = String.raw`(?<!(?<!\p{L})${NO_NAME}\p{Lu}[\p{L}\p{N}.-]*(?:\s+\d+(?:\.\d+)?)?\s+)`
const COUNTED = String.raw`(?:GPUs|TPUs|chips|cards|accelerators|servers|users|downloads|tokens|parameters|`
  + String.raw`researchers|engineers|employees|staff|people|votes)\b`

/** Patterns of figures in digits. If two match at the same place, the earlier one in the list is used. */
const FORMS = [
  // Money: $6 million, USD 5 billion, 6-million-dollar, 5 billion dollars, 50 cents
  String.raw`(?:\p{Lu}{1,2})?[$€£¥]\s?${RANGE}(?:${SCALE}|[KMBTkmbt]\b)?`,
  String.raw`${START}(?:USD|EUR|GBP|RMB|CNY)\s?${RANGE}(?:${SCALE})?`,
  String.raw`${START}${NO_YEAR}${RANGE}(?:${SCALE}|[KMB])?[-\s]+(?:US[-\s]+)?${CURRENCY}`,
  // Percentages: 20%, 20 %, 20 per cent, 3 percentage points
  String.raw`${START}${RANGE}\s*%`,
  String.raw`${START}${RANGE}[-\s]*per\s?cent(?:age\s+points?)?\b`,
  // GPU hours: 2.788 million H800 GPU hours
  String.raw`${START}${RANGE}(?:${SCALE}|[KMB])?[-\s]+${CHIP}[-\s]+hours?\b`,
  // Multiples: 27 times, 10x, 50-fold
  String.raw`${START}${NO_YEAR}${RANGE}[-\s]*(?:times|fold)\b`,
  String.raw`${START}${RANGE}(?:[xX]|\s?×)(?!\p{L}|\s*\d)`,
  // Large counts: 671 billion, 2,788K, 671B, 50,000, 50 000, 14800000, 2048 GPUs
  String.raw`${START}${NO_YEAR}${RANGE}${SCALE}`,
  String.raw`${START}${RANGE}[KM](?![\p{L}\p{N}])`,
  String.raw`${START}${RANGE}[bB][-\s]+(?:parameters?|params|tokens|weights|active)\b`,
  String.raw`${START}${NAMED}${RANGE}B(?![\p{L}\p{N}])`,
  String.raw`${START}\d{1,3}(?:[,\u00A0\u2009\u202F ]\d{3})+(?![\d.,]*\d)`,
  String.raw`${START}\d{5,}\b`,
  String.raw`${START}(?!(?:19[5-9]|20[0-3])\d\s)\d{3,}\s+(?:[\p{L}\p{N}-]+\s+)?${COUNTED}`,
]
const FIGURE = new RegExp(FORMS.map(form => `(?:${form})`).join('|'), 'gu')

/** Layouts on which text in quotes is a quotation, which may contain figures. */
const QUOTING = new Set<unknown>(['headline', 'cover'])
const QUOTE = /“(?:(?!\n\s*\n)[^”])*”/g
const CLIPPING = /<Clipping\b[\s\S]*?<\/Clipping>/g

/** Figures in digits, with their place in the text. */
export function hardCodedFigures(words: string): { text: string, index: number }[] {
  return [...words.matchAll(FIGURE)].map(({ 0: text, index }) => ({ text: text.trim().replace(/\s+/g, ' '), index }))
}

/** Faults of a slide that states figures of its own in place of the ledger's. */
export function checkHardCodedFigures({ words, markdown, frontmatter, at, opening }: Slide): string[] {
  const { layout, loud } = frontmatter
  const ownWords = QUOTING.has(layout) ? withoutQuotes(words, markdown) : words
  const loudFigures = layout === 'lens' ? [] : hardCodedFigures(String(loud ?? ''))
  return [
    ...loudFigures.map(({ text }) => `${opening}: ${formatFault(text)}`),
    ...hardCodedFigures(ownWords).map(({ text, index }) => `${at(index)}: ${formatFault(text)}`),
  ]
}

/** The words without quotations and clippings, which are quotations too; all else keeps its place. */
function withoutQuotes(words: string, markdown: string): string {
  const rest = [...markdown.matchAll(CLIPPING)].reduce(
    (text, { 0: { length }, index }) =>
      text.slice(0, index) + blank(text.slice(index, index + length)) + text.slice(index + length),
    words,
  )
  return rest.replace(QUOTE, blank)
}

function formatFault(figure: string): string {
  return `the slide types the figure “${figure}”; write <Figure id="…"> or, in a headline `
    + 'quoted in our words, put it in “…” quotes on a slide of layout headline or cover.'
}
