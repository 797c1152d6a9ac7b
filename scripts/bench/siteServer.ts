import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}
const COMPRESSED = new Set(['.html', '.js', '.css', '.svg', '.json'])

export interface SiteServer {
  url: string
  close: () => Promise<void>
}

/** Serves a built deck as a web host does: compressed, and `index.html` for the address of every slide. */
export async function serveSite(folder: string): Promise<SiteServer> {
  const answers = new Map<string, Promise<{ body: Uint8Array, headers: Record<string, string> } | undefined>>()
  const server = createServer(async ({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://site').pathname))
    const file = extname(path) ? path : '/index.html'
    const answer = answers.get(file) ?? read(join(folder, file))
    answers.set(file, answer)
    const found = await answer
    response.writeHead(found ? 200 : 404, found?.headers).end(found?.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}

async function read(file: string) {
  const kind = extname(file)
  const plain = await readFile(file).catch(() => undefined)
  if (!plain)
    return
  const isText = COMPRESSED.has(kind)
  return {
    body: isText ? gzipSync(plain) : plain,
    headers: {
      'content-type': TYPES[kind] ?? 'application/octet-stream',
      ...(isText && { 'content-encoding': 'gzip' }),
    },
  }
}
