import { PDFName } from '@cantoo/pdf-lib'

const names = new Map<string, PDFName>()
const texts = new Map<PDFName, string>()

/**
 * A name (ISO 32000-1, 7.3.5). There is one object for each, so that names are the same when the objects are. Known
 * ones are found at once, where the library looks for escapes in each first: a document's structure is asked for names
 * a hundred thousand times.
 */
export function name(text: string): PDFName {
  const known = names.get(text)
  if (known)
    return known
  const made = PDFName.of(text)
  names.set(text, made)
  return made
}

/** The text of a name, which the library decodes anew each time. */
export function textOfName(of: PDFName): string {
  const known = texts.get(of)
  if (known !== undefined)
    return known
  const text = of.decodeText()
  texts.set(of, text)
  return text
}
