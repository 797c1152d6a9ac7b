import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'

const name = PDFName.of

/**
 * A page as Chromium prints it: links on it, each with an element of the structure.
 *
 * @param rects of the links, from the lower left corner in points; by default one above the other
 */
export async function printedLinks(
  addresses: string[],
  rects = addresses.map((_, i) => [10, 10 * i, 90, 10 * i + 8]),
  size: [number, number] = [200, 200],
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage(size)
  const { context } = document
  page.node.set(name('Contents'), context.register(context.flateStream('0 0 9 1 re f')))
  const elements = addresses.map((address, i) => {
    const link = context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        StructParent: i + 1,
        Border: [0, 0, 0],
        Rect: rects[i] ?? [],
        A: { S: 'URI', URI: PDFString.of(address) },
      }),
    )
    page.node.addAnnot(link)
    return context.register(context.obj({ Type: 'StructElem', S: 'Link', K: { Type: 'OBJR', Obj: link } }))
  })
  document.catalog.set(
    name('StructTreeRoot'),
    context.register(
      context.obj({
        Type: 'StructTreeRoot',
        K: elements,
        ParentTree: { Kids: [{ Nums: elements.flatMap((element, i) => [i + 1, element]) }] },
      }),
    ),
  )
  return document.save()
}
