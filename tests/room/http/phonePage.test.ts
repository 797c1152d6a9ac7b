import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { createPhonePage } from '../../../src/room/http/phonePage.ts'
import { ask } from '../support/rawHttp.ts'
import { startRoom } from '../support/testRoom.ts'

const HTML = '<!doctype html><title>Ünï</title><style>p{color:red}</style>'
  + '<script type="module">go()\n</script><script>more()</script>'
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('the phone page', () => {
  it('is sent whole, plain or compressed', async () => {
    const room = await startRoom({ phoneHtml: HTML })
    const plain = await ask(room.url, { path: '/' })
    expect([plain.status, plain.text]).toEqual([200, HTML])
    expect(plain.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'vary': 'Accept-Encoding' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    const packed = await fetch(room.url, { headers: { 'Accept-Encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(await packed.text()).toBe(HTML)
  })

  it('tells its compressed size', async () => {
    const page = createPhonePage(HTML)
    const app = new Hono().get('/', c => page.respond(c))
    const bytes = new Uint8Array(
      await (await app.request('/', { headers: { 'Accept-Encoding': 'br, gzip' } })).arrayBuffer(),
    )
    expect(bytes.length).toBe(page.gzipBytes)
    expect(gunzipSync(bytes).toString()).toBe(HTML)
  })

  it('is sent again only to a phone that has an older one', async () => {
    const room = await startRoom({ phoneHtml: HTML })
    const { etag } = (await ask(room.url, { path: '/' })).headers
    const again = await ask(room.url, { path: '/', headers: { 'If-None-Match': etag } })
    expect([again.status, again.text]).toEqual([304, ''])
    const newer = await startRoom({ phoneHtml: `${HTML} ` })
    expect((await ask(newer.url, { path: '/', headers: { 'If-None-Match': etag } })).status).toBe(200)
  })

  it('may run its own scripts and styles and call its own server, and nothing else', async () => {
    const { headers } = await ask((await startRoom({ phoneHtml: HTML })).url, { path: '/' })
    const policy = Object.fromEntries(
      String(headers['content-security-policy'])
        .split('; ')
        .map(part => [part.split(' ')[0], part.split(' ').slice(1)]),
    )
    expect(policy).toMatchObject({
      'default-src': ['\'none\''],
      'script-src': [hashOf('go()\n'), hashOf('more()')],
      'style-src': [hashOf('p{color:red}')],
      'connect-src': ['\'self\''],
      'frame-ancestors': ['\'none\''],
    })
  })
})
