import type { SiteAddress } from './address.ts'
import { escapeHtml } from '../cli/escapeHtml.ts'
import { WORKER_FILE } from './siteFolder.ts'

/** What a page says of itself to search engines, messengers and windows. */
export interface PageFacts {
  title: string
  description: string
  /** From the root of the site, such as `deck/12/`; empty for the landing page. */
  path: string
  lang: string
  author: string
}

/** The address of something in the site, absolute where its host is known. */
export function addressOf({ base, origin = '' }: SiteAddress, path: string): string {
  return `${origin}${base}${path}`
}

/** The elements in the head of a page that are about it. */
export function headOf({ title, description, path, author }: PageFacts, address: SiteAddress): string {
  const meta = (kind: 'name' | 'property', key: string, value: string) =>
    `<meta ${kind}="${key}" content="${escapeHtml(value)}">`
  return [
    `<title>${escapeHtml(title)}</title>`,
    meta('name', 'description', description),
    ...author === '' ? [] : [meta('name', 'author', author)],
    `<link rel="canonical" href="${escapeHtml(addressOf(address, path))}">`,
    meta('property', 'og:type', 'website'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:url', addressOf(address, path)),
    meta('property', 'og:image', addressOf(address, 'card.png')),
    meta('property', 'og:image:width', '1200'),
    meta('property', 'og:image:height', '630'),
    meta('name', 'twitter:card', 'summary_large_image'),
  ].join('\n')
}

/**
 * Registers the service worker once the page has loaded, so that the two do not compete. A page works without it.
 *
 * @param up from the page to the root of the site, or the path of that
 */
export function registration(up: string): string {
  const register = `navigator.serviceWorker?.register('${up}${WORKER_FILE}').catch(() => {})`
  return `<script>addEventListener('load', () => ${register})</script>`
}

export interface StaticPage {
  facts: PageFacts
  body: string
  /** Paths from the root of the site. */
  style: string
  font: string
  favicon: string | undefined
  /** From the page to the root of the site; an absolute path where the page may be shown at any depth. */
  up: string
}

/** A whole page that needs no script. */
export function staticPage({ facts, body, style, font, favicon, up }: StaticPage, address: SiteAddress): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(facts.lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    headOf(facts, address),
    ...favicon === undefined ? [] : [`<link rel="icon" href="${up}${favicon}">`],
    `<link rel="preload" href="${up}${font}" as="font" type="font/woff2" crossorigin>`,
    `<link rel="stylesheet" href="${up}${style}">`,
    '</head>',
    `<body>${body.replaceAll(/<!--[[\]]?-->/g, '')}${registration(up)}</body>`,
    '</html>',
    '',
  ].join('\n')
}
