import { Buffer } from 'node:buffer'

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/**
 * Bytes of a string in a content stream (ISO 32000-1, 7.3.4), one character a byte.
 *
 * @param written in brackets with escapes, or in hex
 */
export function bytesOf(written: string): string {
  const inside = written.slice(1, -1)
  if (written.startsWith('<')) {
    const digits = inside.replace(/\s/g, '')
    // A digit that is missing at the end is a zero.
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1')
  }
  return inside.replace(/\\([0-7]{1,3}|\r\n|[\s\S])|\r\n?/g, (_, escaped?: string) => {
    if (escaped === undefined)
      return '\n'
    if (/^[0-7]/.test(escaped))
      return String.fromCharCode(Number.parseInt(escaped, 8) & 0xFF)
    // A line may be broken in a string.
    return /^[\r\n]/.test(escaped) ? '' : ESCAPES[escaped] ?? escaped
  })
}

/** A string in brackets: what would end it, or be read as another end of a line, is escaped. */
export function literalOf(bytes: string): string {
  return `(${bytes.replace(/[()\\]/g, '\\$&').replaceAll('\r', '\\r')})`
}
