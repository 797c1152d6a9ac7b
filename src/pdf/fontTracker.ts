import type { Operation } from './contentStream.ts'

/** Width of a glyph by its code, in thousandths of the font size. */
export type Widths = (code: number) => number

export interface Font {
  widths: Widths
  /** A thousandth of the font size, in units of the text. */
  thousandth: number
}

export interface FontTracker {
  /** The font in use; undefined where its widths do not say where the next glyph goes. */
  readonly current: Font | undefined
  /** Takes an operator into account, each in turn. */
  follow: (operation: Operation) => void
}

/** Operators that space letters by more than their widths, each with the value at which it does not. */
const NEUTRAL_SPACING = new Map([['Tc', 0], ['Tw', 0], ['Tz', 100]])

/** Follows which font a content stream sets text in. */
export function trackFont(widthsOf: (fontName: string) => Widths | undefined): FontTracker {
  let current: Font | undefined
  let isSpaced = false
  return {
    get current() {
      return current
    },
    follow({ operator, operands }) {
      if (operator === 'Tf') {
        const [, name = '', size] = /\/(\S+)\s+(\S+)/.exec(operands) ?? []
        const widths = isSpaced || !Number(size) ? undefined : widthsOf(name)
        current = widths && { widths, thousandth: Number(size) / 1000 }
      }
      else if (NEUTRAL_SPACING.has(operator)) {
        isSpaced ||= Number(operands) !== NEUTRAL_SPACING.get(operator)
      }
      // Each text object of Chromium sets its font anew, and a graphics state may set another one.
      if (operator === 'ET' || operator === 'gs' || isSpaced)
        current = undefined
    },
  }
}
