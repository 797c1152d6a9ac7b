import { describe, expect, it } from 'vitest'
import { ask } from '../support/rawHttp.ts'
import { testDeck } from '../support/testDeck.ts'
import { startRoom, tempFolder } from '../support/testRoom.ts'

const HTML = { Accept: 'text/html' }

describe('a room with a path', () => {
  const start = () => startRoom({ url: 'https://polls.example.org/talk/', deck: testDeck(tempFolder()) })

  it.each(['', '/talk'])('answers under "%s"', async (prefix) => {
    const room = await start()
    const paths = ['/', '/part-0.js', '/api/room', '/follow', '/deck/', '/deck/presenter/3', '/deck/picture.png']
    const replies = await Promise.all(paths.map(path => ask(room.url, { path: `${prefix}${path}` })))
    expect(replies.map(({ status }) => status)).toEqual(paths.map(() => 200))
    const headers = { Authorization: `Bearer ${room.keys.moderator}` }
    const statusOf = async (name: string) =>
      (await ask(room.url, { path: `${prefix}/api/stage/${name}`, headers })).status
    expect(await statusOf('session')).toBe(204)
    // The rights of a key are those of the route, not of the address.
    expect(await statusOf('results.json')).toBe(403)
  })

  it.each(['/talk/talk/', '/talker/', '/Talk/', '/talk/../api/nothing', '/other/api/room'])(
    'has nothing at %s',
    async (path) => {
      expect((await ask((await start()).url, { path })).status).toBe(404)
    },
  )

  it('leads from its path without a slash to its page, in the language that was asked for', async () => {
    const { status, headers } = await ask((await start()).url, { path: '/talk?lang=de' })
    expect(status).toBe(302)
    expect(new URL(String(headers.location), 'https://polls.example.org/talk?lang=de').href)
      .toBe('https://polls.example.org/talk/?lang=de')
  })

  it('leads back to its page from a wrong address', async () => {
    const lost = '<a href="/">Back</a>'
    const files = { pages: { en: { html: '<p>', part: { path: '/part-0.js', script: '' }, lost } }, fonts: [] }
    for (const [url, link] of [['https://polls.example.org/talk/', '/talk/'], ['https://polls.example.org/', '/']]) {
      const room = await startRoom({ url: String(url), phoneFiles: files })
      expect((await ask(room.url, { path: '/a/b', headers: HTML })).text).toBe(`<a href="${link}">Back</a>`)
    }
  })

  it('keeps cookies to HTTPS where the browser has asked by it', async () => {
    const room = await start()
    const cookie = async (headers = {}) =>
      (await ask(room.url, { path: '/talk/api/room', headers })).headers['set-cookie']?.join()
    expect(await cookie()).not.toContain('Secure')
    expect(await cookie({ 'X-Forwarded-Proto': 'https' })).toContain('; Secure')
  })
})

describe('a page of another origin', () => {
  const call = async (headers: Record<string, string>) => {
    const room = await startRoom({ url: 'https://polls.example.org/talk/' })
    const { headers: { 'set-cookie': cookies } } = await ask(room.url, { path: '/talk/api/room' })
    return (await ask(room.url, {
      method: 'PUT',
      path: '/talk/api/polls/bill/ballot',
      headers: { 'Cookie': cookies?.[0]?.split(';')[0] ?? '', 'Content-Type': 'application/json', ...headers },
      body: '{"round":1,"answer":["run"]}',
    })).status
  }

  it.each([
    ['the public address', { Origin: 'https://polls.example.org' }],
    ['the host that was asked', { Host: 'room.local:3131', Origin: 'http://room.local:3131' }],
  ])('is not one of %s', async (_, headers) => {
    // The poll is not open: the call itself was let through.
    expect(await call(headers)).toBe(409)
  })

  it.each([
    ['the public host without its HTTPS', { Origin: 'http://polls.example.org' }],
    ['another port of the public host', { Origin: 'https://polls.example.org:8443' }],
    ['a host that only a header of the request names', {
      'Origin': 'https://evil.example',
      'X-Forwarded-Host': 'evil.example',
      'Forwarded': 'host=evil.example',
    }],
    ['no host', { Origin: 'null' }],
  ])('is one of %s', async (_, headers) => {
    expect(await call(headers as Record<string, string>)).toBe(403)
  })
})
