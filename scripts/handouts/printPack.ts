import type { Edition } from '../../src/content/editions.ts'
import type { Extent } from '../../src/content/tracks.ts'
import type { Pack } from '../../src/handouts/pack.ts'
import type { PageSize } from '../../src/handouts/pageRules.ts'
import { join } from 'node:path'
import { UsageError } from '../../src/cli/cli.ts'
import { inRoot, root } from '../../src/cli/paths.ts'
import { namedTrack } from '../../src/cli/trackOption.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { assertContent } from '../../src/deck/check/assertContent.ts'
import { handedSwap, swappedExercises } from '../../src/deck/swapped.ts'
import { oneAtATime } from '../../src/handouts/oneAtATime.ts'
import { OUT } from '../../src/handouts/outFolder.ts'
import { makePack, PLAN } from '../../src/handouts/pack.ts'
import { formatHow, formatPeople, LARGE_SHEET, sheetsOfCopy } from '../../src/handouts/printPlan.ts'
import { writeArchive } from '../../src/handouts/zip.ts'

/** What stands in place of a handout's name to print all that a room needs. */
export const PACK = 'pack'

interface PackOptions {
  track: Extent
  people: string | undefined
  large: string | undefined
  pageSize: PageSize | undefined
  edition: Edition | undefined
  zip: boolean | undefined
}

/** A hall that holds more needs a print shop that counts for itself. */
const MOST_PEOPLE = 5000
const USUAL_PEOPLE = '40'

/**
 * Prints what a room needs, and says what it is.
 *
 * @param names that were asked for, the pack's among them
 * @throws {UsageError} for options that do not go with a pack, and for faults of the content
 */
export async function printPack(names: string[], options: PackOptions): Promise<void> {
  const others = names.filter(name => name !== PACK)
  if (others.length > 0)
    throw new UsageError(`A ${PACK} has all that its room needs; leave out ${others.join(', ')}.`)
  if (options.edition)
    throw new UsageError(`A ${PACK} has papers of both editions; leave --edition out.`)
  const track = namedTrack(options.track, '--track')
  const people = numberFrom(options.people ?? USUAL_PEOPLE, '--people', 1)
  const large = numberFrom(options.large ?? '0', '--large', 0)
  if (large > people)
    throw new UsageError(`--large is ${large} and --people ${people}; large print is for some of the people.`)
  await assertContent(root)

  const exercises = swappedExercises(readExercises(inRoot('exercises')), handedSwap())
  const pageSize = options.pageSize ?? 'a4'
  await oneAtATime(async () => {
    const pack = await makePack(exercises, { track, people, pageSize, large })
    console.log(format(pack, people, pageSize))
    if (options.zip) {
      const files = [`${PLAN}_${pageSize}.pdf`, ...pack.papers.map(({ file }) => file)]
      const entries = files.map(file => [`${pack.folder}/${file}`, join(OUT, pack.folder, file)])
      await writeArchive(`${pack.folder}.zip`, Object.fromEntries(entries))
      console.log(`dist/handouts/${pack.folder}.zip`)
    }
  })
}

function numberFrom(value: string, option: string, least: number): number {
  const number = Number(value)
  if (value.trim() === '' || !Number.isInteger(number) || number < least || number > MOST_PEOPLE)
    throw new UsageError(`${option} is "${value}"; it must be a whole number from ${least} to ${MOST_PEOPLE}.`)
  return number
}

function format({ folder, papers, sheets }: Pack, people: number, pageSize: PageSize): string {
  const width = Math.max(...papers.map(({ file }) => file.length))
  const rows = papers.map((paper) => {
    const count = paper.copies * sheetsOfCopy(paper)
    const sum = `${count} ${count === 1 ? 'sheet' : 'sheets'}`
    const needed = paper.instead ? `or ${sum}` : sum
    return `${paper.file.padEnd(width)}  ${needed.padStart(14)}  ${formatHow(paper, pageSize)}`
  })
  const large = sheets.large > 0 ? ` and ${sheets.large} of ${LARGE_SHEET[pageSize]}` : ''
  return [
    `dist/handouts/${folder}/`,
    ...rows,
    `${sheets.usual} sheets${large} for ${formatPeople(people)}; `
    + `${PLAN}_${pageSize}.pdf says how to print them.`,
  ].join('\n')
}
