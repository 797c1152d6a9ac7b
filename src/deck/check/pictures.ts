import type { ContentIndex } from './contentIndex.ts'
import type { Page } from './pages.ts'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { valueOf } from './values.ts'

const FIELDS = ['background', 'backgroundImage', 'image']
const ATTRIBUTES = ['src', 'poster']
const SHOWING = new Set(['img', 'video', 'audio', 'source', 'SlidevVideo'])
/** What is no file of the deck: an address, data, or something put together on the slide. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/|#)|\{\{/i
/** A background may as well be a colour. */
const FILE = /^(?:\.{0,2}|@)\/|\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp)$/i

/** Faults of Markdown that shows files which are not there: they would be blank on the slide, or break the build. */
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
 * Faults of pictures named in the frontmatter of a slide or an entry, as sentences without their place.
 *
 * @param file in which it stands, from the root
 */
export function checkFrontmatterPictures(
  frontmatter: Record<string, unknown>,
  file: string,
  { root }: ContentIndex,
): string[] {
  const urls = FIELDS.map(text => frontmatter[text]).filter(item => typeof item === 'string')
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
  const isThere = folders.some(text => existsSync(join(root, text, path.replace(/^@/, ''))))
  const where = folders.filter(text => text !== '.').map(text => `${text}/`).join(' or ') || 'the folder of the deck'
  return isThere ? [] : [`there is no picture "${url}" in ${where}; add the file or mend the path.`]
}

/** Without what asks for a part or a form of the file. */
function pathOf(url: string): string {
  const path = url.replace(/[?#].*$/, '')
  try {
    return decodeURI(path)
  }
  catch {
    return path
  }
}
