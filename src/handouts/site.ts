import type { Extent } from '../content/tracks.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { preview } from 'vite'
import { inRoot, root } from '../cli/paths.ts'
import { sha256 } from '../cli/treeHash.ts'
import { buildDeck } from '../deck/buildDeck.ts'
import { keptBuild } from '../deck/keptBuild.ts'
import { oneAtATime } from './oneAtATime.ts'

/** Not under `dist/`, which gets published: the site holds the facilitator's pages. */
const CACHE = inRoot('node_modules', '.cache', 'print-site')
/** One process builds while others that need the same wait for it. */
const LOCK = inRoot('node_modules', '.cache', 'print-site.lock')

export interface KeptSiteOptions {
  track: Extent
  /** File of a session's results, which its polls then show. */
  results?: string | undefined
  /** Called before the deck is built; where it is kept already, it is not. */
  onBuild?: () => void
}

/**
 * The deck with its handouts, from which they are printed: as it was built last, or built anew where something has
 * changed. A built page loads some ten files where the dev server sends some three hundred, so that all handouts print
 * in the time that a few would take from the dev server.
 *
 * @returns folder of the site
 * @throws {import('../cli/cli.ts').UsageError} when it cannot be built
 */
export async function keptSite({ track, results, onBuild }: KeptSiteOptions): Promise<string> {
  const key = [track, results ? sha256(await readFile(results)) : '']
  const build = async (into: string) => {
    onBuild?.()
    await buildDeck({
      out: join(into, 'site'),
      env: { DECK_TRACK: track, DECK_HANDOUTS: 'true', DECK_RESULTS: results },
    })
  }
  const kept = await oneAtATime(() => keptBuild({ folder: root, cache: CACHE, key, build }), () => {}, LOCK)
  return join(kept, 'site')
}

export interface Site {
  /** `http://127.0.0.1:PORT` */
  url: string
  close: () => Promise<void>
}

/** @param folder of a built site */
export async function serveSite(folder: string): Promise<Site> {
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
  })
  return { url: (server.resolvedUrls?.local[0] ?? '').replace(/\/$/, ''), close: () => server.close() }
}
