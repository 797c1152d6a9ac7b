import type { Exercise } from '../content/exercises.ts'
import type { Track } from '../content/tracks.ts'
import type { PackPaper } from './packPapers.ts'
import type { PageSize } from './pageRules.ts'
import type { PlannedPaper, PrintPlan, Sheets } from './printPlan.ts'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { orWriteFault } from '../cli/writeFault.ts'
import { fileOf, largeJobs, printJobs, trackJobs } from './jobs.ts'
import { makeHandouts } from './make.ts'
import { MAKE_ROOM, OUT } from './outFolder.ts'
import { packPapers } from './packPapers.ts'
import { fileInPack, planToPath, sheetsOf } from './printPlan.ts'

export interface PackWish {
  track: Track
  /** In the room, without those who run it. */
  people: number
  pageSize: PageSize
  /** How many of them have asked for large print. */
  large: number
}

export interface Pack {
  /** Name of its folder in `dist/handouts/`. */
  folder: string
  papers: PlannedPaper[]
  sheets: Sheets
}

/** Rooms that every plan tells of. */
const ROOMS = [10, 40, 200]
/** Name of the print plan's file in a pack, before page size and ending. */
export const PLAN = '00_print-plan'

/**
 * Prints what a room needs for a track into a folder of its own: each file has its place in the order of handing out
 * and its number of copies in its name, and a print plan lies on top.
 *
 * @param exercises of the deck, exchanged ones with the track that they have now
 * @param wish for whom
 */
export async function makePack(exercises: Exercise[], { track, people, pageSize, large }: PackWish): Promise<Pack> {
  const papers = packPapers(exercises, track, people, large)
  const usual = [...printJobs(exercises), ...trackJobs(track)].filter(job => job.pageSize === pageSize)
  const all = [...usual, ...largeJobs(usual)]
  const jobs = papers.map(({ name }) => all.find(job => job.name === name) ?? never(name))
  const made = await makeHandouts(jobs, track.id)
  const pages = new Map(jobs.map(({ name }, i) => [name, made[i]?.pages ?? 0]))
  const pagesOf = (some: PackPaper[]) => some.map((paper, i) =>
    ({ ...paper, pages: pages.get(paper.name) ?? 0, file: fileInPack(paper, i + 1, pageSize) }))
  const planned = pagesOf(papers)
  const plan = {
    track: track.id,
    people,
    papers: planned,
    rooms: ROOMS.map(size => ({ people: size, sheets: sheetsOf(pagesOf(packPapers(exercises, track, size))) })),
  }
  const planFile = await printPlan(plan, pageSize)
  const folder = `pack-${track.id}-${people}-${pageSize}`
  await fill(folder, [
    { from: planFile, to: `${PLAN}_${pageSize}.pdf` },
    ...planned.map(({ file }, i) => ({ from: made[i]?.file ?? '', to: file })),
  ])
  return { folder, papers: planned, sheets: sheetsOf(planned) }
}

async function printPlan(plan: PrintPlan, pageSize: PageSize): Promise<string> {
  const job = {
    name: `print-plan-${plan.track}-${plan.people}`,
    route: `/handouts/print-plan/${planToPath(plan)}`,
    edition: 'facilitator' as const,
    source: 'exercises/',
    shows: [],
    pageSize,
  }
  await makeHandouts([job], plan.track as Track['id'])
  return fileOf(job)
}

/**
 * Replaces a folder of `dist/handouts/` by renaming, so that no half of a pack is ever taken for a pack. An archive of
 * the earlier one would hold other papers, and goes with it.
 */
async function fill(folder: string, files: { from: string, to: string }[]): Promise<void> {
  const [path, part, old] = [join(OUT, folder), join(OUT, `${folder}.part`), join(OUT, `${folder}.old`)]
  const remove = (...paths: string[]) => Promise.all(paths.map(path => rm(path, { recursive: true, force: true })))
  await orWriteFault(path, MAKE_ROOM, async () => {
    await remove(part, old, `${path}.zip`)
    try {
      await mkdir(part)
      for (const { from, to } of files)
        await copyFile(join(OUT, from), join(part, to))
      if (existsSync(path))
        await rename(path, old)
      await rename(part, path)
    }
    finally {
      await remove(part, old)
    }
  })
}

function never(name: string): never {
  throw new Error(`Nothing is printed under the name ${name}.`)
}
