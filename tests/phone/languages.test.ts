import type { PhoneFiles } from '../../src/polls/phoneFiles.ts'
import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildPhonePage } from '../../src/phone/build.ts'
import { ALL_WORDS } from '../../src/polls/words/all.ts'
import { LANGUAGES } from '../../src/polls/words/languages.ts'

const MAX_BYTES = 40_000
const MAX_PART_BYTES = 15_000
const MAX_FONT_BYTES = 25_000

/** What a language says as it stands, without what is put together. */
const textsOf = (words: unknown): string[] =>
  typeof words === 'string'
    ? [words]
    : typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : []
const gzipBytes = (text: string) => gzipSync(text, { level: 9 }).byteLength

describe('the page in each language', () => {
  let files: PhoneFiles
  beforeAll(async () => {
    files = await buildPhonePage()
  })
  const filesOf = (language: typeof LANGUAGES[number]) => {
    const found = files.pages[language]
    if (!found)
      throw new Error(`The page was not built in ${language}.`)
    return found
  }

  it.for(LANGUAGES)('weighs at most 40 KB, and 15 KB in its second part: %s', async (language, { annotate }) => {
    const { html, part } = filesOf(language)
    const [first, second] = [gzipBytes(html), gzipBytes(part.script)]
    await annotate(`${language}: ${first} of ${MAX_BYTES} bytes, then ${second} of ${MAX_PART_BYTES}`)
    expect(first).toBeLessThanOrEqual(MAX_BYTES)
    expect(second).toBeLessThanOrEqual(MAX_PART_BYTES)
  })

  it.each(LANGUAGES)('says all that it may say in its own language, and nothing in another: %s', (language) => {
    const { html, part, lost } = filesOf(language)
    // The build writes some characters by their numbers.
    const bytes = `${html}${part.script}${lost}`.replace(/\\(?:x([\dA-F]{2})|u([\dA-F]{4}))/gi, (_, short, long) =>
      String.fromCharCode(Number.parseInt(short ?? long, 16)))
    const { FIRST, LATER, PAGE } = ALL_WORDS[language]
    const own = textsOf([FIRST, LATER, PAGE.title, PAGE.lost, PAGE.paper])
    expect(own.filter(text => !bytes.includes(text))).toEqual([])
    const others = LANGUAGES.filter(other => other !== language).flatMap(other => textsOf(ALL_WORDS[other]))
    // Short ones may be part of a script, and some are the same in two languages.
    const foreign = others.filter(text => text.length > 8 && !own.some(mine => mine.includes(text)))
    expect(foreign.length).toBeGreaterThan(300)
    expect(foreign.filter(text => bytes.includes(text))).toEqual([])
    expect(html).toContain(`<html lang="${PAGE.lang}" dir="${PAGE.dir}">`)
  })

  it('has fonts that together weigh at most 25 KB, all letters of Polish in the second', async ({ annotate }) => {
    const sizes = files.fonts.map(({ data }) => Buffer.from(data, 'base64').byteLength)
    await annotate(`${sizes.join(' + ')} of ${MAX_FONT_BYTES} bytes`)
    expect(sizes.length).toBe(2)
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(MAX_FONT_BYTES)
    for (const { part } of Object.values(files.pages))
      expect(files.fonts.every(({ path }) => part.script.includes(`\`${path.slice(1)}\``))).toBe(true)
  })
})
