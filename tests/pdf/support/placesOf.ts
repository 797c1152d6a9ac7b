import type { Widths } from '../../../src/pdf/fontTracker.ts'
import { parseOperations } from '../../../src/pdf/contentStream.ts'
import { parseString } from '../../../src/pdf/contentString.ts'

/** A glyph where a page shows it, in units of the text. */
export interface Placed {
  code: number
  x: number
  y: number
}

/**
 * Shows text as a reader does (ISO 32000-1, 9.4), to tell where each glyph comes to stand. Operators that neither move
 * nor show stand between the glyphs as they are written.
 *
 * @param content whose matrices only move
 * @param widthsOf a font by its name: of two bytes a glyph; another has one, half as wide as high
 */
export function placesOf(content: string, widthsOf: (font: string) => Widths | undefined): (Placed | string)[] {
  const shown: (Placed | string)[] = []
  let [x, y, lineX, lineY, size] = [0, 0, 0, 0, 1]
  let widths: Widths | undefined
  const show = (string: string) => {
    const bytes = parseString(string)
    const step = widths ? 2 : 1
    for (let i = 0; i + step <= bytes.length; i += step) {
      const code = widths ? bytes.charCodeAt(i) << 8 | bytes.charCodeAt(i + 1) : bytes.charCodeAt(i)
      shown.push({ code, x, y })
      x += (widths?.(code) ?? 500) / 1000 * size
    }
  }
  const startLine = (dx: number, dy: number) => {
    [x, y] = [lineX, lineY] = [lineX + dx, lineY + dy]
  }
  for (const { operator, operands } of parseOperations(content)) {
    const numbers = operands.trim().split(/\s+/).map(Number)
    if (operator === 'Td' || operator === 'TD') {
      startLine(numbers[0] ?? NaN, numbers[1] ?? NaN)
    }
    else if (operator === 'Tj') {
      show(operands.trim())
    }
    else if (operator === '\'') {
      startLine(0, -9)
      show(operands.trim())
    }
    else if (operator === 'TJ') {
      for (const [part] of operands.trim().slice(1, -1).matchAll(/\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>|[-.\d]+/g)) {
        if (/^[(<]/.test(part))
          show(part)
        else
          x -= Number(part) / 1000 * size
      }
    }
    else {
      if (operator === 'BT' || operator === 'Tm')
        [x, y] = [lineX, lineY] = [numbers[4] ?? 0, numbers[5] ?? 0]
      if (operator === 'Tf') {
        size = numbers[1] ?? NaN
        widths = widthsOf(operands.trim().slice(1).split(' ')[0] ?? '')
      }
      shown.push(`${operands.trim()} ${operator}`)
    }
  }
  return shown
}
