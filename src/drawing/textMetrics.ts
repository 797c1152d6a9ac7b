/** A rectangle by its top left corner and its size, px. */
export interface Box { x: number, y: number, width: number, height: number }

/**
 * Advance widths of Archivo Bold in em, rounded up; the deck's lighter weights are narrower, so an estimate is never
 * short.
 */
const WIDTHS: [em: number, characters: string][] = [
  [0.2, ' '],
  [0.31, `'’\`|ijl!,./\\`],
  [0.33, 'I'],
  [0.36, 'ft-:;[]·'],
  [0.41, 'r{}*'],
  [0.45, '()'],
  [0.56, '"“”–_zvys$'],
  [0.59, 'kxcaeL'],
  [0.615, '0123456789#uhnJgbdpqo?'],
  [0.66, 'FT+−×<=>^~Z'],
  [0.71, 'SPEVYX'],
  [0.765, 'BAKRCDUHN&'],
  [0.81, 'OQwG'],
  [0.9, 'Mm'],
  [1, 'W%—@'],
]
const EM = new Map(WIDTHS.flatMap(([em, characters]) => [...characters].map(character => [character, em] as const)))
/** Of accented letters and whatever else the table lacks. */
const OTHER_EM = 0.75
/** Letters of other scripts, which come from a font of the system that has no narrow cut. */
const FOREIGN = /(?!\p{Script=Latin})\p{L}/u
const FOREIGN_EM = 1.02

/** Advance at 75% width, as headlines are set, as a share of that at full width. */
const CONDENSED = 0.835
/** Signs that the narrow cut draws nearly as wide as the others. */
const NOT_NARROWED = new Set('!#*+/<=>[]\\^{}~')

/**
 * Upper bound of the width of a line of text. It is computed from a table instead of measured in a browser, so that a
 * picture is the same everywhere.
 *
 * @param size in pixels
 * @param condensed set as a headline, at 75% width
 * @returns px, a few per cent too wide at most, never too narrow
 */
export function textWidth(text: string, size: number, condensed = false): number {
  const em = [...text].reduce((sum, character) => {
    const share = condensed && !NOT_NARROWED.has(character) ? CONDENSED : 1
    return sum + (FOREIGN.test(character) ? FOREIGN_EM : (EM.get(character) ?? OTHER_EM) * share)
  }, 0)
  return em * size
}

/** Breaks a text into lines no wider than `width`; a word that is wider has a line to itself. */
export function wrapText(text: string, width: number, size: number, condensed = false): string[] {
  return text.split(/\s+/).reduce<string[]>((lines, word) => {
    const longer = [...lines.slice(-1), word].join(' ')
    return lines.length > 0 && textWidth(longer, size, condensed) <= width
      ? [...lines.slice(0, -1), longer]
      : [...lines, word]
  }, [])
}
