import { beforeAll, describe, expect, it } from 'vitest'
import { buildPhonePage } from '../../src/phone/build.ts'

/** What neither iOS 14 nor a WebView of version 85 knows; the build turns newer syntax into older, but adds nothing. */
const NEWER_CALLS = [
  // `...at(x)` spreads what a function returns that the build happens to call so.
  /(?<!\.\.)\.at\(/,
  /\.findLast/,
  /\.toSorted|\.toReversed|\.with\(/,
  /Object\.(?:hasOwn|groupBy)\(/,
  /AbortSignal\.(?:timeout|any)/,
  /structuredClone|randomUUID|withResolvers/,
  /\(\?<[=!]/,
]
const NEWER_STYLES = [
  /:(?:is|has|where)\(/,
  /[;{]inset:/,
  /light-dark\(/,
  /aspect-ratio/,
  /[;{](?:margin|padding|border|inset)-(?:inline|block):/,
  /color-mix\(|oklch\(/,
  /@layer|@container/,
]

describe('the page for phones of 2020', () => {
  let script = ''
  let style = ''
  beforeAll(async () => {
    const { html, part } = (await buildPhonePage(['en'])).pages.en
    script = `${/<script[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1]}${part.script}`
    style = `${/<style[^>]*>([\s\S]*?)<\/style>/.exec(html)?.[1]}${/"@media all\{(.*?[^\\])"/.exec(part.script)?.[1]}`
  })

  it('has a script and a style', () => {
    expect(script.length).toBeGreaterThan(10_000)
    expect(style.length).toBeGreaterThan(1000)
  })

  it.each(NEWER_CALLS)('calls nothing newer: %s', (call) => {
    expect(call.exec(script)?.[0]).toBeUndefined()
  })

  it.each(NEWER_STYLES)('uses no newer style: %s', (rule) => {
    expect(rule.exec(style)?.[0]).toBeUndefined()
  })

  it('has gaps in grids only, and a height for those that do not know its dynamic one', () => {
    const rules = [...style.matchAll(/\{([^{}]*)\}/g)].map(([, body = '']) => body.split(';'))
    const withGap = rules.filter(rule => rule.some(declaration => declaration.startsWith('gap:')))
    expect(withGap.filter(rule => !rule.includes('display:grid'))).toEqual([])
    expect(withGap.length).toBeGreaterThan(0)
    expect(style).toMatch(/min-height:100vh;min-height:100dvh/)
  })
})
