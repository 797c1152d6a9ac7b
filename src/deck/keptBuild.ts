import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { dropAtExit } from '../cli/dropAtExit.ts'
import { deckHash, deckStatHash } from './deckHash.ts'
import { handedSwap } from './swapped.ts'

export interface KeptBuildOptions {
  /** Folder of the deck. */
  folder: string
  /** Where builds of this sort are kept. */
  cache: string
  /** What the build depends on beside the files of the deck and the swap of exercises, such as its track. */
  key: readonly string[]
  /** Builds into a folder that is there and empty. Where the build is kept already, it is not called. */
  build: (into: string) => Promise<void>
}

/** Builds that are kept: one a track, and one to go back to. */
const MOST_KEPT = 4

/**
 * Something that is built from the deck: as it was built last, where nothing has changed since; else it is built and
 * kept. It is there as a whole or not at all.
 *
 * @returns its folder
 * @throws what `build` throws
 */
export async function keptBuild(options: KeptBuildOptions): Promise<string> {
  const { folder, cache, build } = options
  const key = [...options.key, JSON.stringify(handedSwap() ?? {})]
  const stats = deckStatHash(folder, ...key)
  const known = await findByStats(cache, stats)
  if (known !== undefined)
    return join(cache, known)
  const name = deckHash(folder, ...key).slice(0, 16)
  const place = join(cache, name)
  if (!existsSync(place)) {
    await buildAside(place, build)
    await dropOldest(cache)
  }
  await writeFile(join(place, 'stats'), stats)
  return place
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

async function buildAside(place: string, build: KeptBuildOptions['build']): Promise<void> {
  const aside = `${place}.${process.pid}.part`
  const drop = dropAtExit(aside)
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { recursive: true })
  try {
    await build(aside)
    // Another process may have built the same meanwhile.
    await rename(aside, place).catch(error => existsSync(place) || Promise.reject(error))
  }
  finally {
    await drop()
  }
}

async function dropOldest(cache: string): Promise<void> {
  const builds = await Promise.all((await buildsIn(cache)).map(async (name) => {
    const { mtimeMs } = await stat(join(cache, name))
    return { name, mtimeMs }
  }))
  const old = builds.sort((a, b) => b.mtimeMs - a.mtimeMs).slice(MOST_KEPT)
  await Promise.all(old.map(({ name }) => rm(join(cache, name), { recursive: true, force: true })))
}
