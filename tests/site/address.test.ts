import { describe, expect, it } from 'vitest'
import { siteAddress } from '../../src/site/address.ts'

describe('siteAddress', () => {
  it.each<[base: string | undefined, url: string | undefined, expected: ReturnType<typeof siteAddress>]>([
    [undefined, undefined, { base: '/', origin: undefined }],
    ['/', undefined, { base: '/', origin: undefined }],
    ['/some/base/', undefined, { base: '/some/base/', origin: undefined }],
    ['some/base', undefined, { base: '/some/base/', origin: undefined }],
    [undefined, 'https://example.org', { base: '/', origin: 'https://example.org' }],
    [undefined, 'https://example.org:8080/talk', { base: '/talk/', origin: 'https://example.org:8080' }],
    ['/talk', 'https://example.org', { base: '/talk/', origin: 'https://example.org' }],
    ['/talk/', 'https://example.org/talk', { base: '/talk/', origin: 'https://example.org' }],
  ])('takes --base %s and --url %s', (base, url, expected) => {
    expect(siteAddress({ base, url })).toEqual(expected)
  })

  it.each<[base: string | undefined, url: string | undefined, says: RegExp]>([
    ['./', undefined, /^--base is "\.\/"; it must be a path such as/],
    ['/a/../b', undefined, /^--base is "\/a\/\.\.\/b"; it must be a path/],
    ['https://example.org/', undefined, /^--base is "https:\/\/example\.org\/"; it must be a path/],
    ['//example.org/', undefined, /^--base is "\/\/example\.org\/"; it must be a path/],
    ['/a b/', undefined, /^--base is "\/a b\/"; it must be a path/],
    [undefined, 'example.org', /^--url is "example\.org"; it must be the address of the site, such as https:/],
    [undefined, 'ftp://example.org', /^--url is "ftp:\/\/example\.org"; it must be the address/],
    [undefined, 'https://example.org/?a=1', /it must be the address of the site/],
    [undefined, 'https://me:secret@example.org/', /it must be the address of the site/],
    ['/other/', 'https://example.org/talk/', /^--url names the path \/talk\/, and --base the path \/other\/; leave/],
  ])('refuses --base %s and --url %s in one sentence', (base, url, says) => {
    expect(() => siteAddress({ base, url })).toThrow(says)
  })
})
