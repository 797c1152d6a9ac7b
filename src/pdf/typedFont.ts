import type { MergedFont } from './mergeFonts.ts'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import { mergeFonts } from './mergeFonts.ts'

/** The family, as Fontsource has it: a file for each script. */
const FAMILY = '@fontsource-variable/source-serif-4'
/** Later ones repeat some letters of earlier ones. */
const SCRIPTS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext']
/** Say how letters are to be chosen and set apart: a viewer that fills in a form does neither. */
const UNUSED = ['BASE', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'gasp']

const FACE = /@font-face \{[^}]*\}/g

let made: Promise<MergedFont> | undefined

/**
 * The font of what people type into fields: Latin letters of all of Europe and of Vietnam, Greek and Cyrillic. Made
 * once in a process, of the font files that are installed.
 */
export function typedFont(): Promise<MergedFont> {
  made ??= makeFont()
  return made
}

async function makeFont(): Promise<MergedFont> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${FAMILY}/package.json`))
  const faces = (await readFile(join(folder, 'index.css'), 'utf8')).match(FACE) ?? []
  const cuts: Uint8Array[] = []
  for (const script of SCRIPTS) {
    const face = faces.find(text => text.includes(`-${script}-wght-normal.`)) ?? ''
    const url = /url\(([^)]+)\)/.exec(face)?.[1] ?? ''
    const font = await readFile(join(folder, url))
    // One after the other: subset-font damages fonts when two calls overlap.
    cuts.push(await subsetFont(font, charactersOf(face), {
      targetFormat: 'truetype',
      variationAxes: { wght: 400 },
      noLayoutClosure: true,
      noHinting: true,
      dropTables: UNUSED,
    }))
  }
  return mergeFonts(cuts)
}

/** All that a face is for, by its `unicode-range`. */
function charactersOf(face: string): string {
  const ranges = /unicode-range: ([^;]+)/.exec(face)?.[1]?.split(',') ?? []
  return ranges
    .map(range => range.trim().slice(2).split('-').map(digits => Number.parseInt(digits, 16)))
    .map(([from = 0, to = from]) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i)))
    .join('')
}
