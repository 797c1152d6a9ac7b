import type { PDFContext } from '@cantoo/pdf-lib'
import type { Widths } from './fontTracker.ts'
import type { Matrix } from './matrix.ts'
import { PDFArray, PDFDict, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { readCidWidths } from './cidWidths.ts'
import { parseNumbers, parseOperations } from './contentStream.ts'
import { parseStrings } from './contentString.ts'
import { isForm, resourcesOf } from './forms.ts'
import { apply, IDENTITY, multiply, parseMatrix } from './matrix.ts'
import { name } from './names.ts'
import { streamText } from './packedStream.ts'

const SHOWS_TEXT = new Set(['Tj', 'TJ'])
const BUILDS_PATH = new Set(['m', 'l', 'c', 'v', 'y', 're'])
const PAINTS_PATH = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
/** Of letters, in parts of their size. */
const [ASCENT, DESCENT] = [0.75, 0.25]

/** Left, bottom, right and top, in points of the page. */
export type Box = [left: number, bottom: number, right: number, top: number]

/** What a marked content of a stream paints. */
export type OnPainted = (structParents: number, id: number, box: Box) => void

interface Walk {
  context: PDFContext
  onPainted: OnPainted
  widthsOf: (font: PDFDict) => Widths | undefined
}

/** Tells of each marked content on a page, and in the form XObjects that it draws, where it paints. */
export function paintedBoxes(context: PDFContext, page: PDFDict, onPainted: OnPainted): void {
  const content = page.lookup(name('Contents'))
  if (!(content instanceof PDFRawStream))
    return
  const known = new Map<PDFDict, Widths | undefined>()
  const widthsOf = (font: PDFDict) => {
    if (!known.has(font))
      known.set(font, readCidWidths(context, font))
    return known.get(font)
  }
  const resources = page.lookupMaybe(name('Resources'), PDFDict)
  walk({ context, onPainted, widthsOf }, { stream: content, dict: page, resources, matrix: IDENTITY })
}

/** A stream, where it is drawn from. */
interface Place {
  stream: PDFRawStream
  /** The page or form XObject that it belongs to. */
  dict: PDFDict
  resources: PDFDict | undefined
  matrix: Matrix
}

type Point = [x: number, y: number]

function walk(all: Walk, { stream, dict, resources, matrix: start }: Place): void {
  const number = dict.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber() ?? -1
  const ids: (number | undefined)[] = []
  const saved: Matrix[] = []
  let [drawn, text]: [Matrix, Matrix] = [start, IDENTITY]
  let font: SetFont = { widths: undefined, size: 0 }
  let path: Point[] = []
  const paint = (points: Point[], matrix: Matrix) => {
    const id = ids.findLast(one => one !== undefined)
    if (id !== undefined && points.length > 0)
      all.onPainted(number, id, boxAround(points.map(([x, y]) => apply(matrix, x, y))))
  }
  const operators: Record<string, (operands: string) => void> = {
    q: () => saved.push(drawn),
    Q: () => drawn = saved.pop() ?? drawn,
    cm: operands => drawn = multiply(parseMatrix(operands), drawn),
    BMC: () => ids.push(undefined),
    BDC: operands => ids.push(idIn(operands)),
    EMC: () => ids.pop(),
    Tm: operands => text = parseMatrix(operands),
    Tf: operands => font = fontIn(all, resources, operands),
    n: () => path = [],
    Do: (operands) => {
      const object = resources?.lookupMaybe(name('XObject'), PDFDict)?.lookup(name(operands.trim().slice(1)))
      const own = isForm(object) ? object.dict.lookup(name('Matrix')) : undefined
      const matrix = multiply(own instanceof PDFArray ? parseMatrix(String(own)) : IDENTITY, drawn)
      if (isForm(object) && ids.every(id => id === undefined))
        walk(all, { stream: object, dict: object.dict, resources: resourcesOf(object), matrix })
      else
        paint(isForm(object) ? cornersOf(object) : [[0, 0], [1, 0], [0, 1], [1, 1]], matrix)
    },
  }
  for (const { operator, operands } of parseOperations(streamText(stream))) {
    if (SHOWS_TEXT.has(operator)) {
      paint(cornersOfText(operands, font), multiply(text, drawn))
    }
    else if (BUILDS_PATH.has(operator)) {
      path.push(...pointsOf(operator, operands))
    }
    else if (PAINTS_PATH.has(operator)) {
      paint(path, drawn)
      path = []
    }
    else {
      operators[operator]?.(operands)
    }
  }
}

interface SetFont { widths: Widths | undefined, size: number }

function idIn(operands: string): number | undefined {
  const id = /\/MCID\s+(\d+)/.exec(operands)?.[1]
  return id === undefined ? undefined : Number(id)
}

function fontIn(all: Walk, resources: PDFDict | undefined, operands: string): SetFont {
  const [, key = '', size = '0'] = /\/(\S+)\s+(\S+)/.exec(operands) ?? []
  const dict = resources?.lookupMaybe(name('Font'), PDFDict)?.lookupMaybe(name(key), PDFDict)
  return { widths: dict && all.widthsOf(dict), size: Number(size) }
}

function boxAround(points: Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function pointsOf(operator: string, operands: string): Point[] {
  const values = parseNumbers(operands)
  if (operator !== 're')
    return Array.from({ length: values.length >> 1 }, (_, i) => [values[2 * i] ?? 0, values[2 * i + 1] ?? 0])
  const [x = 0, y = 0, width = 0, height = 0] = values
  return [[x, y], [x + width, y], [x, y + height], [x + width, y + height]]
}

function cornersOfText(operands: string, font: SetFont): Point[] {
  const width = widthOf(operands, font)
  const [top, bottom] = [ASCENT * font.size, -DESCENT * font.size]
  return [[0, bottom], [width, bottom], [0, top], [width, top]]
}

function cornersOf({ dict }: PDFRawStream): Point[] {
  const [left = 0, bottom = 0, right = 0, top = 0]
    = dict.lookup(name('BBox'), PDFArray).asArray().map(value => (value as PDFNumber).asNumber())
  return [[left, bottom], [right, bottom], [left, top], [right, top]]
}

/** Without the steps between letters, which are small. */
function widthOf(operands: string, { widths, size }: SetFont): number {
  const bytes = parseStrings(operands)
  let width = 0
  for (let i = 0; i + 1 < bytes.length; i += 2)
    width += widths?.(bytes.charCodeAt(i) << 8 | bytes.charCodeAt(i + 1)) ?? 500
  return width * size / 1000
}
