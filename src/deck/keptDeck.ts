import type { Extent } from '../content/tracks.ts'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { inRoot, root } from '../cli/paths.ts'
import { buildDeck } from './buildDeck.ts'
import { keptBuild } from './keptBuild.ts'

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
  const build = async (into: string) => {
    onBuild?.()
    const { site, notes } = kept(into)
    await buildDeck({
      out: site,
      folder,
      base: `${roomRoot}deck/`,
      env: { DECK_TRACK: track, DECK_LIVE: roomRoot, DECK_NOTES: notes, ROOM_INTERNAL_URL: undefined },
    })
    await compress(site)
  }
  return kept(await keptBuild({ folder, cache, key: [track, roomRoot], build }))
}

/** Puts a compressed copy beside every text of a folder. */
async function compress(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter(file => COMPRESSED.has(extname(file)))
  await Promise.all(files.map(async (file) => {
    const path = join(folder, file)
    await writeFile(`${path}.gz`, await promisify(gzip)(await readFile(path), { level: 9 }))
  }))
}
