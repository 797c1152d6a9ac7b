import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { printJobs } from '../../src/handouts/jobs.ts'
import { zipOf } from '../../src/handouts/zip.ts'
import { runNode } from '../support/run.ts'

const exercises = readExercises(inRoot('exercises'))
const [first] = printJobs(exercises)
const slug = exercises[0]?.slug ?? ''

describe.concurrent('npm run handouts', () => {
  it.each<[string[], string]>([
    [['99-gone'], `There is no handout 99-gone; choose from ${first?.name}, `],
    [['--paper', 'a5'], '--paper is "a5"; it must be one of a4, letter.\n'],
    [['--edition', 'author'], '--edition is "author"; it must be one of participant, facilitator.\n'],
    [['workbook', '--edition', 'facilitator'], 'workbook has no facilitator edition; leave --edition out.\n'],
    [['pack', 'workbook'], 'A pack has all that its room needs; leave out workbook.\n'],
    [['pack', '--edition', 'participant'], 'A pack has papers of both editions; leave --edition out.\n'],
    [['pack', '--people', '0'], '--people is "0"; it must be a whole number from 1 to 5000.\n'],
    [['pack', '--people', 'forty'], '--people is "forty"; it must be a whole number from 1 to 5000.\n'],
    [['pack', '--track', 'all'], '--track is "all"; it must be one of talk, workshop, half-day.\n'],
    [['pack', '--large', 'two'], '--large is "two"; it must be a whole number from 0 to 5000.\n'],
    [['pack', '--people', '-1'], '--people is "-1"; it must be a whole number from 1 to 5000.\n'],
    [
      ['pack', '--people', '4', '--large', '5'],
      '--large is 5 and --people 4; large print is for some of the people.\n',
    ],
    [
      ['pack', '--with', slug, '--without', slug],
      `${slug} is in --with and in --without; leave it out of one of them.\n`,
    ],
    [['--large', '2'], '--large is for a pack; for one paper in large print, name it, such as workbook-large.\n'],
    [['--people', '40'], '--people is for a pack: npm run handouts -- pack --people 40.\n'],
    [['--track', 'long'], '--track is "long"; it must be one of talk, workshop, half-day, all.\n'],
  ])('refuses %j in one line', async (args, says) => {
    const { code, stdout, stderr } = await runNode(['scripts/handouts.ts', ...args])
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 1, stdout: '', lines: 2 })
    expect(stderr.slice(0, says.length)).toBe(says)
  })
})

describe('the archive', () => {
  const files = { 'one.pdf': inRoot('package.json'), 'two.pdf': inRoot('LICENSE') }

  it('contains every file unchanged', async () => {
    const entries = unzipSync(await zipOf(files, new Date('2026-11-01')))
    expect(Object.keys(entries)).toEqual(['one.pdf', 'two.pdf'])
    expect(entries['two.pdf']).toEqual(new Uint8Array(readFileSync(inRoot('LICENSE'))))
  })

  it('is the same when made again', async () => {
    expect(await zipOf(files, new Date('2026-11-01'))).toEqual(await zipOf(files, new Date('2026-11-01')))
  })
})
