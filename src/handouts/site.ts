import type { Extent } from '../content/tracks.ts'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { preview } from 'vite'
import { UsageError } from '../cli/cli.ts'
import { inRoot, root } from '../cli/paths.ts'
import { deckHash } from './manifest.ts'

/** Not under `dist/`, which gets published: the site holds the facilitator's pages. */
const FOLDER = inRoot('node_modules', '.cache', 'handouts-site')
const HASH_FILE = join(FOLDER, '.hash')

/** Whether the site is built from the deck as it is now. */
export function isBuilt(track: Extent): boolean {
  return existsSync(HASH_FILE) && readFileSync(HASH_FILE, 'utf8') === deckHash(root, track)
}

/**
 * Builds the deck with its handouts. A built page loads some ten files where the dev server sends some three hundred,
 * so that all handouts print in the time that a few would take from the dev server.
 *
 * @throws {UsageError} when it cannot be built
 */
export async function buildSite(track: Extent): Promise<void> {
  const hash = deckHash(root, track)
  await rm(FOLDER, { recursive: true, force: true })
  const child = spawn(
    process.execPath,
    [inRoot('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs'), 'build', 'slides.md', '--out', FOLDER],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', DECK_TRACK: track, DECK_HANDOUTS: 'true' },
    },
  )
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => output += text)
  child.stderr.setEncoding('utf8').on('data', (text: string) => output += text)
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  if (code !== 0)
    throw new UsageError(`The deck could not be built for printing: ${errorLine(output)}`)
  writeFileSync(HASH_FILE, hash)
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

/** The line of a build's output that names an error, or else all of it. */
function errorLine(output: string): string {
  return output.split('\n').find(line => /\b\w*Error: /.test(line))?.trim() ?? output.trim()
}
