/** An operator of a content stream with its operands, and where they are in it. */
export interface Operation {
  operator: string
  /** Offset of its first operand, or of the operator where it has none. */
  start: number
  /** Offset after the operator. */
  end: number
  /** As they are written, with the space around them. */
  operands: string
}

const [OPEN, CLOSE, LESS, MORE, BACKSLASH, PERCENT, SLASH] = [40, 41, 60, 62, 92, 37, 47]
const [REGULAR, SPACE, DELIMITER] = [0, 1, 2]
const VALUES = new Set(['true', 'false', 'null'])

/** Class of each byte (ISO 32000-1, 7.2.2). */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if ([0, 9, 10, 12, 13, 32].includes(byte))
    return SPACE
  return '()<>[]{}/%'.includes(String.fromCharCode(byte)) ? DELIMITER : REGULAR
})

/**
 * Reads a content stream operator by operator (ISO 32000-1, 7.8.2). It parses only as much as it takes to tell
 * operators from operands: numbers, names, arrays and dictionaries are skipped, strings and inline images as a whole.
 *
 * @param content of a stream, one character a byte
 */
export function* parseOperations(content: string): Generator<Operation> {
  let at = 0
  let start = -1
  while (at < content.length) {
    const byte = content.charCodeAt(at)
    const kind = KINDS[byte]
    if (kind === SPACE) {
      at++
      continue
    }
    if (byte === PERCENT) {
      at = endOfLine(content, at)
      continue
    }
    if (start < 0)
      start = at
    if (byte === OPEN) {
      at = endOfString(content, at)
    }
    else if (byte === LESS && content.charCodeAt(at + 1) !== LESS) {
      at = content.indexOf('>', at) + 1 || content.length
    }
    else if (byte === LESS || byte === MORE) {
      at += 2
    }
    else if (byte === SLASH) {
      at = endOfWord(content, at + 1)
    }
    else if (kind === DELIMITER) {
      at++
    }
    else {
      const from = at
      at = endOfWord(content, at)
      if (startsNumber(byte))
        continue
      const word = content.slice(from, at)
      if (VALUES.has(word))
        continue
      if (word === 'BI')
        at = endOfImage(content, at)
      yield { operator: word, start, end: at, operands: content.slice(start, from) }
      start = -1
    }
  }
}

function endOfWord(content: string, from: number): number {
  let at = from
  while (at < content.length && KINDS[content.charCodeAt(at)] === REGULAR) at++
  return at
}

/** With a digit, a sign or a point: no operator begins like this. */
function startsNumber(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === 46
}

function endOfLine(content: string, from: number): number {
  let at = from
  while (at < content.length && content[at] !== '\n' && content[at] !== '\r') at++
  return at
}

/** Brackets within a string are balanced, or escaped. */
function endOfString(content: string, from: number): number {
  let depth = 0
  for (let at = from; at < content.length; at++) {
    const byte = content.charCodeAt(at)
    if (byte === BACKSLASH)
      at++
    else if (byte === OPEN)
      depth++
    else if (byte === CLOSE && --depth === 0)
      return at + 1
  }
  return content.length
}

/** The data of an inline image ends at an `EI` between white space. */
function endOfImage(content: string, from: number): number {
  const end = /\sEI(?=\s|$)/g
  end.lastIndex = from
  return end.test(content) ? end.lastIndex : content.length
}
