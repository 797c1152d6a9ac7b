import type { Context } from 'hono'
import type { PhoneFiles } from '../../polls/phoneFiles.ts'
import type { Language } from '../../polls/words/languages.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { LINK_TO_ROOM } from '../../polls/phoneFiles.ts'
import { languageOf, pickLanguage } from './language.ts'

/** What phones load, ready to send. */
export interface PhonePage {
  /** Answers with the page in the language of the link, `?lang=de`, or else of the browser. */
  respond: (c: Context) => Response
  /** Answers for the second part of a page, or a font; undefined where the path is that of another build. */
  respondFile: (c: Context) => Response | undefined
  /** Answers for a wrong address, as a page. */
  respondLost: (c: Context) => Response
}

/** A page of one file, ready to send. */
export interface HtmlPage {
  respond: (c: Context) => Response
}

interface ReadyFile {
  respond: (c: Context, status?: 200 | 404) => Response
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' }
/** Their address changes with them. */
const FOR_GOOD = { 'Cache-Control': 'public, max-age=31536000, immutable' }

/**
 * Compresses and hashes the built pages once, for all phones that will ask for them.
 *
 * @param files the built pages
 * @param root path of the public address, from slash to slash, to which the page for a wrong address leads back
 */
export function createPhonePage({ pages, fonts }: PhoneFiles, root = '/'): PhonePage {
  const offered = Object.keys(pages) as Language[]
  const filesOf = (language: Language) => pages[language] ?? pages.en
  const made = new Map(offered.map((language) => {
    const { html, part, lost } = filesOf(language)
    return [language, {
      page: createHtml(html, [part.script], true),
      lost: createHtml(lost.replace(LINK_TO_ROOM, () => `href="${root}"`), [], true),
    }]
  }))
  const english = made.get('en')
  if (!english)
    throw new Error('The phone page has no English.')
  const ready = (language: Language) => made.get(language) ?? english
  const files = new Map<string, ReadyFile>([
    ...offered.map(filesOf).map(({ part }): [string, ReadyFile] =>
      [part.path, createFile(part.script, { 'Content-Type': 'text/javascript; charset=utf-8', ...FOR_GOOD })]),
    ...fonts.map(({ path, data }): [string, ReadyFile] => [path, createFont(data)]),
  ])
  const inLanguage = (c: Context) => {
    const asked = languageOf(c.req.query('lang') ?? '', offered)
    return ready(asked ?? pickLanguage(c.req.header('accept-language'), offered))
  }
  return {
    respond: c => inLanguage(c).page.respond(c),
    respondFile: c => files.get(c.req.path)?.respond(c),
    respondLost: c => inLanguage(c).lost.respond(c, 404),
  }
}

/** Compresses and hashes a page whose scripts and styles are inline. */
export function createHtmlPage(html: string): HtmlPage {
  return createHtml(html, [])
}

/**
 * @param html the built page
 * @param parts scripts that it may load from its own server
 * @param isChosen whether the same address has it in other languages, too
 */
function createHtml(html: string, parts: string[], isChosen?: boolean): ReadyFile {
  return createFile(html, { ...HTML, 'Content-Security-Policy': policyFor(html, parts) }, isChosen)
}

/** A font is compressed already. */
function createFont(data: string): ReadyFile {
  const bytes = new Uint8Array(Buffer.from(data, 'base64'))
  return { respond: c => c.body(bytes, 200, { 'Content-Type': 'font/woff2', ...FOR_GOOD }) }
}

/** @param isChosen whether the same address has it in other languages, too */
function createFile(text: string, kindHeaders: Record<string, string>, isChosen = false): ReadyFile {
  const plain = new TextEncoder().encode(text)
  const zipped = new Uint8Array(gzipSync(plain, { level: 9 }))
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const headers = { ...kindHeaders, ETag: etag, Vary: `Accept-Encoding${isChosen ? ', Accept-Language' : ''}` }
  return {
    respond(c, status = 200) {
      if (status === 200 && c.req.header('if-none-match') === etag)
        return c.body(null, 304, headers)
      return /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
        ? c.body(zipped, status, { ...headers, 'Content-Encoding': 'gzip' })
        : c.body(plain, status, headers)
    },
  }
}

/**
 * Lets the page run the scripts and styles that it contains, and its other parts, talk to its own server, and load
 * nothing else.
 */
function policyFor(html: string, parts: string[]): string {
  const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const hashes = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map(match => hashOf(match[1] ?? ''))
  return [
    `default-src 'none'`,
    `script-src ${[...hashes('script'), ...parts.map(hashOf)].join(' ') || `'none'`}`,
    `style-src ${hashes('style').join(' ')}`,
    'img-src data:',
    `font-src 'self'`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    // The page for a remote audience shows the page of a phone.
    `frame-ancestors 'self'`,
    `frame-src 'self'`,
  ].join('; ')
}
