/** An operator of a page's content with its operands, by where they stand. */
export interface Operation {
  operator: string
  /** Of its first operand, or of itself where it has none. */
  start: number
  /** After it. */
  end: number
  /** Its operands as they are written. */
  operands: string
}

const SPACE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITER = new Set([...'()<>[]{}/%'].map(it => it.charCodeAt(0)))
const [OPEN, CLOSE, LESS, MORE, BACKSLASH, PERCENT] = [40, 41, 60, 62, 92, 37]

/**
 * Reads a content stream operator by operator (ISO 32000-1, 7.8.2). Only what is needed to tell operators from operands:
 * numbers, names, arrays and dictionaries are passed over, strings and inline images with all they hold.
 *
 * @param content one character a byte
 */
export function* operationsOf(content: string): Generator<Operation> {
  let at = 0
  let start = -1
  const code = () => content.charCodeAt(at)
  while (at < content.length) {
    const byte = code()
    if (SPACE.has(byte)) {
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
    else if (DELIMITER.has(byte)) {
      at++
      while (content[at - 1] === '/' && at < content.length && isRegular(code())) at++
      // The rest of a name follows its slash.
      if (byte === 47) {
        while (at < content.length && isRegular(code())) at++
      }
    }
    else {
      const from = at
      while (at < content.length && isRegular(code())) at++
      const word = content.slice(from, at)
      if (isOperand(word))
        continue
      if (word === 'BI')
        at = endOfImage(content, at)
      yield { operator: word, start, end: at, operands: content.slice(start, from) }
      start = -1
    }
  }
}

function isRegular(byte: number): boolean {
  return !SPACE.has(byte) && !DELIMITER.has(byte)
}

function isOperand(word: string): boolean {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(word) || word === 'true' || word === 'false' || word === 'null'
}

function endOfLine(content: string, from: number): number {
  let at = from
  while (at < content.length && content[at] !== '\n' && content[at] !== '\r') at++
  return at
}

/** Strings nest their brackets. */
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

/** The bytes of an image end at an EI between white space. */
function endOfImage(content: string, from: number): number {
  const end = /\sEI(?=\s|$)/g
  end.lastIndex = from
  return end.test(content) ? end.lastIndex : content.length
}
