import type { ContentIndex } from './contentIndex.ts'
import type { Page } from './pages.ts'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { valueOf } from './values.ts'

const FIELDS = ['background', 'backgroundImage', 'image']
const ATTRIBUTES = ['src', 'poster']
const SHOWING = new Set(['img', 'video', 'audio', 'source', 'SlidevVideo'])
/** Not a file of the deck: an address, a data URL, or an expression. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/|#)|\{\{/i
/** A path of a file; a background may also be a colour. */
const FILE = /^(?:\.{0,2}|@)\/|\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp)$/i

/** Faults of Markdown that shows missing files: they would be blank on the slide, or make the build fail. */
export function checkPictures({ tags, images, file, at }: Page, { root }: ContentIndex): string[] {
  const inTags = tags
    .filter(tag => SHOWING.has(tag.name))
    .flatMap(({ attributes, index }) =>
      ATTRIBUTES.flatMap((name) => {
        const value = attributes[name] && valueOf(attributes[name])?.value
        return typeof value === 'string' ? [{ url: value, index }] : []
      }),
    )
  return [...images, ...inTags].flatMap(({ url, index }) =>
    faultOf(url, file, root).map(text => `${at(index)}: ${text}`),
  )
}

/**
 * Faults of pictures named in the frontmatter of a slide or an entry, without their place.
 *
 * @param frontmatter of the slide or entry
 * @param file that it is in, from the root of the deck
 * @param content of the deck
 * @param content.root folder of the deck
 */
export function checkFrontmatterPictures(
  frontmatter: Record<string, unknown>,
  file: string,
  { root }: ContentIndex,
): string[] {
  const urls = FIELDS.map(field => frontmatter[field]).filter(url => typeof url === 'string')
  return urls.filter(url => FILE.test(url)).flatMap(url => faultOf(url, file, root))
}

function faultOf(url: string, file: string, root: string): string[] {
  const path = pathOf(url)
  if (path === '' || ELSEWHERE.test(url))
    return []
  const folder = dirname(file)
  const folders = path.startsWith('@/')
    ? ['.']
    : path.startsWith('/')
      ? ['public', '.']
      : path.startsWith('.')
        ? [folder]
        : [folder, 'public']
  const isThere = folders.some(folder => existsSync(join(root, folder, path.replace(/^@/, ''))))
  const where = folders.filter(name => name !== '.').map(name => `${name}/`).join(' or ') || 'the folder of the deck'
  return isThere ? [] : [`there is no picture "${url}" in ${where}; add the file or mend the path.`]
}

/** The path without query and fragment. */
function pathOf(url: string): string {
  const path = url.replace(/[?#].*$/, '')
  try {
    return decodeURI(path)
  }
  catch {
    return path
  }
}
