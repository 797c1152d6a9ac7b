import type { Operation } from './contentStream.ts'
import { parseOperations } from './contentStream.ts'

const BUILDS_PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*'])
const PAINTS_PATH = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const PAINTS = new Set(['Do', 'sh', 'BI'])
const SHOWS_TEXT = new Set(['Tj', 'TJ', '\'', '"'])

/** Text outside all tags is in the margin boxes: the running head and foot, and the page number. */
const PAGINATION = '/Artifact <</Type /Pagination>> BDC\n'
const LAYOUT = '/Artifact <</Type /Layout>> BDC\n'
const END = '\nEMC'

/**
 * Marks what a page paints outside its tags as an artifact, so that a screen reader skips it instead of reading the
 * running head in the middle of a sentence. Chromium leaves margin boxes and some rules unmarked.
 *
 * @param content of a stream, one character a byte
 * @param isTagged whether the form XObject of this resource name holds tags, which an artifact must not enclose
 */
export function markArtifacts(content: string, isTagged: (name: string) => boolean = () => false): string {
  const inserts: { at: number, text: string }[] = []
  const wrap = (start: number, end: number, mark: string) =>
    inserts.push({ at: start, text: mark }, { at: end, text: END })
  let depth = 0
  let path: Operation | undefined
  let text: { start: number, shows: boolean, tagged: boolean } | undefined

  for (const operation of parseOperations(content)) {
    const { operator, start, end, operands } = operation
    if (operator === 'BMC' || operator === 'BDC') {
      depth++
      if (text && operands.includes('/MCID'))
        text.tagged = true
    }
    else if (operator === 'EMC') {
      depth--
    }
    else if (operator === 'BT') {
      text = depth === 0 ? { start, shows: false, tagged: false } : undefined
    }
    else if (operator === 'ET') {
      if (text?.shows && !text.tagged)
        wrap(text.start, end, PAGINATION)
      text = undefined
    }
    else if (SHOWS_TEXT.has(operator) && text) {
      text.shows = true
    }
    else if (BUILDS_PATH.has(operator)) {
      path ??= operation
    }
    else {
      if (depth === 0 && PAINTS_PATH.has(operator) && path)
        wrap(path.start, end, LAYOUT)
      else if (depth === 0 && PAINTS.has(operator) && !isTagged(operands.trim().slice(1)))
        wrap(start, end, LAYOUT)
      path = undefined
    }
  }
  let result = ''
  let from = 0
  for (const { at, text: mark } of inserts.sort((a, b) => a.at - b.at)) {
    result += content.slice(from, at) + mark
    from = at
  }
  return result + content.slice(from)
}
