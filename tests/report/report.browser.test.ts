import type axeCore from 'axe-core'
import type { Browser } from 'playwright-chromium'
import type { Recount } from './support/recount.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/pdf/browser.ts'
import { checkPdf, infoOf, readPdf, textOf } from '../handouts/support/pdf.ts'
import { readPdfFile } from '../pdf/matterhorn/file.ts'
import { failuresOf } from '../pdf/matterhorn/index.ts'
import { atEndOfFile, pollsFile, tempFolder } from '../room/support/testRoom.ts'
import { runNode } from '../support/run.ts'
import { recountOf } from './support/recount.ts'
import { ALL_POLLS, POLLS, rehearse, RIGHT } from './support/rehearsedSession.ts'

declare const axe: typeof axeCore

/** Two rooms of a real size: 200 people in the one, a seminar in the other that is asked less. */
const HALL = { session: 'Hall', people: 200, seed: 7, asked: ALL_POLLS }
const SEMINAR = { session: 'Seminar', people: 45, seed: 3, asked: ALL_POLLS.filter(id => id !== 'many') }

interface Row { answers: string[], label: string, cells: Record<string, number | string | undefined> }
interface Round { round: number, people?: number, rows: Row[], facts: { name: string, value?: number }[] }
interface Poll {
  id: string
  kind: string
  question: string
  rounds: Round[]
  moves?: { rows: { from: string[], to: string[], people: number }[] }
}
interface Json {
  came: number
  voted: number
  attendance: { counts: { at: string, people?: number }[] }
  polls: Poll[]
  calibration: { curve: { sure: unknown, guess: unknown } }
}

const atEnd = atEndOfFile()
let folder: string
let browser: Browser
const env = () => ({ ROOM_DATA: join(folder, 'room'), ROOM_POLLS: join(folder, 'polls.yaml'), ROOM_TITLE: 'A talk' })
const database = () => join(folder, 'room', 'room.sqlite')
const report = (...args: string[]) => runNode(['scripts/report.ts', ...args], env())
const fileOf = (name: string, file: string) => join(folder, name, file)
const readJson = <T>(name: string) => JSON.parse(readFileSync(fileOf(name, 'results.json'), 'utf8')) as T

beforeAll(async () => {
  folder = tempFolder(atEnd)
  pollsFile(folder, POLLS)
  for (const session of [HALL, SEMINAR])
    await rehearse(env().ROOM_DATA, env().ROOM_POLLS, session, atEnd)
  browser = await launchChromium()
  atEnd(() => browser.close())
  for (const args of [['Hall', '--out', join(folder, 'hall')], ['Hall', 'Seminar', '--out', join(folder, 'two')]])
    expect(await report(...args)).toMatchObject({ code: 0 })
})

