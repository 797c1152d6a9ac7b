import type { Extent } from '../content/tracks.ts'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { inRoot, root } from '../cli/paths.ts'
import { buildDeck } from './buildDeck.ts'
import { deckHash, deckStatHash } from './deckHash.ts'
import { handedSwap } from './swapped.ts'

/** The deck as it is presented: built, and kept until something that it is made of changes. */
export interface KeptDeck {
  /** Folder of the site, which everybody may load; without notes. */
  site: string
  /** The speaker notes: a JSON array of HTML, one entry a slide. */
  notes: string
}

export interface KeptDeckOptions {
  /** Which part of the deck. */
  track: Extent
  /** Path of the room, from slash to slash; the deck is served in its folder `deck/`. */
  roomRoot: string
  /**
   * Folder of the deck.
   * @default the kit's own
   */
  folder?: string
  /** Where builds are kept. */
  cache?: string
  /** Called before the deck is built; where it is kept already, it is not. */
  onBuild?: () => void
}

const CACHE = inRoot('node_modules', '.cache', 'deck')
/** Builds that are kept: one a track, and one to go back to. */
const MOST_KEPT = 4
/** Files that a server sends compressed to whom it can. */
const COMPRESSED = new Set(['.html', '.js', '.css', '.svg', '.json'])

const kept = (place: string): KeptDeck => ({ site: join(place, 'site'), notes: join(place, 'notes.json') })

/**
 * The deck as it was built last, where nothing has changed since; else it is built and kept. It is there as a whole or
 * not at all.
 *
 * @throws {import('../cli/cli.ts').UsageError} when it cannot be built
 */
export async function keptDeck(options: KeptDeckOptions): Promise<KeptDeck> {
  const { track, roomRoot, folder = root, cache = CACHE, onBuild } = options
  const more = [track, roomRoot, JSON.stringify(handedSwap() ?? {})]
  const stats = deckStatHash(folder, ...more)
  const known = await findByStats(cache, stats)
  if (known !== undefined)
    return kept(join(cache, known))
  const name = deckHash(folder, ...more).slice(0, 16)
  const place = join(cache, name)
  if (!existsSync(place)) {
    onBuild?.()
    await buildInto(place, options)
    await dropOldest(cache)
  }
  await writeFile(join(place, 'stats'), stats)
  return kept(place)
}

/** The build that was made of files with these names, sizes and times. */
async function findByStats(cache: string, stats: string): Promise<string | undefined> {
  for (const name of await buildsIn(cache)) {
    if (await readFile(join(cache, name, 'stats'), 'utf8').catch(() => '') === stats) {
      const now = new Date()
      await utimes(join(cache, name), now, now).catch(() => {})
      return name
    }
  }
  return undefined
}

async function buildsIn(cache: string): Promise<string[]> {
  return (await readdir(cache).catch(() => [])).filter(name => /^[0-9a-f]{16}$/.test(name))
}

async function buildInto(place: string, { track, roomRoot, folder }: KeptDeckOptions): Promise<void> {
  const aside = `${place}.${process.pid}.part`
  const drop = () => rm(aside, { recursive: true, force: true })
  await drop()
  await mkdir(aside, { recursive: true })
  try {
    const { site, notes } = kept(aside)
    await buildDeck({
      out: site,
      folder,
      base: `${roomRoot}deck/`,
      env: { DECK_TRACK: track, DECK_LIVE: roomRoot, DECK_NOTES: notes, ROOM_INTERNAL_URL: undefined },
    })
    await compress(site)
    // Another process may have built the same meanwhile.
    await rename(aside, place).catch(error => existsSync(place) || Promise.reject(error))
  }
  finally {
    await drop()
  }
}

/** Puts a compressed copy beside every text of a folder. */
async function compress(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter(file => COMPRESSED.has(extname(file)))
  await Promise.all(files.map(async (file) => {
    const path = join(folder, file)
    await writeFile(`${path}.gz`, await promisify(gzip)(await readFile(path), { level: 9 }))
  }))
}

async function dropOldest(cache: string): Promise<void> {
  const builds = await Promise.all((await buildsIn(cache)).map(async (name) => {
    const { mtimeMs } = await stat(join(cache, name))
    return { name, mtimeMs }
  }))
  const old = builds.sort((a, b) => b.mtimeMs - a.mtimeMs).slice(MOST_KEPT)
  await Promise.all(old.map(({ name }) => rm(join(cache, name), { recursive: true, force: true })))
}
