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
const [REGULAR, SPACE, DELIMITER, NUMBER] = [0, 1, 2, 3]
const VALUES = new Set(['true', 'false', 'null'])

/** Class of each byte (ISO 32000-1, 7.2.2). */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if ([0, 9, 10, 12, 13, 32].includes(byte))
    return SPACE
  return '()<>[]{}/%'.includes(String.fromCharCode(byte)) ? DELIMITER : REGULAR
})
/** The same at the beginning of a token: no operator begins with a digit, a sign or a point. */
const FIRST_KINDS = KINDS.map((kind, byte) => '0123456789+-.'.includes(String.fromCharCode(byte)) ? NUMBER : kind)

/**
 * Reads a content stream operator by operator (ISO 32000-1, 7.8.2). It parses only as much as it takes to tell
 * operators from operands: numbers, names, arrays and dictionaries are skipped, strings and inline images as a whole.
 *
 * @param content of a stream, one character a byte
 */
export function parseOperations(content: string): IterableIterator<Operation, undefined> {
  let at = 0
  return {
    [Symbol.iterator]() {
      return this
    },
    next() {
      const value = readOperation(content, at)
      if (!value)
        return { done: true, value }
      at = value.end
      return { done: false, value }
    },
  }
}

function readOperation(content: string, begin: number): Operation | undefined {
  let at = begin
  let start = -1
  while (at < content.length) {
    const byte = content.charCodeAt(at)
    const kind = FIRST_KINDS[byte]
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
    if (kind === NUMBER) {
      at = endOfWord(content, at + 1)
      continue
    }
    if (kind === DELIMITER) {
      at = endOfDelimited(content, at)
      continue
    }
    const from = at
    at = endOfWord(content, at)
    const word = content.slice(from, at)
    if (VALUES.has(word))
      continue
    if (word === 'BI')
      at = endOfImage(content, at)
    return { operator: word, start, end: at, operands: content.slice(start, from) }
  }
  return undefined
}

/** End of a string or a name, or of the bracket around an array or a dictionary. */
function endOfDelimited(content: string, at: number): number {
  switch (content.charCodeAt(at)) {
    case OPEN:
      return endOfString(content, at)
    case LESS:
      return content.charCodeAt(at + 1) === LESS ? at + 2 : content.indexOf('>', at) + 1 || content.length
    case MORE:
      return at + 2
    case SLASH:
      return endOfWord(content, at + 1)
    default:
      return at + 1
  }
}

/**
 * The operands of an operator that takes no strings, as they are written. The brackets of an array are left out.
 */
export function splitOperands(operands: string): string[] {
  const found: string[] = []
  for (let at = 0; at < operands.length;) {
    const end = endOfWord(operands, at)
    if (end > at)
      found.push(operands.slice(at, end))
    at = end + 1
  }
  return found
}

/** The operands of an operator that takes nothing but numbers. */
export function parseNumbers(operands: string): number[] {
  const found: number[] = []
  for (let at = 0; at < operands.length;) {
    const end = endOfWord(operands, at)
    if (end > at)
      found.push(Number(operands.slice(at, end)))
    at = end + 1
  }
  return found
}

function endOfWord(content: string, from: number): number {
  let at = from
  while (at < content.length && KINDS[content.charCodeAt(at)] === REGULAR) at++
  return at
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
