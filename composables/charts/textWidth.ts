/** Advance widths of Archivo Bold in em, rounded up; the deck's lighter weights are narrower, so an estimate is never short. */
const WIDTHS: [em: number, characters: string][] = [
  [0.2, ' '],
  [0.31, `'’\`|ijlI!,./\\`],
  [0.36, 'ft-:;[]()'],
  [0.41, 'r{}*'],
  [0.56, '"–_zvys$'],
  [0.59, 'kxcaeL'],
  [0.615, '0123456789#uhnJgbdpqo?'],
  [0.66, 'FT+−×<=>^~Z'],
  [0.71, 'SPEVYX'],
  [0.765, 'BAKRCDUHN&'],
  [0.81, 'OQwG'],
  [0.9, 'Mm'],
  [1, 'W%—@'],
]
const EM = new Map(WIDTHS.flatMap(([em, characters]) => [...characters].map(it => [it, em] as const)))
/** Accented letters and whatever else the table lacks. */
const OTHER_EM = 0.75

/**
 * Width of a line of label text, estimated without a browser so that a chart is the same everywhere.
 *
 * @param size in px
 * @returns px, at most a few per cent too wide and never too narrow
 */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, it) => sum + (EM.get(it) ?? OTHER_EM), 0) * size
}

/** Breaks a text between words into lines no wider than `width` px; a single longer word stays whole. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && textWidth(longer, size) <= width)
      lines[lines.length - 1] = longer
    else
      lines.push(word)
  }
  return lines
}
