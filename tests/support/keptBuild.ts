import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { inRoot } from '../../src/cli/paths.ts'

/**
 * A folder that is built once, for all suites that look at it and for later runs, while its hash is the same.
 *
 * @param name of the cache, in `node_modules/.cache/`
 * @param hash of all that the folder is made of
 * @param build writes it into the folder that it is given
 * @returns the folder, complete
 */
export async function keptBuild(
  name: string,
  hash: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const cache = inRoot('node_modules', '.cache', name)
  const lock = join(cache, 'lock')
  const folder = join(cache, hash)
  await mkdir(cache, { recursive: true })
  while (!existsSync(folder)) {
    if (!takeLock(lock)) {
      await wait(200)
      continue
    }
    try {
      if (!existsSync(folder))
        await buildInto(cache, folder, build)
    }
    finally {
      rmSync(lock, { force: true })
    }
  }
  return folder
}

/** Builds aside first, so that the folder is there as a whole or not at all, and drops the builds before it. */
async function buildInto(cache: string, folder: string, build: (folder: string) => Promise<void>): Promise<void> {
  for (const name of await readdir(cache)) {
    if (name !== 'lock')
      await rm(join(cache, name), { recursive: true })
  }
  const aside = `${folder}.part`
  await build(aside)
  await rename(aside, folder)
}

/** Test files run side by side, and one of them builds. The lock of a process that is gone does not hold. */
function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  }
  catch {
    if (!isHeld(lock))
      rmSync(lock, { force: true })
    return false
  }
}

function isHeld(lock: string): boolean {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0)
  }
  catch {
    return false
  }
}