describe('the report of 200 people', () => {
  let json: Json
  let recount: Recount
  beforeAll(() => {
    json = readJson<Json>('hall')
    recount = recountOf(database(), 'Hall')
  })
  const lastRound = (id: string) => json.polls.find(poll => poll.id === id)?.rounds.at(-1)?.round ?? 0

  it('has who came and who voted', () => {
    expect(json.voted).toBe(recount.voters.length)
    expect(json.came).toBe(Math.max(...recount.attendance.map(({ people }) => people)))
    expect(json.attendance.counts).toEqual(recount.attendance.map(({ at, people }) =>
      ({ at: new Date(at).toISOString(), ...(people === 0 || people >= 5) && { people } })))
    expect(recount.attendance.length).toBeGreaterThan(3)
  })

  it('has each poll in the order in which it was asked', () => {
    expect(json.polls.map(({ id }) => id)).toEqual(ALL_POLLS)
    expect(json.polls.find(({ id }) => id === 'first')?.rounds.map(({ round }) => round)).toEqual([1, 2])
  })

  it.each(ALL_POLLS)('has the figures that a recount of raw ballots has: %s', (id) => {
    const poll = json.polls.find(candidate => candidate.id === id)
    for (const { round, people, rows, facts } of poll?.rounds ?? []) {
      expect(people).toBe(recount.people(id, round))
      expect(rows.length).toBeGreaterThan(1)
      for (const row of rows) {
        const { least, most, ...cells } = recount.cells(poll as Poll, round, row)
        const told = Object.fromEntries(Object.entries(row.cells).filter(([, value]) => value !== undefined))
        expect(least === undefined ? cells : {}, row.label).toMatchObject(least === undefined ? told : {})
        if (least !== undefined) {
          expect(told.people, row.label).toBeGreaterThanOrEqual(Number(least))
          expect(told.people, row.label).toBeLessThanOrEqual(Number(most))
        }
      }
      if (poll?.kind === 'estimate') {
        expect(rows.reduce((sum, { cells }) => sum + Number(cells.people), 0)).toBe(people)
        expect(facts.find(({ name }) => name === 'Middle guess')?.value).toBe(recount.median(id, round))
      }
    }
  })

  it('has the moves that a recount has', () => {
    const moves = json.polls.find(({ id }) => id === 'after')?.moves?.rows ?? []
    expect(moves.length).toBeGreaterThan(2)
    for (const { from, to, people } of moves)
      expect(people).toBe(recount.moved(['before', 1, from], ['after', 1, to]))
  })

  it('has the curve that a recount has', () => {
    const quizzes = Object.keys(RIGHT)
    expect(json.calibration.curve).toMatchObject({
      sure: recount.score(quizzes, true, lastRound),
      guess: recount.score(quizzes, false, lastRound),
    })
  })

  it('tells nothing of fewer than five people, and no pseudonym', () => {
    const people = json.polls.flatMap(({ rounds, moves }) => [
      ...rounds.flatMap(({ rows }) => rows.flatMap(({ cells: { people: all, first, last, nothing } }) =>
        [all, first, last, nothing])),
      ...moves?.rows.map(row => row.people) ?? [],
    ])
    expect(people.filter(count => Number(count) > 0 && Number(count) < 5)).toEqual([])
    const files = ['report.html', 'results.csv', 'results.json'].map(file => readFileSync(fileOf('hall', file), 'utf8'))
    const all = [...files, textOf(fileOf('hall', 'report.pdf'))].join()
    expect(recount.voters.filter(voter => all.includes(voter))).toEqual([])
  })

  it('has the same figures in the table for a spreadsheet', () => {
    const csv = readFileSync(fileOf('hall', 'results.csv'), 'utf8')
    expect(csv.startsWith('\uFEFFsession,poll,question,round,answer,text,figure,value\r\n')).toBe(true)
    const lines = csv.split('\r\n').map(line => line.split(','))
    for (const { id, rounds } of json.polls.filter(({ kind }) => kind === 'choice')) {
      for (const { round, rows } of rounds) {
        for (const { answers, cells } of rows) {
          const key = [id, String(round), answers.join(' | ')].join()
          const own = lines.filter(line => [line[1], line[3], line[4]].join() === key)
          expect(own.map(line => [line.at(-2), Number(line.at(-1))])).toEqual(
            Object.entries(cells).map(([figure, value]) => [figure, value]),
          )
        }
      }
    }
  })

  it.each([[390, 'light'], [1280, 'dark']] as const)('is a page that axe passes, %i wide, %s', async (width, look) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: look })
    const requests: string[] = []
    page.on('request', request => requests.push(request.url()))
    await page.goto(`file://${fileOf('hall', 'report.html')}`)
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
    const faults = await page.evaluate(async () => (await axe.run(document)).violations.map(({ id, nodes }) =>
      `${id}: ${nodes[0]?.html.slice(0, 120)}`))
    expect(faults).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(requests.filter(url => !url.startsWith('data:'))).toEqual([`file://${fileOf('hall', 'report.html')}`])
    await page.close()
  })

  it('shows the figures of the other files without a script, in tables that stand by themselves', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`file://${fileOf('hall', 'report.html')}`)
    const headings = (await page.locator('h1, h2').allTextContents()).map(text => text.trim())
    expect(headings).toEqual([
      'A talk',
      'Who was here',
      ...json.polls.map(({ question }) => question),
      'What “I am sure” was worth',
      'About this report',
    ])
    for (const { id, rounds } of json.polls) {
      const rows = page.locator(`section[aria-labelledby="poll-${id}"] .round table tbody tr`)
      const told = (await rows.allInnerTexts()).map(text => text.replace(/\s+/g, ' ').trim())
      const expected = rounds.flatMap(round => round.rows)
      expect(told.length).toBe(expected.length)
      expected.forEach(({ label, cells: { people } }, i) => {
        expect(told[i]?.startsWith(label.replace(/\s+/g, ' ').trim()), `${told[i]} is “${label}”`).toBe(true)
        if (typeof people === 'number')
          expect(told[i]).toMatch(new RegExp(`\\b${people}\\b`))
      })
    }
    await context.close()
  })

  it('is printed by the rules of PDF/UA, with an outline', async () => {
    const path = fileOf('hall', 'report.pdf')
    expect(failuresOf(await readPdfFile(readFileSync(path)))).toEqual({})
    expect(checkPdf(path)).toContain('No syntax or stream encoding errors')
    expect(infoOf(path)).toMatchObject({ title: 'A talk: what the room said, Hall', tagged: true, pageSize: 'A4' })
    const outline = readPdf(path).outline.map(([, title]) => title)
    const headings = ['A talk', 'Who was here', ...json.polls.map(poll => poll.question)]
    expect(outline).toEqual(expect.arrayContaining(headings))
    const text = textOf(path).replace(/\s+/g, ' ')
    for (const { rounds } of json.polls.filter(({ kind }) => kind === 'choice')) {
      for (const { label, cells: { people } } of rounds.flatMap(round => round.rows))
        expect(text).toContain(`${label} ${people} `)
    }
  })
})

