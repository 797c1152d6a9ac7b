import type { Buffer } from 'node:buffer'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { fileOf, printJobs } from '../../src/handouts/jobs.ts'
import { runNode } from '../support/run.ts'
import { infoOf } from './support/pdf.ts'
import { checkPrint, own } from './support/printChecks.ts'

const exercises = readExercises(inRoot('exercises'))
const all = printJobs(exercises).map(job => ({
  ...job,
  file: fileOf(job),
  path: inRoot('dist', 'handouts', fileOf(job)),
}))
const TIMEOUT_MS = 170_000

beforeAll(async () => {
  const start = Date.now()
  const { code, stdout, stderr } = await runNode(['scripts/handouts.ts'], {}, TIMEOUT_MS)
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
  const { code, stdout } = await runNode(['scripts/handouts.ts', ...names, '--paper', 'letter'], {}, TIMEOUT_MS)
  expect(code).toBe(0)
  expect(stdout.trim().split('\n').map(line => line.endsWith('unchanged'))).toEqual(mine.map((_, i) => i === 0))
  const isSame = mine.map(({ path }, i) => readFileSync(path).equals(before[i] as Buffer))
  expect(isSame).toEqual(mine.map(() => true))
  expect(readdirSync(inRoot('dist', 'handouts')).filter(name => name.endsWith('.part'))).toEqual([])
})
