import type { Extent } from '../src/content/tracks.ts'
import type { JobFilter } from '../src/handouts/jobs.ts'
import type { Made } from '../src/handouts/make.ts'
import { join } from 'node:path'
import process from 'node:process'
import { defineCommand } from 'citty'
import { main, UsageError } from '../src/cli/cli.ts'
import { inRoot, root } from '../src/cli/paths.ts'
import { TRACK_OPTION, trackFrom } from '../src/cli/trackOption.ts'
import { EDITIONS } from '../src/content/editions.ts'
import { readExercises } from '../src/content/exercises.ts'
import { TRACKS } from '../src/content/tracks.ts'
import { assertContent } from '../src/deck/check/assertContent.ts'
import { SWAP_OPTIONS, swapExercises } from '../src/deck/swapOption.ts'
import { chooseJobs, fileOf, largeJobs, printJobs, trackJobs } from '../src/handouts/jobs.ts'
import { deleteStale, makeHandouts } from '../src/handouts/make.ts'
import { oneAtATime } from '../src/handouts/oneAtATime.ts'
import { OUT } from '../src/handouts/outFolder.ts'
import { PAGE_SIZES } from '../src/handouts/pageRules.ts'
import { writeArchive } from '../src/handouts/zip.ts'
import { PACK, printPack } from './handouts/printPack.ts'

const ZIP = 'handouts.zip'
const VALUED = ['--paper', '--edition', '--track', '--people', '--large', '--with', '--without']

// Names of handouts are taken out of the arguments, because `main` accepts only options.
const isHandoutName = (arg: string, i: number, all: string[]) =>
  i >= 2 && !arg.startsWith('-') && !VALUED.includes(all[i - 1] ?? '')
const names = process.argv.filter(isHandoutName)
process.argv = process.argv.filter((...arg) => !isHandoutName(...arg))

await main(
  defineCommand({
    meta: {
      name: 'npm run handouts --',
      description:
        'Handouts as PDFs, into dist/handouts/: all of them, or those named, such as 04-fermi-the-bill or workbook. '
        + `What has not changed is not printed again. \`${PACK} --track workshop --people 40\` writes what that room `
        + 'needs into a folder of its own, with a print plan.',
    },
    args: {
      paper: { type: 'string', description: `One of ${PAGE_SIZES.join(', ')} (both; for a ${PACK}, a4)` },
      edition: { type: 'string', description: `One of ${EDITIONS.join(', ')} (both)` },
      track: TRACK_OPTION,
      people: { type: 'string', description: `With ${PACK}: how many are in the room (40)` },
      large: { type: 'string', description: `With ${PACK}: how many have asked for large print (0)` },
      ...SWAP_OPTIONS,
      zip: { type: 'boolean', description: `All of them in ${ZIP} as well, or a ${PACK} in a file of its own` },
    },
    async run({ args }) {
      const track = trackFrom(args.track)
      await swapExercises(root, args, track)
      const pageSize = oneOf(PAGE_SIZES, args.paper, '--paper')
      const edition = oneOf(EDITIONS, args.edition, '--edition')
      if (names.includes(PACK))
        return printPack(names, { ...args, track, pageSize, edition })
      if (args.people !== undefined)
        throw new UsageError(`--people is for a ${PACK}: npm run handouts -- ${PACK} --people ${args.people}.`)
      if (args.large !== undefined)
        throw new UsageError(`--large is for a ${PACK}; for one paper in large print, name it, such as workbook-large.`)
      await printNamed({ track, pageSize, edition, zip: args.zip })
    },
  }),
)

interface Wish extends Omit<JobFilter, 'names'> {
  track: Extent
  zip: boolean | undefined
}

/** Prints the handouts that are named, or all. */
async function printNamed({ track, pageSize, edition, zip }: Wish): Promise<void> {
  const jobs = printJobs(readExercises(inRoot('exercises')))
  const { chosen, unknown } = chooseJobs([...jobs, ...largeJobs(jobs)], { names, pageSize, edition })
  if (unknown.length > 0) {
    throw new UsageError(
      `There is no handout ${unknown.join(', ')}; choose from ${[...new Set(jobs.map(job => job.name))].join(', ')}.`,
    )
  }
  if (chosen.length === 0)
    throw new UsageError(`${names.join(', ')} has no ${edition} edition; leave --edition out.`)
  console.error('Checking the content…')
  // Otherwise faults of the content would end up on paper.
  await assertContent(root)

  await oneAtATime(async () => {
    const made = await makeHandouts(chosen, track)
    if (names.length === 0) {
      const all = [...jobs, ...TRACKS.flatMap(trackJobs)]
      await deleteStale([...all, ...largeJobs(all)])
    }
    console.log(table(made).join('\n'))
    if (zip)
      await writeZip(chosen.map(fileOf))
  })
}

/**
 * The value of an option that takes one of a list; undefined where it is not given.
 *
 * @throws {UsageError} for a value that is not in the list
 */
function oneOf<T extends string>(all: readonly T[], value: string | undefined, option: string): T | undefined {
  const found = all.find(option => option === value)
  if (value !== undefined && found === undefined)
    throw new UsageError(`${option} is "${value}"; it must be one of ${all.join(', ')}.`)
  return found
}

function table(made: Made[]): string[] {
  const width = Math.max(...made.map(handout => handout.file.length))
  return made.map(({ file, pages, bytes, seconds }) => [
    `dist/handouts/${file.padEnd(width)}`,
    `${pages} ${pages === 1 ? 'page ' : 'pages'}`.padStart(9),
    `${Math.round(bytes / 1024)} KB`.padStart(7),
    seconds === undefined ? 'unchanged' : `${seconds.toFixed(1)} s`,
  ].join('  '))
}

async function writeZip(files: string[]): Promise<void> {
  await writeArchive(ZIP, Object.fromEntries(files.map(file => [file, join(OUT, file)])))
  console.log(`dist/handouts/${ZIP}`)
}
