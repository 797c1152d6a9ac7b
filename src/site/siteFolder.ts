import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { UsageError } from '../cli/cli.ts'
import { dropAtExit } from '../cli/dropAtExit.ts'
import { inRoot } from '../cli/paths.ts'
import { orWriteFault } from '../cli/writeFault.ts'

/** Name of the service worker in a site: at the root, from where it may serve all of it. */
export const WORKER_FILE = 'worker.js'

/** All that a site has at its top, by name; the style of its pages has a hash. */
const OF_SITE = new Set([
  ...['deck', 'handouts', 'pictures', 'read', 'sources'],
  ...['.nojekyll', '404.html', 'LICENSE.txt', 'card.png', 'index.html', WORKER_FILE],
])
const STYLE = /^site-[\w-]+\.css$/
/** The same of a deck alone, beside what is in the folder `public`. */
const OF_DECK = new Set(['404.html', '_redirects', 'assets', 'index.html'])
/** Left by file managers in every folder that somebody has looked at. */
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/**
 * Whether a folder may be replaced by a site: it is not there, or empty, or a site that was written before and nothing
 * else. What somebody has put beside a site, such as a `CNAME` or a `.git`, would be lost.
 */
export async function isReplaceable(folder: string): Promise<boolean> {
  const files = await namesIn(folder)
  if (files === undefined)
    return false
  if (files.includes('deck') && files.includes(WORKER_FILE))
    return files.every(file => OF_SITE.has(file) || STYLE.test(file))
  // A deck, as this command wrote it before it wrote sites.
  const index = await readFile(join(folder, 'index.html'), 'utf8').catch(() => '')
  const shared = await namesIn(inRoot('public')) ?? []
  return files.length === 0
    || (index.includes('slidev:version') && files.every(file => OF_DECK.has(file) || shared.includes(file)))
}

/** None where there is no folder yet; undefined for what cannot be read, or is a file. */
async function namesIn(folder: string): Promise<string[] | undefined> {
  try {
    return (await readdir(folder)).filter(name => !LITTER.has(name))
  }
  catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : undefined
  }
}

/**
 * Writes a folder beside its place and puts it there when it is whole, in place of the one before. Whatever fails,
 * the one before stays.
 *
 * @param out the folder
 * @param write writes into the folder that it is given, which is not there yet
 * @throws {UsageError} when it cannot be written
 */
export async function replaceFolder(out: string, write: (folder: string) => Promise<void>): Promise<void> {
  // Two commands at once write each their own.
  const part = `${out}.${process.pid}.part`
  const before = `${out}.${process.pid}.before`
  const dropPart = dropAtExit(part)
  try {
    await orWriteFault(out, 'name another folder with --out', async () => {
      await write(part)
      // What came there meanwhile is somebody's, too.
      if (!await isReplaceable(out))
        throw new UsageError(`${out} has got other files meanwhile; name another folder with --out.`)
      await swap(part, out, before)
    })
  }
  finally {
    await dropPart()
  }
}

async function swap(part: string, out: string, before: string): Promise<void> {
  const hadBefore = await rename(out, before).then(() => true, (error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return false
    throw error
  })
  try {
    await rename(part, out)
  }
  catch (error) {
    if (hadBefore)
      await rename(before, out)
    throw error
  }
  if (hadBefore)
    await rm(before, { recursive: true, force: true })
}
