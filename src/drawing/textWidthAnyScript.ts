import { textWidth } from './textMetrics.ts'

/** Scripts that the deck's own fonts lack and every system sets about a full em wide. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]/u
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
/** Characters in the table of `textWidth`. */
const IN_TABLE = /[\p{Script=Latin}\p{ASCII}’‘“”–—·…]/u
/** Combining marks, joiners and variation selectors. */
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u
const EM = { wide: 1.02, picture: 1.4, other: 1 }
/** Letters in em: the average over the widest words in DejaVu Sans Bold, the widest usual fallback font. */
const LETTERS: [script: RegExp, em: number][] = [
  [/\p{Script=Arabic}|\p{Script=Cyrillic}/u, 0.88],
  [/\p{Script=Greek}/u, 0.8],
  [/[\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]/u, 0.76],
]

/**
 * Upper bound of the width of a line of text in any script, for what people write themselves; see `textWidth`.
 *
 * @param size in pixels
 * @param condensed set as a headline, at 75% width, which fonts of other scripts do not have
 */
export function textWidthAnyScript(text: string, size: number, condensed = false): number {
  return [...text].reduce((sum, character) => sum + characterWidth(character, size, condensed), 0)
}

function characterWidth(character: string, size: number, condensed: boolean): number {
  if (NO_WIDTH.test(character))
    return 0
  // Before the table: full-width Latin letters match it as well.
  if (WIDE.test(character))
    return size * EM.wide
  if (IN_TABLE.test(character))
    return textWidth(character, size, condensed)
  const letter = LETTERS.find(([script]) => script.test(character))?.[1]
  return size * (letter ?? (PICTURE.test(character) ? EM.picture : EM.other))
}

/**
 * Upper bound of the lines that a text takes; a word wider than a line breaks anywhere.
 *
 * @param width of a line, px
 * @param size px
 */
export function lineCount(text: string, width: number, size: number, condensed = false): number {
  let lines = 1
  let used = 0
  for (const word of text.split(/\s+/)) {
    const wordWidth = textWidthAnyScript(word, size, condensed)
    const space = used > 0 ? textWidthAnyScript(' ', size, condensed) : 0
    if (used + space + wordWidth <= width) {
      used += space + wordWidth
      continue
    }
    if (used > 0)
      lines += 1
    // Broken anywhere, each line may end up to one character early.
    const more = Math.ceil(wordWidth / Math.max(size, width - EM.picture * size)) - 1
    lines += wordWidth > width ? more : 0
    used = wordWidth > width ? width : wordWidth
  }
  return lines
}
