import type { Plugin } from 'vite'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

/** A static cut of a variable font that handouts use. For another weight, CSS takes the nearest cut. */
interface Cut { weight: number, stretch?: number }

/** The cuts by the CSS file of Fontsource that has the family. */
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
 * The subsets of letters that the kit uses. The faces of other subsets are removed: a browser chooses a face by its
 * weight before it looks for the letter, so that a variable face that remained would be preferred to the cuts
 * everywhere.
 */
const SUBSET = /-latin(?:-ext)?-(?:wdth|wght)-/

/**
 * For a site that is printed: replaces variable fonts by the few cuts that handouts use. Chromium prints a variable
 * font as drawings, one an outline of each letter, which makes a file four times as large and unpleasant to read from.
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

/** Runs one job after the other: subset-font damages fonts when two calls overlap. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work)
  last = result.catch(() => {})
  return result
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
