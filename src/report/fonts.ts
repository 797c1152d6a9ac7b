import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

/**
 * The cuts of the deck's faces that a report uses. They are static ones, since Chromium prints the letters of a
 * variable font as drawings.
 */
const CUTS = [
  ...[400, 500, 600, 700].map(weight => ({ name: 'archivo', weight, stretch: 100 })),
  ...[500, 800].map(weight => ({ name: 'archivo', weight, stretch: 75 })),
  { name: 'source-serif-4', weight: 400, stretch: undefined },
]
const FAMILIES: Record<string, { family: string, axes: string }> = {
  'archivo': { family: 'Archivo Variable', axes: 'wdth' },
  'source-serif-4': { family: 'Source Serif 4 Variable', axes: 'wght' },
}
/** Western European letters, and those of the rest of Europe's Latin. Other scripts have the fonts of the reader. */
const SUBSETS = ['latin', 'latin-ext'] as const
const EXTENDED = /[\u0100-\u02FF\u1E00-\u1EFF\u2C60-\u2C7F\uA720-\uA7FF]/
const EXTENDED_RANGE = 'U+100-2FF,U+1E00-1EFF,U+2C60-2C7F,U+A720-A7FF'
/** Page numbers and the dot between rare words are in no text of the page, and some signs are written as entities. */
const OTHERS = `0123456789 /·'"&<>`

/**
 * The letters of a page in the faces of the deck, as CSS with the fonts in it: a few kilobytes each.
 *
 * @param html whose letters are kept
 */
export async function reportFonts(html: string): Promise<string> {
  const letters = [...new Set(html.replace(/<[^>]*>/g, '') + OTHERS)]
  const require = createRequire(import.meta.url)
  const rules: string[] = []
  for (const subset of SUBSETS) {
    const own = letters.filter(letter => EXTENDED.test(letter) === (subset === 'latin-ext')).join('')
    for (const { name, weight, stretch } of own === '' ? [] : CUTS) {
      const { family, axes } = FAMILIES[name] ?? { family: name, axes: 'wght' }
      const home = dirname(require.resolve(`@fontsource-variable/${name}/package.json`))
      const whole = await readFile(join(home, 'files', `${name}-${subset}-${axes}-normal.woff2`))
      // One after the other: subset-font damages fonts when two calls overlap.
      const font = await subsetFont(whole, own, {
        targetFormat: 'woff2',
        variationAxes: { wght: weight, ...stretch !== undefined && { wdth: stretch } },
      })
      const width = stretch === undefined ? '' : `font-stretch:${stretch}%;`
      const range = subset === 'latin-ext' ? `;unicode-range:${EXTENDED_RANGE}` : ''
      rules.push(`@font-face{font-family:'${family}';font-weight:${weight};${width}font-display:block;`
        + `src:url(data:font/woff2;base64,${font.toString('base64')}) format('woff2')${range}}`)
    }
  }
  return rules.join('')
}
