import type { PhoneFiles } from '../polls/phoneFiles.ts'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** What Western European languages write. */
const LATIN = `${LETTERS}${LETTERS.toUpperCase()}0123456789 !"#$%&'()*+,-./:;<=>?@[]_«»¡¿°·×÷€–—‘’‚“”„…−`
  + 'äöüßàâæçèéêëîïôœùûüÿáíñóúãõìòÄÖÜÀÂÆÇÈÉÊËÎÏÔŒÙÛŸÁÍÑÓÚÃÕÌÒ'
const POLISH = 'ąćęłńśźżĄĆĘŁŃŚŹŻ'
/** The one cut that headlines and large numbers of the page have. */
const CUT = { wght: 800, wdth: 75 }

/**
 * Archivo as the headlines of the page need it, in two files: Western European letters, and those of Polish, which only
 * phones that show some of them load. Other scripts have the fonts of the phone.
 */
export async function buildPhoneFonts(): Promise<PhoneFiles['fonts']> {
  const home = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/archivo/package.json'))
  const fonts: PhoneFiles['fonts'] = []
  for (const [subset, text] of [['latin', LATIN], ['latin-ext', POLISH]] as const) {
    const whole = await readFile(join(home, 'files', `archivo-${subset}-wdth-normal.woff2`))
    const font = await subsetFont(whole, text, { targetFormat: 'woff2', variationAxes: CUT })
    const hash = createHash('sha256').update(font).digest('hex').slice(0, 16)
    fonts.push({ path: `/font-${hash}.woff2`, data: font.toString('base64') })
  }
  return fonts
}
