import type { Edition } from '../../handouts/editions.ts'
import type { Exercise } from '../../handouts/exercises.ts'
import type { Paper } from '../../handouts/paper.ts'
import { readFileSync, statSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { EDITIONS, SOURCE_OF } from '../../handouts/editions.ts'
import { readExercises } from '../../handouts/exercises.ts'
import { PAPERS } from '../../handouts/paper.ts'
import { fileOf } from '../../handouts/print.ts'
import { readPolls } from '../../room/polls.ts'
import { inRoot } from '../../scripts/paths.ts'
import { runNode } from '../scripts/run.ts'
import { catalogOf, checkPdf, fontsOf, infoOf, textOf } from './pdf.ts'
import { amountsOf, foundIn, missingFrom, sentencesOf } from './sentences.ts'

const exercises = readExercises(inRoot('exercises'))
interface Sheet {
  exercise: Exercise
  edition: Edition
}
interface Pdf {
  file: string
  path: string
  paper: Paper
  title: string
}
const placed = <T extends { name: string, paper: Paper }>(it: T) => ({ ...it, file: fileOf(it), path: inRoot('dist', 'handouts', fileOf(it)) })
const jobs: (Sheet & Pdf)[] = exercises.flatMap(exercise => EDITIONS.flatMap(edition => PAPERS.map(paper =>
  placed({ exercise, edition, paper, name: `${exercise.slug}-${edition}`, title: exercise.titles[edition] }))))
const slips: Pdf[] = PAPERS.map(paper => placed({ name: 'ballot-slips', paper, title: 'Ballot slips' }))
const all = [...jobs, ...slips]
const polls = readPolls(inRoot('polls.yaml'))
const SIZE = { a4: 'A4', letter: 'letter' }
const MOST_BYTES = 500 * 1024
const MOST_PAGES = 2
const PATIENCE_MS = 170_000

const sourceOf = ({ exercise, edition }: Sheet) => readFileSync(inRoot('exercises', exercise.slug, SOURCE_OF[edition]), 'utf8')
const secrets = exercises.flatMap(exercise => sentencesOf(sourceOf({ exercise, edition: 'facilitator' })))

beforeAll(async () => {
  const start = Date.now()
  const { code, stdout, stderr } = await runNode(['scripts/handouts.ts'], {}, PATIENCE_MS)
  if (code !== 0)
    throw new Error(`npm run handouts ended with ${code}: ${stderr}`)
  const printed = stdout.trim().split('\n').map(line => /^dist\/handouts\/(\S+)\s+\d+ KB\s+[\d.]+ s$/.exec(line)?.[1])
  expect(printed).toEqual(all.map(it => it.file))
  // What an earlier run printed must not pass for what this one does.
  expect(all.filter(({ path }) => statSync(path).mtimeMs < start)).toEqual([])
})

describe.each(all)('$file', ({ title, paper, path }) => {
  it('has its title, its paper, and tags for a screen reader', () => {
    expect(infoOf(path)).toMatchObject({ title, paper: SIZE[paper], tagged: true })
  })

  it('says its language, and has an outline', () => {
    expect(catalogOf(path)).toMatchObject({ '/Lang': 'u:en', '/MarkInfo': { '/Marked': true }, '/Outlines': expect.any(String) })
  })

  it('has all its fonts in it, with the characters they stand for', () => {
    const fonts = fontsOf(path)
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts).toEqual(fonts.map(() => ({ embedded: true, readable: true })))
  })

  it('is a sound file of no more than 500 KB', () => {
    expect(checkPdf(path)).toContain('No syntax or stream encoding errors found')
    expect(infoOf(path).bytes).toBeLessThanOrEqual(MOST_BYTES)
  })
})

describe.each(jobs)('$file', (job) => {
  // The control of what follows: what would leak is found where it belongs.
  it('has the sentences of its source, but for those that a page break divides', () => {
    const sentences = sentencesOf(sourceOf(job))
    expect(sentences.length).toBeGreaterThan(10)
    expect(missingFrom(textOf(job.path), sentences).length).toBeLessThan(infoOf(job.path).pages)
  })

  it('has the amounts of its source', () => {
    expect(missingFrom(textOf(job.path), amountsOf(sourceOf(job)))).toEqual([])
  })
})

describe.each(jobs.filter(it => it.edition === 'participant'))('$file', ({ exercise, path }) => {
  it('fits on one sheet', () => {
    expect(infoOf(path).pages).toBeLessThanOrEqual(MOST_PAGES)
  })

  it('has no sentence of any facilitator page', () => {
    expect(foundIn(textOf(path), secrets)).toEqual([])
  })

  it('has no amount that only its facilitator page has', () => {
    const own = amountsOf(sourceOf({ exercise, edition: 'participant' }))
    const keys = amountsOf(sourceOf({ exercise, edition: 'facilitator' })).filter(it => !own.includes(it))
    expect(foundIn(textOf(path), keys)).toEqual([])
  })

  it.runIf(exercise.slug === '04-fermi-the-bill')('leaves the total to the participants', () => {
    expect(textOf(path)).toContain('2,664K')
    expect(textOf(path)).not.toMatch(/5[.,]\s?576/)
  })
})

it('has amounts to keep, the total of the bill among them', () => {
  const fermi = exercises.filter(it => it.slug === '04-fermi-the-bill')
  expect(fermi.flatMap(exercise => amountsOf(sourceOf({ exercise, edition: 'facilitator' })))).toEqual(expect.arrayContaining(['$5.576M', '$294,672']))
})

describe.each(slips)('$file', ({ path }) => {
  it('has a sheet for each poll, with its question and every option', () => {
    const options = polls.flatMap(it => 'options' in it ? it.options.map(({ text }) => text) : [])
    expect(infoOf(path).pages).toBe(polls.length)
    expect(missingFrom(textOf(path), [...polls.map(it => it.question), ...options])).toEqual([])
  })
})
