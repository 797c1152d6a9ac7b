import type { Operation } from './contentStream.ts'
import { operationsOf } from './contentStream.ts'

const BUILDS_PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*'])
const PAINTS_PATH = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const PAINTS = new Set(['Do', 'sh', 'BI'])
const SHOWS_TEXT = new Set(['Tj', 'TJ', '\'', '"'])

/** Words outside all tags stand in the margin boxes: the running head and foot, and the number of the page. */
const PAGINATION = '/Artifact <</Type /Pagination>> BDC\n'
const LAYOUT = '/Artifact <</Type /Layout>> BDC\n'
const END = '\nEMC'

/**
 * Marks what a page paints outside its tags as an artifact, so that a screen reader passes it over instead of reading
 * the running head into a sentence. Chromium leaves margin boxes and some rules without any mark.
 *
 * @param content of the stream, one character a byte
 * @param isTagged whether the picture of a name brings tags of its own, which no artifact may enclose
 */
export function markArtifacts(content: string, isTagged: (name: string) => boolean = () => false): string {
  const inserts: { at: number, text: string }[] = []
  const wrap = (start: number, end: number, mark: string) =>
    inserts.push({ at: start, text: mark }, { at: end, text: END })
  let depth = 0
  let path: Operation | undefined
  let text: { start: number, shows: boolean, tagged: boolean } | undefined

  for (const operation of operationsOf(content)) {
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
