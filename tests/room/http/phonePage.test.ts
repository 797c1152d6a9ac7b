import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ask } from '../support/rawHttp.ts'
import { startRoom, testPhoneFiles } from '../support/testRoom.ts'

const HTML = '<!doctype html><title>Ünï</title><style>p{color:red}</style>'
  + '<script type="module">go()\n</script><script>more()</script>'
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('the phone page', () => {
  it('is sent whole, plain or compressed', async () => {
    const room = await startRoom({ phoneFiles: testPhoneFiles(HTML) })
    const plain = await ask(room.url, { path: '/' })
    expect([plain.status, plain.text]).toEqual([200, HTML])
    expect(plain.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'vary': 'Accept-Encoding, Accept-Language',
    })
    expect(plain.headers['content-encoding']).toBeUndefined()
    const packed = await fetch(room.url, { headers: { 'Accept-Encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(await packed.text()).toBe(HTML)
  })

  it('is sent again only to a phone that has an older one', async () => {
    const room = await startRoom({ phoneFiles: testPhoneFiles(HTML) })
    const { etag } = (await ask(room.url, { path: '/' })).headers
    const again = await ask(room.url, { path: '/', headers: { 'If-None-Match': etag } })
    expect([again.status, again.text]).toEqual([304, ''])
    const newer = await startRoom({ phoneFiles: testPhoneFiles(`${HTML} `) })
    expect((await ask(newer.url, { path: '/', headers: { 'If-None-Match': etag } })).status).toBe(200)
  })

  it('has a second part, which phones keep for good under its own address', async () => {
    const room = await startRoom({ phoneFiles: testPhoneFiles(HTML) })
    const part = await fetch(`${room.url}/part-0.js`)
    expect([part.status, await part.text(), part.headers.get('content-encoding')]).toEqual([200, 'part()', 'gzip'])
    expect(part.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(part.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    // That of an older page is gone with it.
    expect((await fetch(`${room.url}/part-1.js`)).status).toBe(404)
  })

  it('may run its own scripts and styles and call its own server, and nothing else', async () => {
    const { headers } = await ask((await startRoom({ phoneFiles: testPhoneFiles(HTML) })).url, { path: '/' })
    const policy = Object.fromEntries(
      String(headers['content-security-policy'])
        .split('; ')
        .map(part => [part.split(' ')[0], part.split(' ').slice(1)]),
    )
    expect(policy).toMatchObject({
      'default-src': ['\'none\''],
      'script-src': [hashOf('go()\n'), hashOf('more()'), hashOf('part()')],
      'style-src': [hashOf('p{color:red}')],
      'connect-src': ['\'self\''],
      'frame-ancestors': ['\'self\''],
      'frame-src': ['\'self\''],
    })
  })

  it('is in the language of the link, else of the browser, and in English for all others', async () => {
    const english = testPhoneFiles('<p>Hello</p>')
    const [german, arabic] = ['<p>Hallo</p>', '<p>مرحبا</p>'].map(html => ({ ...english.pages.en, html, lost: html }))
    const pages = { ...english.pages, ...german && { de: german }, ...arabic && { ar: arabic } }
    const room = await startRoom({ phoneFiles: { ...english, pages } })
    const get = (path: string, accepts?: string, headers = {}) =>
      ask(room.url, { path, headers: { ...accepts !== undefined && { 'Accept-Language': accepts }, ...headers } })
    const texts = await Promise.all([
      get('/'),
      get('/', 'de-AT,en;q=0.5'),
      get('/?lang=ar', 'de'),
      get('/?lang=fr', 'de'),
    ])
    expect(texts.map(({ text }) => text)).toEqual(['<p>Hello</p>', '<p>Hallo</p>', '<p>مرحبا</p>', '<p>Hallo</p>'])
    // A phone that has changed its language does not keep the old page.
    const { etag } = texts[1].headers
    expect((await get('/', 'de', { 'If-None-Match': etag })).status).toBe(304)
    expect((await get('/', 'en', { 'If-None-Match': etag })).status).toBe(200)
  })

  it('answers for a wrong address with a page where somebody waits for one, else with JSON', async () => {
    const room = await startRoom()
    const page = await ask(room.url, { path: '/vote', headers: { Accept: 'text/html,*/*;q=0.8' } })
    expect([page.status, page.text]).toEqual([404, '<h1>Nothing</h1>'])
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toContain(`script-src 'none'`)
    for (const [path, accept] of [['/api/nothing', 'text/html'], ['/vote', '*/*'], ['/vote', 'application/json']]) {
      const { status, text } = await ask(room.url, { path: String(path), headers: { Accept: String(accept) } })
      expect([status, JSON.parse(text)]).toMatchObject([404, { error: { code: 'not-found' } }])
    }
  })
})
