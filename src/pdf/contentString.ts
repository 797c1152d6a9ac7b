import { Buffer } from 'node:buffer'

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/**
 * Reads a string of a content stream (ISO 32000-1, 7.3.4).
 *
 * @param written in brackets with escapes, or hexadecimal
 * @returns its bytes, one character a byte
 */
export function parseString(written: string): string {
  const inside = written.slice(1, -1)
  if (written.startsWith('<')) {
    const digits = inside.replace(/\s/g, '')
    // A missing last digit counts as zero.
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1')
  }
  return inside.replace(/\\([0-7]{1,3}|\r\n|[\s\S])|\r\n?/g, (_, escaped?: string) => {
    if (escaped === undefined)
      return '\n'
    if (/^[0-7]/.test(escaped))
      return String.fromCharCode(Number.parseInt(escaped, 8) & 0xFF)
    // An escaped line break continues the string on the next line.
    return /^[\r\n]/.test(escaped) ? '' : ESCAPES[escaped] ?? escaped
  })
}

/** A string in brackets. Brackets are escaped, and carriage returns, which would be read as line feeds. */
export function formatString(bytes: string): string {
  return `(${bytes.replace(/[()\\]/g, '\\$&').replaceAll('\r', '\\r')})`
}
