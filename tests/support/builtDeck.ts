import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { inRoot, root } from '../../src/cli/paths.ts'
import { deckHash } from '../../src/deck/deckHash.ts'
import { runNode } from './run.ts'

const CACHE = inRoot('node_modules', '.cache', 'test-site')
const LOCK = join(CACHE, 'lock')

/**
 * The whole deck as `npm run build` makes it. All suites that look at a built deck share one build, and a later run
 * takes it too while nothing that the deck is made of has changed.
 *
 * @returns folder of the site
 * @throws {Error} with what the build complains about
 */
export async function builtDeck(): Promise<string> {
  const hash = deckHash(root, 'all')
  const folder = join(CACHE, hash)
  await mkdir(CACHE, { recursive: true })
  while (!existsSync(folder)) {
    if (!takeLock()) {
      await wait(200)
      continue
    }
    try {
      if (!existsSync(folder))
        await buildInto(folder)
    }
    finally {
      rmSync(LOCK, { force: true })
    }
  }
  return folder
}

/** Builds aside first, so that the folder is there as a whole or not at all, and drops the builds before it. */
async function buildInto(folder: string): Promise<void> {
  for (const name of await readdir(CACHE)) {
    if (name !== 'lock')
      await rm(join(CACHE, name), { recursive: true })
  }
  const aside = `${folder}.part`
  const { code, stdout, stderr } = await runNode(['scripts/build.ts', '--track', 'all', '--out', aside])
  if (code !== 0)
    throw new Error(`npm run build ended with ${code}: ${stderr.trim() || stdout.trim()}`)
  await rename(aside, folder)
}

/** Test files run side by side, and one of them builds. The lock of a process that is gone does not hold. */
function takeLock(): boolean {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  }
  catch {
    if (!isHeld())
      rmSync(LOCK, { force: true })
    return false
  }
}

function isHeld(): boolean {
  try {
    return process.kill(Number(readFileSync(LOCK, 'utf8')), 0)
  }
  catch {
    return false
  }
}
