import type { Context } from 'hono'
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** The page that phones get: one self-contained HTML file, ready to send. */
export interface PhonePage {
  respond: (c: Context) => Response
  /** Bytes that a phone downloads, compressed. */
  gzipBytes: number
}

/**
 * Compresses and hashes the built page once, for all phones that will ask for it.
 *
 * @param html the built page with its scripts and styles inline
 */
export function createPhonePage(html: string): PhonePage {
  const plain = new TextEncoder().encode(html)
  const zipped = new Uint8Array(gzipSync(plain, { level: 9 }))
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-cache',
    'ETag': etag,
    'Vary': 'Accept-Encoding',
    'Content-Security-Policy': policyFor(html),
  }

  return {
    gzipBytes: zipped.byteLength,
    respond(c) {
      if (c.req.header('if-none-match') === etag)
        return c.body(null, 304, headers)
      return /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
        ? c.body(zipped, 200, { ...headers, 'Content-Encoding': 'gzip' })
        : c.body(plain, 200, headers)
    },
  }
}

/** Lets the page run the scripts and styles that it contains, talk to its own server, and load nothing else. */
function policyFor(html: string): string {
  const hashes = (tag: string) => [...html.matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))]
    .map(match => `'sha256-${createHash('sha256').update(match[1] ?? '').digest('base64')}'`)
    .join(' ')
  return [
    `default-src 'none'`,
    `script-src ${hashes('script')}`,
    `style-src ${hashes('style')}`,
    'img-src data:',
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}
