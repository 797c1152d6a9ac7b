import type { Operation } from './contentStream.ts'
import { parseOperations } from './contentStream.ts'
import { createRewriter } from './rewriter.ts'

const BUILDS_PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*'])
const PAINTS_PATH = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const PAINTS = new Set(['Do', 'sh', 'BI'])
const SHOWS_TEXT = new Set(['Tj', 'TJ', '\'', '"'])

/** Text outside all tags is in the margin boxes: the running head and foot, and the page number. */
const PAGINATION = '/Artifact <</Type /Pagination>> BDC\n'
/** A rule, a bar, a ground: it says nothing, and a screen reader skips it. */
const LAYOUT = '/Artifact BMC\n'
const END = '\nEMC'

/** How a tagged piece of a stream is marked. */
export interface Tags {
  /** Whether the form XObject of this resource name holds tags, which no mark must enclose. */
  isTagged: (name: string) => boolean
  /** Whether all that is drawn in this marked content belongs to it, as in a picture. */
  isPicture: (id: number) => boolean
  /** What is in this marked content is no content after all. */
  drop: (id: number) => void
  /** @returns the ID of more content of the element that has this marked content */
  continueIn: (id: number) => number
  /**
   * Text without a tag is followed by this marked content: at the head of a list item it is its number.
   *
   * @returns the ID of the label's marked content, or undefined where the text is none
   */
  label: (id: number) => number | undefined
}

const NO_TAGS: Tags = {
  isTagged: () => false,
  isPicture: () => false,
  drop: () => {},
  continueIn: id => id,
  label: () => undefined,
}

/** Something that is painted, from its first operand to its operator. */
interface Piece {
  kind: 'text' | 'path' | 'object'
  start: number
  end: number
}

interface Marked {
  /** Undefined for an artifact, and for marks within marks. */
  id: number | undefined
  opens: Operation
  closes: Operation | undefined
  /** Whether it begins and ends outside text. */
  isWhole: boolean
  pieces: Piece[]
}

/**
 * Marks all of a stream as either content or artifact (ISO 14289-1, 7.1). What is painted outside tags becomes an
 * artifact, but for numbers of list items: Chromium leaves margin boxes, some rules and counters unmarked. So do the
 * rules and grounds within tags that are not those of a picture: Chromium counts them as content.
 *
 * @param content of a stream, one character a byte
 */
export function markArtifacts(content: string, tags: Tags = NO_TAGS): string {
  const { marked, loose } = piecesOf(content, tags)
  const edits: { at: number, to: number, text: string }[] = []
  const wrap = ({ start, end }: Pick<Piece, 'start' | 'end'>, mark: string) =>
    edits.push({ at: start, to: start, text: mark }, { at: end, to: end, text: END })
  // Both are in the order of the stream.
  let following = 0
  for (const piece of loose) {
    while ((marked[following]?.opens.start ?? Infinity) <= piece.end) following++
    const next = piece.kind === 'text' ? marked[following]?.id : undefined
    const label = next === undefined ? undefined : tags.label(next)
    wrap(piece, label !== undefined ? markOf('Lbl', label) : piece.kind === 'text' ? PAGINATION : LAYOUT)
  }
  for (const { id, opens, closes, isWhole, pieces } of marked) {
    if (id === undefined || !closes || !isWhole || !pieces.some(({ kind }) => kind === 'path') || tags.isPicture(id))
      continue
    edits.push({ at: opens.start, to: opens.end, text: '' }, { at: closes.start, to: closes.end, text: '' })
    const groups = groupsOf(pieces)
    const contents = groups.filter(({ kind }) => kind !== 'path')
    if (contents.length === 0)
      tags.drop(id)
    for (const group of groups)
      wrap(group, group.kind === 'path' ? LAYOUT : markOf('P', group === contents[0] ? id : tags.continueIn(id)))
  }
  const output = createRewriter(content)
  edits
    .map((edit, i) => ({ ...edit, i }))
    .sort((one, other) => one.at - other.at || one.i - other.i)
    .forEach(({ at, to, text }) => output.replace(at, to, text))
  return output.end()
}

function markOf(type: string, id: number): string {
  return `/${type} <</MCID ${id}>> BDC\n`
}

/** Neighbours of one kind as one piece: content on one hand, rules and grounds on the other. */
function groupsOf(pieces: Piece[]): Piece[] {
  const groups: Piece[] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last && (last.kind === 'path') === (piece.kind === 'path'))
      last.end = piece.end
    else
      groups.push({ ...piece })
  }
  return groups
}

/** All that is painted: within each outermost mark, and outside all marks. */
function piecesOf(content: string, { isTagged }: Tags): { marked: Marked[], loose: Piece[] } {
  const marked: Marked[] = []
  const loose: Piece[] = []
  let current: Marked | undefined
  let depth = 0
  let path: Operation | undefined
  let text: { start: number, shows: boolean, tagged: boolean } | undefined
  const paint = (kind: Piece['kind'], start: number, end: number) =>
    (current?.pieces ?? loose).push({ kind, start, end })

  for (const operation of parseOperations(content)) {
    const { operator, start, end, operands } = operation
    if (operator === 'BMC' || operator === 'BDC') {
      const id = /\/MCID\s+(\d+)/.exec(operands)?.[1]
      if (depth++ === 0) {
        current = { id: id ? Number(id) : undefined, opens: operation, closes: undefined, isWhole: !text, pieces: [] }
        marked.push(current)
      }
      if (text && id)
        text.tagged = true
    }
    else if (operator === 'EMC') {
      if (--depth === 0 && current) {
        current.closes = operation
        current.isWhole &&= !text
        current = undefined
      }
    }
    else if (operator === 'BT') {
      text = { start, shows: false, tagged: false }
    }
    else if (operator === 'ET') {
      if (text?.shows && !text.tagged)
        paint('text', text.start, end)
      text = undefined
    }
    else if (SHOWS_TEXT.has(operator)) {
      if (text)
        text.shows = true
    }
    else if (BUILDS_PATH.has(operator)) {
      path ??= operation
    }
    else {
      if (PAINTS_PATH.has(operator) && path)
        paint('path', path.start, end)
      else if (PAINTS.has(operator) && !isTagged(operands.trim().slice(1)))
        paint('object', start, end)
      path = undefined
    }
  }
  return { marked, loose }
}
