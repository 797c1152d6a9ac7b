/** Pixels. */
export interface Box { x: number, y: number, width: number, height: number }

/** Advance widths of bold Archivo in em, rounded up, by kind of letter. */
const ADVANCES: [RegExp, number][] = [[/[ijl'’]/, 0.305], [/I/, 0.33], [/\s/, 0.21], [/[ftr.,:;!/·-]/, 0.385], [/[()]/, 0.45], [/[ckvxyzs]/, 0.58], [/[mwM]/, 0.895], [/[W%—]/, 0.975], [/[CDGHNOQU&]/, 0.805], [/[A-Z]/, 0.735]]
const OTHER_ADVANCE = 0.62
const CONDENSED = 0.835

/**
 * How wide a text is at most, without a browser to ask.
 *
 * @param size in pixels
 * @param condensed set as a headline, at 75% width
 */
export function textWidth(text: string, size: number, condensed = false): number {
  const em = [...text].reduce((sum, letter) => sum + (ADVANCES.find(([it]) => it.test(letter))?.[1] ?? OTHER_ADVANCE), 0)
  return em * size * (condensed ? CONDENSED : 1)
}

/** Breaks a text into lines no wider than `width`; a word that is wider has a line to itself. */
export function wrapText(text: string, width: number, size: number, condensed = false): string[] {
  return text.split(/\s+/).reduce<string[]>((lines, word) => {
    const longer = [...lines.slice(-1), word].join(' ')
    return lines.length > 0 && textWidth(longer, size, condensed) <= width ? [...lines.slice(0, -1), longer] : [...lines, word]
  }, [])
}
