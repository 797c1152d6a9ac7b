import type { Plugin } from 'vite'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

/** A cut of a family that handouts use; CSS takes the nearest for any other. */
interface Cut { weight: number, stretch?: number }

/** By the file of Fontsource that brings the family. */
const CUTS: Record<string, Cut[]> = {
  'archivo/wdth.css': [
    ...[400, 600, 700].map(weight => ({ weight, stretch: 100 })),
    ...[700, 800].map(weight => ({ weight, stretch: 75 })),
  ],
  'source-serif-4/index.css': [{ weight: 400 }, { weight: 700 }],
  'source-serif-4/wght-italic.css': [{ weight: 400 }],
}

const FACE = /@font-face \{[^}]*\}/g
/**
 * What the kit is written in. The others go: a browser takes one face for a word by its weight and only then looks
 * whether it has the letter, so that a variable face that stayed would win over the cuts everywhere.
 */
const SUBSET = /-latin(?:-ext)?-(?:wdth|wght)-/

/**
 * For a site that is printed: cuts the variable fonts to the few that handouts use. Chromium prints a variable font as
 * drawings, one an outline of each letter, which makes a file four times as large and unpleasant to read from.
 */
export function staticFonts(): Plugin {
  return {
    name: 'kit:static-fonts',
    enforce: 'pre',
    async load(id) {
      const name = Object.keys(CUTS).find(key => id.split('?')[0]?.endsWith(`@fontsource-variable/${key}`))
      if (name === undefined)
        return
      const file = id.split('?')[0] ?? id
      const css = await readFile(file, 'utf8')
      const faces: string[] = []
      for (const face of (css.match(FACE) ?? []).filter(text => SUBSET.test(text)))
        faces.push(...await inTurn(() => cutFaces(face, dirname(file), CUTS[name] ?? [])))
      return faces.join('\n')
    },
  }
}

let last: Promise<unknown> = Promise.resolve()

/** The cutter has one memory: two fonts in it at once come out damaged. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => {})
  return mine
}

async function cutFaces(face: string, folder: string, cuts: Cut[]): Promise<string[]> {
  const url = /url\(([^)]+)\)/.exec(face)?.[1] ?? ''
  const font = await readFile(join(folder, url))
  const faces: string[] = []
  for (const { weight, stretch } of cuts) {
    const cut = await subsetFont(font, undefined, {
      keepAllGlyphs: true,
      targetFormat: 'truetype',
      variationAxes: { wght: weight, ...(stretch !== undefined && { wdth: stretch }) },
    })
    faces.push(face
      .replace(/src: [^;]+/, `src: url(data:font/ttf;base64,${cut.toString('base64')}) format('truetype')`)
      .replace(/font-weight: [^;]+/, `font-weight: ${weight}`)
      .replace(/font-stretch: [^;]+/, `font-stretch: ${stretch}%`))
  }
  return faces
}
