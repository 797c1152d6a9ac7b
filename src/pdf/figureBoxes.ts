import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import type { Box } from './paintedBoxes.ts'
import { PDFArray, PDFDict } from '@cantoo/pdf-lib'
import { name } from './names.ts'
import { paintedBoxes } from './paintedBoxes.ts'
import { parentTreeEntries, structureElements, typeOf } from './structure.ts'

/** Says of each figure where on its page it is (ISO 32000-1, table 343), so that a reader can show and enlarge it. */
export function placeFigures(document: PDFDocument): void {
  const { context } = document
  const figures = new Set(structureElements(document).map(([, dict]) => dict).filter(dict => typeOf(dict) === 'Figure'))
  if (figures.size === 0)
    return
  const lists = new Map(parentTreeEntries(document))
  const boxes = new Map<PDFDict, Box>()
  for (const { node } of document.getPages()) {
    paintedBoxes(context, node, (number, id, box) => {
      const parents = context.lookup(lists.get(number))
      const figure = parents instanceof PDFArray ? figureAround(parents.get(id), figures, document) : undefined
      if (figure)
        boxes.set(figure, around(boxes.get(figure), box))
    })
  }
  for (const [figure, box] of boxes) {
    const known = figure.lookup(name('A'))
    const all = known instanceof PDFArray ? known.asArray() : known ? [figure.get(name('A')) as PDFObject] : []
    const layout = context.obj({ O: 'Layout', BBox: box.map(value => Number(value.toFixed(1))) })
    figure.set(name('A'), all.length > 0 ? context.obj([...all, layout]) : layout)
  }
}

function figureAround(
  from: PDFObject | undefined,
  figures: Set<PDFDict>,
  { context }: PDFDocument,
): PDFDict | undefined {
  for (let one = context.lookup(from); one instanceof PDFDict; one = one.lookup(name('P'))) {
    if (figures.has(one))
      return one
  }
  return undefined
}

function around(one: Box | undefined, [left, bottom, right, top]: Box): Box {
  return one
    ? [Math.min(one[0], left), Math.min(one[1], bottom), Math.max(one[2], right), Math.max(one[3], top)]
    : [left, bottom, right, top]
}
