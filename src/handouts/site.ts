import type { Extent } from '../content/tracks.ts'
import { existsSync, readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { preview } from 'vite'
import { inRoot, root } from '../cli/paths.ts'
import { orWriteFault } from '../cli/writeFault.ts'
import { buildDeck } from '../deck/buildDeck.ts'
import { deckHash } from '../deck/deckHash.ts'
import { handedSwap } from '../deck/swapped.ts'
import { MAKE_ROOM } from './outFolder.ts'

/** Not under `dist/`, which gets published: the site holds the facilitator's pages. */
const FOLDER = inRoot('node_modules', '.cache', 'handouts-site')
const HASH = '.hash'
const HASH_FILE = join(FOLDER, HASH)

/** Whether the site is built from the deck as it is now. */
export function isBuilt(track: Extent): boolean {
  return existsSync(HASH_FILE) && readFileSync(HASH_FILE, 'utf8') === hashFor(track)
}

function hashFor(track: Extent): string {
  return deckHash(root, track, JSON.stringify(handedSwap() ?? {}))
}

/**
 * Builds the deck with its handouts. A built page loads some ten files where the dev server sends some three hundred,
 * so that all handouts print in the time that a few would take from the dev server.
 *
 * @throws {UsageError} when it cannot be built
 */
export async function buildSite(track: Extent): Promise<void> {
  const hash = hashFor(track)
  // Until it is whole: a build that is ended half-way leaves the site as it was.
  const part = `${FOLDER}.part`
  await rm(part, { recursive: true, force: true })
  await buildDeck({ out: part, env: { DECK_TRACK: track, DECK_HANDOUTS: 'true' } })
  await orWriteFault(FOLDER, MAKE_ROOM, async () => {
    await writeFile(join(part, HASH), hash)
    await rm(FOLDER, { recursive: true, force: true })
    await rename(part, FOLDER)
  })
}

export interface Site {
  /** `http://127.0.0.1:PORT` */
  url: string
  close: () => Promise<void>
}

/** @param folder of a built site; without one, of this deck's */
export async function serveSite(folder = FOLDER): Promise<Site> {
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
  })
  return { url: (server.resolvedUrls?.local[0] ?? '').replace(/\/$/, ''), close: () => server.close() }
}
