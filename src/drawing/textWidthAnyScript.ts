import { textWidth } from './textMetrics.ts'

/** Scripts that the deck's own fonts lack and every system sets about a full em wide. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]/u
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
/** Letters that the estimate of `textWidth` is made for. */
const OWN = /[\p{Script=Latin}\p{ASCII}’‘“”–—·…]/u
/** Marks over and under letters, and what joins or selects. */
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u
const EM = { wide: 1.02, picture: 1.4, other: 1 }
/** Letters in em: what the widest of words take in DejaVu Sans Bold, as wide a font as any system falls back to. */
const LETTERS: [script: RegExp, em: number][] = [
  [/\p{Script=Arabic}|\p{Script=Cyrillic}/u, 0.88],
  [/\p{Script=Greek}/u, 0.8],
  [/[\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]/u, 0.76],
]

/**
 * How wide a line of text in any script is at most, without a browser to ask: people write what they like.
 *
 * @param size in pixels
 * @param condensed set as a headline, at 75% width, which fonts of other scripts do not have
 */
export function textWidthAnyScript(text: string, size: number, condensed = false): number {
  return [...text].reduce((sum, name) => sum + widthOfOne(name, size, condensed), 0)
}

function widthOfOne(character: string, size: number, condensed: boolean): number {
  if (NO_WIDTH.test(character))
    return 0
  // Letters of full width are Latin too.
  if (WIDE.test(character))
    return size * EM.wide
  if (OWN.test(character))
    return textWidth(character, size, condensed)
  const letter = LETTERS.find(([script]) => script.test(character))?.[1]
  return size * (letter ?? (PICTURE.test(character) ? EM.picture : EM.other))
}

/**
 * Into how many lines a text breaks at most; what has no spaces breaks anywhere.
 *
 * @param width of a line, px
 * @param size px
 */
export function lineCount(text: string, width: number, size: number, condensed = false): number {
  let lines = 1
  let used = 0
  for (const word of text.split(/\s+/)) {
    const wide = textWidthAnyScript(word, size, condensed)
    const space = used > 0 ? textWidthAnyScript(' ', size, condensed) : 0
    if (used + space + wide <= width) {
      used += space + wide
      continue
    }
    if (used > 0)
      lines += 1
    // A line that is broken anywhere may stay short of its end by one character.
    const more = Math.ceil(wide / Math.max(size, width - EM.picture * size)) - 1
    lines += wide > width ? more : 0
    used = wide > width ? width : wide
  }
  return lines
}
