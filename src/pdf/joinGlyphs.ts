import type { Operation } from './contentStream.ts'
import { contentScale } from './contentScale.ts'
import { operationsOf } from './contentStream.ts'
import { bytesOf, literalOf } from './contentString.ts'
import { digitsOfPlace, digitsOfStep, DRIFT, rounded } from './precision.ts'
import { rewriter } from './rewriter.ts'
import { textLine } from './textLine.ts'

/** Widths of a font's glyphs by their codes, in thousandths of the font's size. */
export type Widths = (code: number) => number

/** Font that text is set in. */
interface Font {
  widths: Widths
  /** Of its size, in units of the text. */
  thousandth: number
}

/** Glyphs that one operator is to show. */
interface Run {
  start: number
  end: number
  /** Strings of bytes and, between them, how far to step back, in thousandths of the font's size. */
  parts: (string | number)[]
  /** End of the moves that have come since, for the next glyph. */
  moved: number | undefined
}

/** Start a line from the start of the last one. */
const FROM_LINE = new Set(['TD', 'T*', '\'', '"'])
const SHOWS_TEXT = new Set(['Tj', 'TJ', '\'', '"'])
/** Set letters apart by more than their widths: each with the value at which it does not. */
const SPREADS = new Map([['Tc', 0], ['Tw', 0], ['Tz', 100]])

/**
 * Sets the glyphs of a line in one go. Chromium moves to each by itself, with eight digits: that makes most of a file,
 * and packs badly. Where a glyph does not follow the one before by that one's width, the run says by how much; this is
 * counted from where Chromium put it, so that errors do not add up over a line.
 *
 * No more is touched than what moves to text and shows it, in fonts whose widths are known: a run ends at each other
 * operator, so that marks keep what they enclose.
 *
 * @param content of a stream, one character a byte
 * @param widthsOf a font by its name in the resources: undefined but for one of two bytes a glyph
 */
export function joinGlyphs(content: string, widthsOf: (font: string) => Widths | undefined): string {
  const output = rewriter(content)
  const scaleOf = contentScale()
  const line = textLine()
  let run: Run | undefined
  let font: Font | undefined
  let spread = false

  const move = (dx: number, dy: string, scale: number) => `${line.move(dx, digitsOfPlace(scale))} ${dy} Td`
  const show = ({ start, end }: Operation, bytes: string, { widths, thousandth }: Font, scale: number) => {
    run ??= { start, end, parts: [], moved: undefined }
    if (Math.abs(line.drift()) * scale > DRIFT) {
      const back = rounded(line.drift() / thousandth, digitsOfStep(Math.abs(thousandth) * scale))
      line.step(back * thousandth)
      run.parts.push(back)
    }
    run.parts.push(bytes)
    run.end = end
    run.moved = undefined
    let width = 0
    for (let i = 0; i < bytes.length; i += 2)
      width += widths(bytes.charCodeAt(i) << 8 | bytes.charCodeAt(i + 1))
    line.advance(width * thousandth)
  }
  const close = (scale: number) => {
    if (run && run.parts.length > 1)
      output.replace(run.start, run.end, showing(run.parts))
    if (run?.moved !== undefined)
      output.replace(run.end, run.moved, ` ${move(0, '0', scale)}`)
    run = undefined
  }

  for (const operation of operationsOf(content)) {
    const { operator, operands, start, end } = operation
    const scale = scaleOf(operation)
    const bytes = operator === 'Tj' && font ? bytesOf(operands.trim()) : undefined
    // Half a code is none.
    if (font && bytes !== undefined && bytes.length % 2 === 0) {
      show(operation, bytes, font, scale)
      continue
    }
    const [dx, dy] = operator === 'Td' ? operands.trim().split(/\s+/) : []
    if (run && dx !== undefined && Number(dy) === 0 && line.carry(Number(dx))) {
      run.moved = end
      continue
    }
    close(scale)
    if (dx !== undefined && dy !== undefined) {
      output.replace(start, end, move(Number(dx), dy, scale))
    }
    else if (operator === 'Tf') {
      const [, name = '', size] = /\/(\S+)\s+(\S+)/.exec(operands) ?? []
      const widths = spread || !Number(size) ? undefined : widthsOf(name)
      font = widths && { widths, thousandth: Number(size) / 1000 }
    }
    else if (SPREADS.has(operator)) {
      spread ||= Number(operands) !== SPREADS.get(operator)
    }
    else if (FROM_LINE.has(operator) && line.isCarried(digitsOfPlace(scale))) {
      output.replace(start, start, `${move(0, '0', scale)} `)
    }
    // Not to be relied on after text; and a graphics state may bring another font.
    if (operator === 'ET' || operator === 'gs' || spread)
      font = undefined
    if (operator === 'BT' || operator === 'Tm')
      line.restart()
    if (FROM_LINE.has(operator))
      line.goBack()
    if (SHOWS_TEXT.has(operator))
      line.advance(undefined)
  }
  close(1)
  return output.end()
}

/** Strings that nothing sets apart are one. */
function showing(parts: Run['parts']): string {
  const written: string[] = []
  let bytes = ''
  for (const part of [...parts, undefined]) {
    if (typeof part === 'string') {
      bytes += part
      continue
    }
    if (bytes)
      written.push(literalOf(bytes))
    bytes = ''
    if (part !== undefined)
      written.push(String(part))
  }
  return written.length === 1 ? `${written[0]} Tj` : `[${written.join('')}] TJ`
}
