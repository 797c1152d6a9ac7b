import type { PlannedPaper } from '../../src/handouts/printPlan.ts'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { TRACKS } from '../../src/content/tracks.ts'
import { packPapers } from '../../src/handouts/packPapers.ts'
import {
  fileInPack,
  formatHow,
  planFromPath,
  planToPath,
  sheetsOf,
  sheetsOfCopy,
} from '../../src/handouts/printPlan.ts'

const paper = (more: Partial<PlannedPaper> = {}): PlannedPaper => ({
  name: 'workbook-talk',
  title: 'Booklet',
  when: 'On the seats',
  who: 'Everybody',
  copies: 10,
  twoSided: true,
  pages: 5,
  file: '01_workbook-talk_10-copies_a4.pdf',
  ...more,
})

describe('a print plan', () => {
  it('counts sheets and printed sides, large ones apart, and not what is printed in place of others', () => {
    const papers = [
      paper(),
      paper({ pages: 3, twoSided: false, copies: 2 }),
      paper({ pages: 1, large: true, copies: 4 }),
      paper({ pages: 2, instead: true, copies: 4 }),
    ]
    expect(papers.map(sheetsOfCopy)).toEqual([3, 3, 1, 1])
    expect(sheetsOf(papers)).toEqual({ usual: 36, large: 4, sides: 60 })
  })

  it.each<[Partial<PlannedPaper>, string]>([
    [{ finish: 'staple' }, 'both sides, long edge, staple'],
    [{ finish: 'staple', pages: 2 }, 'both sides, long edge'],
    [{ shortEdge: true }, 'both sides, short edge'],
    [{ pages: 1 }, 'one side'],
    [{ twoSided: false, colour: true }, 'one side, colour'],
    [{ finish: 'cut', pages: 4 }, 'both sides, long edge, cut'],
    [{ large: true, pages: 1, twoSided: false }, 'on A3, one side'],
  ])('says how %j is printed', (more, how) => {
    expect(formatHow(paper(more), 'a4')).toBe(how)
  })

  it('names files by their place, number of copies and paper', () => {
    expect(fileInPack(paper(), 3, 'letter')).toBe('03_workbook-talk_10-copies_letter.pdf')
    expect(fileInPack(paper({ copies: 1 }), 12, 'a4')).toBe('12_workbook-talk_1-copy_a4.pdf')
    expect(fileInPack(paper({ large: true }), 5, 'a4')).toBe('05_workbook-talk_10-copies_a3.pdf')
    expect(fileInPack(paper({ large: true }), 5, 'letter')).toBe('05_workbook-talk_10-copies_11x17.pdf')
  })

  it('comes back out of an address, in any script', () => {
    const plan = { track: 'talk', people: 9, papers: [paper({ title: 'Zażółć „夜” 🙂 a/b?c=d' })], rooms: [] }
    const path = planToPath(plan)
    expect(path).toMatch(/^[\w-]+$/)
    expect(planFromPath(path)).toEqual(plan)
  })

  it.each(['', 'cut', '%%%', 'bm8'])('is not made of the address %j', (path) => {
    expect(planFromPath(path)).toBeUndefined()
  })
})

const EXERCISES = readExercises(inRoot('exercises'))
const PEOPLE = [1, 2, 5, 10, 11, 40, 41, 200]
const SIZES = ['a4', 'letter'] as const
const PLANS = TRACKS.flatMap(track => [
  { track, of: 'its own', exercises: EXERCISES },
  { track, of: 'all', exercises: EXERCISES.map(exercise => ({ ...exercise, track: track.id })) },
])

/** Calculated from the fields of the rows alone, in other ways than the plan calculates. */
describe.each(PLANS)('the plan of a $track.id with $of exercises', ({ track, exercises }) => {
  const plans = PEOPLE.flatMap(people => SIZES.map(pageSize => ({
    people,
    pageSize,
    // Made-up numbers of pages: odd ones, even ones and 1 in turn.
    rows: packPapers(exercises, track, people, 1).map((row, i): PlannedPaper =>
      ({ ...row, pages: i % 5 + 1, file: fileInPack(row, i + 1, pageSize) })),
  })))
  const rows = plans.flatMap(({ rows, ...room }) =>
    rows.map(row => ({ ...room, row, of: `${row.file}, ${room.people}` })))

  it('has as many copies as the words of a row promise', () => {
    for (const { row: { who, copies }, people, of } of rows) {
      expect(copies, of).toBeGreaterThan(0)
      if (who === 'Everybody')
        expect(copies, of).toBe(people)
      if (['The room', 'For you', 'Those who asked for it'].includes(who))
        expect(copies, of).toBe(1)
      const sharers = Number(/^One for every (\d+) people$/.exec(who)?.[1] ?? 0)
      if (sharers > 0) {
        expect(copies * sharers, of).toBeGreaterThanOrEqual(people)
        expect((copies - 1) * sharers, of).toBeLessThan(people)
      }
    }
  })

  it('has a set of all that lies on the tables for each table', () => {
    for (const { slug, sharedBy } of exercises) {
      const things = ['cards', 'mat', 'mat-in-two', 'pages'].map(thing => `${slug}-${thing}`)
      for (const { row, people, of } of rows.filter(({ row }) => things.includes(row.name))) {
        let tables = 0
        for (let seated = 0; seated < people; seated += typeof sharedBy === 'number' ? sharedBy : people)
          tables++
        expect(row.copies, of).toBe(tables)
      }
    }
  })

  it('has the sheets of its rows, and their sum', () => {
    for (const { rows, people } of plans) {
      const total = { usual: 0, large: 0, sides: 0 }
      for (const row of rows) {
        const sheets = row.twoSided ? (row.pages + row.pages % 2) / 2 : row.pages
        expect(sheetsOfCopy(row), row.name).toBe(sheets)
        if (row.instead)
          continue
        total[row.large ? 'large' : 'usual'] += row.copies * sheets
        total.sides += row.copies * row.pages
      }
      expect(sheetsOf(rows), `${people} people`).toEqual(total)
    }
  })

  it('names its files by copies and paper', () => {
    const twice = { a4: 'a3', letter: '11x17' }
    for (const { row: { file, copies, large }, pageSize } of rows) {
      const end = `${copies === 1 ? '1-copy' : `${copies}-copies`}_${large ? twice[pageSize] : pageSize}.pdf`
      expect(file.slice(-end.length)).toBe(end)
    }
  })
})
