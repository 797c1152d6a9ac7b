import type { Taken } from '../../../scripts/bench/handouts/inTurn.ts'
import type { Tool } from '../../../scripts/bench/handouts/tools.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it, vi } from 'vitest'
import { takeInTurn, takenBy } from '../../../scripts/bench/handouts/inTurn.ts'
import { installPeer } from '../../../scripts/bench/handouts/peers.ts'
import { plainMarkdown } from '../../../scripts/bench/handouts/plainMarkdown.ts'
import { formatFinishing, formatTable } from '../../../scripts/bench/handouts/table.ts'
import { runOnce } from '../../../scripts/bench/handouts/tools.ts'
import { inRoot } from '../../../src/cli/paths.ts'
import { readExercises } from '../../../src/content/exercises.ts'
import { tempFolder } from '../../support/tempFiles.ts'

describe('an exercise as plain Markdown', () => {
  it('replaces a component by its label or id', () => {
    const handout
      = '---\ntitle: One\n---\n\n# One\n\n<WriteIn label="More > less" :lines="2" /> costs <Figure id="run-cost" />.'
        + '\n\n<div role="note" id="x">\n\nNote\n\n</div>\n\n<Sources :ids="[\'a\']" />\n'
    expect(plainMarkdown(handout).replaceAll(/\n+/g, '\n')).toBe('# One\nMore > less costs run-cost.\nNote\n')
  })

  it.each(readExercises(inRoot('exercises')).map(exercise => exercise.slug))('has no tag left: %s', (slug) => {
    const plain = plainMarkdown(readFileSync(inRoot('exercises', slug, 'handout.md'), 'utf8'))
    expect(plain).toMatch(/^# /)
    expect(plain).not.toMatch(/<[A-Z/]/i)
  })
})

const run = (seconds: number, pdfs = 1) => ({ seconds, pdfs, pages: 2 * pdfs })

describe('what a tool takes', () => {
  it('is for a further PDF what several take longer, shared by those', () => {
    expect(takenBy([
      { one: run(2), many: run(4, 5) },
      { one: run(9), many: run(13, 5) },
      { one: run(3), many: run(3.4, 5) },
    ])).toEqual({ first: 3, further: 0.5, pages: 2 })
  })

  it('is for a further PDF a process, where a process makes one', () => {
    expect(takenBy([{ one: run(2) }, { one: run(9) }, { one: run(3) }])).toEqual({ first: 3, further: 3, pages: 2 })
  })
})

/** A page of PDF for each file name that it is given. */
const WRITE = `
import { writeFileSync } from 'node:fs'
import { PDFDocument } from ${JSON.stringify(import.meta.resolve('@cantoo/pdf-lib'))}
for (const file of process.argv.slice(1)) {
  const document = await PDFDocument.create()
  document.addPage()
  writeFileSync(file, await document.save())
}`

const writing = (folder: string, files: string[], code = WRITE) => ({
  args: ['--input-type=module', '--eval', code, ...files],
  folder,
})
const namesOf = (pdfs: number) => Array.from({ length: pdfs }, (_, i) => `${i}.pdf`)

describe('a run', () => {
  it('is of a process, with the pages that it wrote', async () => {
    expect(await runOnce(async (folder, pdfs) => writing(folder, namesOf(pdfs)), 3)).toEqual({
      seconds: expect.any(Number),
      pdfs: 3,
      pages: 3,
    })
  })

  it('does not count where a PDF is missing', async () => {
    await expect(runOnce(async folder => writing(folder, ['0.pdf']), 2)).rejects.toThrow(
      '1 PDFs were written in place of 2',
    )
  })

  it.each([
    ['console.error("first"); throw new TypeError("no paper")', 'TypeError: no paper'],
    ['console.error("page.pdf: no paper\\n    at print (a.ts:1:2)\\n"); process.exit(1)', 'page.pdf: no paper'],
    ['process.exit(3)', 'exit code 3'],
  ])('ends with what a failing process says is wrong: %s', async (code, message) => {
    await expect(runOnce(async folder => writing(folder, [], code), 1)).rejects.toThrow(message)
  })
})

it('runs tools in turn, and drops one that fails', async () => {
  const order: string[] = []
  const tool = (name: string, several: boolean, code?: string): Tool => ({
    name,
    several,
    async prepare(folder, pdfs) {
      order.push(`${name} ${pdfs}`)
      return writing(folder, namesOf(pdfs), code)
    },
  })
  const onRun = vi.fn()
  const taken = await takeInTurn(
    [tool('a', true), tool('b', false, 'throw new Error("out of ink")'), tool('c', false)],
    2,
    2,
    onRun,
  )
  expect(order).toEqual(['a 1', 'a 3', 'b 1', 'c 1', 'a 1', 'a 3', 'c 1'])
  expect(onRun).toHaveBeenCalledTimes(5)
  expect(taken.get('b')).toEqual(new Error('Error: out of ink'))
  expect(taken.get('c')).toMatchObject({ pages: 1 })
})

it('says what finishing takes of a page and beside a copy, as medians', () => {
  expect(formatFinishing([
    { pages: 100, copied: 300, finished: 1200 },
    { pages: 100, copied: 250, finished: 750 },
    { pages: 100, copied: 400, finished: 800 },
  ])).toContain(': 8.0 ms of processor time a page, 3.0 times what pdf-lib takes')
})

describe('the table', () => {
  const taken = (first: number, further: number): Taken => ({ first, further, pages: 2 })

  it('has the ratio of each tool to the first, and a dash for one that failed', () => {
    const rows = formatTable(
      new Map<string, Taken | Error>([
        ['ours', taken(2, 0.5)],
        ['x', taken(4, 0.25)],
        ['y', new Error('gone')],
      ]),
    )
      .split('\n')
      .map(line => line.trim().split(/\s{2,}/))
    expect(rows).toEqual([
      ['ours', 'x', 'ratio', 'y', 'ratio'],
      ['First PDF, from a cold start', '2.00 s', '4.00 s', '2.00', '–', '–'],
      ['Each further PDF', '0.50 s', '0.25 s', '0.50', '–', '–'],
      ['Pages of a PDF', '2', '2', '–', '–'],
    ])
  })
})

it('says why a peer cannot be installed, and does not take it for installed', async () => {
  const cache = tempFolder()
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9')
  vi.stubEnv('npm_config_cache', join(cache, 'npm'))
  const peer = {
    name: 'nothing',
    packages: { nothing: '1.0.0' },
    tool: () => ({ several: false, prepare: async () => ({ args: [], folder: process.cwd() }) }),
  }
  for (let i = 0; i < 2; i++) await expect(installPeer(peer, cache, 0)).rejects.toThrow('ECONNREFUSED')
  vi.unstubAllEnvs()
})
