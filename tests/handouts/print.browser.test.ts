import type { Buffer } from 'node:buffer'
import type { Track } from '../../src/content/tracks.ts'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { isShownIn, trackOf } from '../../src/content/tracks.ts'
import { fileOf, largeJobs, printJobs, trackJobs } from '../../src/handouts/jobs.ts'
import { packPapers } from '../../src/handouts/packPapers.ts'
import { fileInPack } from '../../src/handouts/printPlan.ts'
import { runNode } from '../support/run.ts'
import { infoOf, textOf } from './support/pdf.ts'
import { checkPrint, own } from './support/printChecks.ts'

const exercises = readExercises(inRoot('exercises'))
const all = printJobs(exercises).map(job => ({
  ...job,
  file: fileOf(job),
  path: inRoot('dist', 'handouts', fileOf(job)),
}))

beforeAll(async () => {
  const start = Date.now()
  const { code, stdout, stderr } = await runNode(['scripts/handouts.ts'])
  if (code !== 0)
    throw new Error(`npm run handouts ended with ${code}: ${stderr}`)
  const told = stdout
    .trim()
    .split('\n')
    .map(line => /^dist\/handouts\/(\S+)\s+(\d+) pages?\s+\d+ KB\s+(?:[\d.]+ s|unchanged)$/.exec(line)?.slice(1))
  expect(told).toEqual(all.map(handout => [handout.file, String(infoOf(handout.path).pages)]))
  // What was there before must be what it says, unchanged.
  expect(
    stdout
      .split('\n')
      .filter(line => line.endsWith(' s'))
      .map(line => /handouts\/(\S+)/.exec(line)?.[1])
      .filter(file => statSync(inRoot('dist', 'handouts', file ?? '')).mtimeMs < start),
  ).toEqual([])
})

it.each(all)('$file passes every check of a handout', checkPrint)

it('has an exercise for each entry of tests/story/sheets.ts', () => {
  expect(Object.keys(own).filter(slug => !exercises.some(exercise => exercise.slug === slug))).toEqual([])
})

it('is printed alone to the same bytes as after others and other paper, and only where it is missing', async () => {
  // All of an exercise, its cards too where one has any, and a paper of the kit.
  const names = [(exercises.find(exercise => exercise.cards) ?? exercises[0])?.slug ?? 'workbook', 'slides-handout']
  const mine = all
    .filter(({ pageSize }) => pageSize === 'letter')
    .filter(handout => names.some(name => handout.name.startsWith(name)))
  const before = mine.map(handout => readFileSync(handout.path))
  mine.slice(1).forEach(handout => rmSync(handout.path))
  const { code, stdout } = await runNode(['scripts/handouts.ts', ...names, '--paper', 'letter'])
  expect(code).toBe(0)
  expect(stdout.trim().split('\n').map(line => line.endsWith('unchanged'))).toEqual(mine.map((_, i) => i === 0))
  const isSame = mine.map(({ path }, i) => readFileSync(path).equals(before[i] as Buffer))
  expect(isSame).toEqual(mine.map(() => true))
  expect(readdirSync(inRoot('dist', 'handouts')).filter(name => name.endsWith('.part'))).toEqual([])
})

describe('a pack', () => {
  const track = trackOf('workshop') as Track
  const folder = inRoot('dist', 'handouts', 'pack-workshop-7-a4')
  const papers = packPapers(exercises, track, 7, 1)
  const files = papers.map((paper, i) => fileInPack(paper, i + 1, 'a4'))
  let told = ''

  beforeAll(async () => {
    const args = ['pack', '--track', 'workshop', '--people', '7', '--large', '1', '--paper', 'a4']
    const { code, stdout, stderr } = await runNode(['scripts/handouts.ts', ...args])
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
    told = stdout
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has a file for each paper of the room, and the plan on top', () => {
    expect(readdirSync(folder).sort()).toEqual(['00_print-plan_a4.pdf', ...files])
    expect(files.filter(file => !told.includes(file))).toEqual([])
    const plan = textOf(join(folder, '00_print-plan_a4.pdf')).replace(/\s+/g, '')
    expect(files.filter(file => !plan.includes(file))).toEqual([])
    const sum = /^(\d+) sheets/m.exec(told)?.[1]
    expect(plan).toContain(`${sum}sheetsofA4`)
  })

  const usual = [...trackJobs(track), ...printJobs(exercises)].filter(job => job.pageSize === 'a4')
  const own = [...trackJobs(track), ...largeJobs(usual)]
    .filter(job => job.pageSize === 'a4' && papers.some(({ name }) => name === job.name))
  it.each(own)('has $name, which passes every check of a handout', async (job) => {
    const place = papers.findIndex(({ name }) => name === job.name)
    await checkPrint({ ...job, path: join(folder, files[place] ?? '') })
  })

  it('tells in its booklet the page on which each sheet begins', () => {
    const pages = textOf(join(folder, files[0] ?? '')).split('\f')
    const bound = exercises.filter(exercise => isShownIn(exercise.track, track.id) && !exercise.separate)
    const titles = [...bound.map(({ title }) => title), 'Five questions for the next headline', 'Glossary and sources']
    const contents = pages[0] ?? ''
    const startsAt = titles.map(title => contents.lastIndexOf(title))
    const rows = startsAt.map((at, i) => contents.slice(at, startsAt[i + 1]))
    const toldPages = rows.map(row => Number(row.trim().split(/\s/).at(-1)))
    const beginsOn = titles.map(title =>
      pages.findIndex((page, i) => i > 0 && page.includes(title.replace(' and sources', ''))) + 1)
    expect(toldPages).toEqual(beginsOn)
  })
})