describe('two sessions side by side', () => {
  interface Compared { id: string, rows: Row[] }
  interface Two { sessions: [Json, Json], polls: Compared[], only: string[][] }

  it('have the figures that recounts have, and their difference', () => {
    const { polls, only, sessions } = readJson<Two>('two')
    expect(polls.map(({ id }) => id)).toEqual(ALL_POLLS.filter(id => id !== 'many'))
    expect(only).toEqual([['Which ones?'], []])
    const recounts = [HALL, SEMINAR].map(({ session }) => recountOf(database(), session))
    let compared = 0
    for (const { id, rows } of polls) {
      const rounds = sessions.map(({ polls: all }) => all.find(poll => poll.id === id)?.rounds.at(-1)?.round ?? 1)
      for (const row of rows.filter(({ cells }) => cells.difference !== undefined && id !== 'word')) {
        const kind = id === 'point' ? 'scale' : 'choice'
        const [before, after] = recounts.map((recount, i) => recount.cells({ id, kind }, rounds[i] ?? 1, row).share)
        expect([row.cells.before, row.cells.after], row.label).toEqual([before, after])
        expect(row.cells.difference).toBeCloseTo(Number(after) - Number(before), 12)
        compared++
      }
    }
    expect(compared).toBeGreaterThan(8)
  })

  it('are printed by the rules of PDF/UA', async () => {
    expect(failuresOf(await readPdfFile(readFileSync(fileOf('two', 'report.pdf'))))).toEqual({})
  })

  it('are a page that axe passes', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 900 } })
    await page.goto(`file://${fileOf('two', 'report.html')}`)
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
    expect(await page.evaluate(async () => (await axe.run(document)).violations.map(({ id }) => id))).toEqual([])
    await page.close()
  })
})

it('says of a session from before attendance was kept who voted and when, and leaves no old print', async () => {
  const db = new DatabaseSync(database())
  db.exec('DELETE FROM attendance')
  db.close()
  expect(await report('Hall', '--out', join(folder, 'hall'), '--no-pdf')).toMatchObject({ code: 0 })
  const html = readFileSync(fileOf('hall', 'report.html'), 'utf8')
  expect(html).toContain('This session is from before the room kept how many people are here')
  expect(html).not.toContain('were here at most')
  expect(() => readFileSync(fileOf('hall', 'report.pdf'))).toThrow('ENOENT')
})
