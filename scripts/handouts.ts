import type { Made } from '../src/handouts/make.ts'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { defineCommand } from 'citty'
import { main, UsageError } from '../src/cli/cli.ts'
import { inRoot, root } from '../src/cli/paths.ts'
import { TRACK_OPTION, trackFrom } from '../src/cli/trackOption.ts'
import { EDITIONS } from '../src/content/editions.ts'
import { readExercises } from '../src/content/exercises.ts'
import { checkContent } from '../src/deck/check/index.ts'
import { chooseJobs, fileOf, printJobs } from '../src/handouts/jobs.ts'
import { contentDate, deleteStale, makeHandouts, OUT } from '../src/handouts/make.ts'
import { PAGE_SIZES } from '../src/handouts/pageRules.ts'
import { zipOf } from '../src/handouts/zip.ts'

const ZIP = 'handouts.zip'
const VALUED = ['--paper', '--edition', '--track']

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
        + 'What has not changed is not printed again.',
    },
    args: {
      paper: { type: 'string', description: `One of ${PAGE_SIZES.join(', ')} (both)` },
      edition: { type: 'string', description: `One of ${EDITIONS.join(', ')} (both)` },
      track: TRACK_OPTION,
      zip: { type: 'boolean', description: `All of them in ${ZIP} as well` },
    },
    async run({ args }) {
      const track = trackFrom(args.track)
      const jobs = printJobs(readExercises(inRoot('exercises')))
      const { chosen, unknown } = chooseJobs(jobs, {
        names,
        pageSize: oneOf(PAGE_SIZES, args.paper, '--paper'),
        edition: oneOf(EDITIONS, args.edition, '--edition'),
      })
      if (unknown.length > 0) {
        throw new UsageError(
          `There is no handout ${unknown.join(', ')}; there is: ${[...new Set(jobs.map(job => job.name))].join(', ')}.`,
        )
      }
      if (chosen.length === 0)
        throw new UsageError(`${names.join(', ')} has no ${args.edition} edition; leave --edition out.`)
      // Otherwise faults of the content would end up on paper.
      const { faults } = await checkContent(root)
      if (faults.length > 0)
        throw new UsageError(faults.join('\n'))

      const made = await makeHandouts(chosen, track)
      if (names.length === 0)
        await deleteStale(jobs)
      console.log(table(made).join('\n'))
      if (args.zip)
        await writeZip(chosen.map(fileOf))
    },
  }),
)

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
  const path = join(OUT, ZIP)
  await writeFile(
    `${path}.part`,
    await zipOf(Object.fromEntries(files.map(file => [file, join(OUT, file)])), contentDate()),
  )
  await rename(`${path}.part`, path)
  console.log(`dist/handouts/${ZIP}`)
}
