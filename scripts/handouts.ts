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
import { contentDate, deleteStrangers, makeHandouts, OUT } from '../src/handouts/make.ts'
import { PAPERS } from '../src/handouts/pageRules.ts'
import { zipOf } from '../src/handouts/zip.ts'

const ZIP = 'handouts.zip'
const VALUED = ['--paper', '--edition', '--track']

// Names come without an option's dashes and are taken off; what is left are options.
const isName = (text: string, i: number, all: string[]) =>
  i >= 2 && !text.startsWith('-') && !VALUED.includes(all[i - 1] ?? '')
const names = process.argv.filter(isName)
process.argv = process.argv.filter((...item) => !isName(...item))

await main(
  defineCommand({
    meta: {
      name: 'npm run handouts --',
      description:
        'Handouts as PDFs, into dist/handouts/: all of them, or those named, such as 04-fermi-the-bill or workbook. What has not changed is not printed again.',
    },
    args: {
      paper: { type: 'string', description: `One of ${PAPERS.join(', ')} (both)` },
      edition: { type: 'string', description: `One of ${EDITIONS.join(', ')} (both)` },
      track: TRACK_OPTION,
      zip: { type: 'boolean', description: `All of them in ${ZIP} as well` },
    },
    async run({ args }) {
      const track = trackFrom(args.track)
      const jobs = printJobs(readExercises(inRoot('exercises')))
      const { chosen, unknown } = chooseJobs(jobs, {
        names,
        paper: oneOf(PAPERS, args.paper, '--paper'),
        edition: oneOf(EDITIONS, args.edition, '--edition'),
      })
      if (unknown.length > 0) {
        throw new UsageError(
          `There is no handout ${unknown.join(', ')}; there is: ${[...new Set(jobs.map(job => job.name))].join(', ')}.`,
        )
      }
      if (chosen.length === 0)
        throw new UsageError(`${names.join(', ')} has no ${args.edition} edition; leave --edition out.`)
      // What the check names would stand on the paper, or be missing from it.
      const { faults } = await checkContent(root)
      if (faults.length > 0)
        throw new UsageError(faults.join('\n'))

      const made = await makeHandouts(chosen, track)
      if (names.length === 0)
        await deleteStrangers(jobs)
      console.log(table(made).join('\n'))
      if (args.zip)
        await writeZip(chosen.map(fileOf))
    },
  }),
)

/** @throws {UsageError} for another value */
function oneOf<T extends string>(all: readonly T[], value: string | undefined, option: string): T | undefined {
  const found = all.find(item => item === value)
  if (value !== undefined && found === undefined)
    throw new UsageError(`${option} is "${value}"; it must be one of ${all.join(', ')}.`)
  return found
}

function table(made: Made[]): string[] {
  const width = Math.max(...made.map(item => item.file.length))
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
