const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
/** Characters that are escaped in a string in brackets. */
const SPECIAL = /[()\\\r]/
const STRING = /\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>/g

/** Value of each hexadecimal digit by its code; undefined for all other characters. */
const DIGITS: (number | undefined)[] = Array.from({ length: 256 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16)
  return Number.isNaN(value) ? undefined : value
})

/**
 * Reads a string of a content stream (ISO 32000-1, 7.3.4).
 *
 * @param written in brackets with escapes, or hexadecimal
 * @returns its bytes, one character a byte
 */
export function parseString(written: string): string {
  if (written.startsWith('<'))
    return parseHex(written)
  const inside = written.slice(1, -1)
  if (!inside.includes('\\') && !inside.includes('\r'))
    return inside
  return inside.replace(/\\([0-7]{1,3}|\r\n|[\s\S])|\r\n?/g, (_, escaped?: string) => {
    if (escaped === undefined)
      return '\n'
    if (/^[0-7]/.test(escaped))
      return String.fromCharCode(Number.parseInt(escaped, 8) & 0xFF)
    // An escaped line break continues the string on the next line.
    return /^[\r\n]/.test(escaped) ? '' : ESCAPES[escaped] ?? escaped
  })
}

/** The bytes of all strings among the operands of an operator, one character a byte. */
export function parseStrings(operands: string): string {
  let bytes = ''
  for (const written of operands.match(STRING) ?? [])
    bytes += parseString(written)
  return bytes
}

/** A missing last digit counts as zero, and space does not count. */
function parseHex(written: string): string {
  let bytes = ''
  let high: number | undefined
  for (let i = 1; i < written.length - 1; i++) {
    const digit = DIGITS[written.charCodeAt(i)]
    if (digit === undefined)
      continue
    if (high !== undefined)
      bytes += String.fromCharCode(high << 4 | digit)
    high = high === undefined ? digit : undefined
  }
  return high === undefined ? bytes : bytes + String.fromCharCode(high << 4)
}

/** A string in brackets. Brackets are escaped, and carriage returns, which would be read as line feeds. */
export function formatString(bytes: string): string {
  return `(${!SPECIAL.test(bytes) ? bytes : bytes.replace(/[()\\]/g, '\\$&').replaceAll('\r', '\\r')})`
}
