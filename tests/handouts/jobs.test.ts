import type { Exercise } from '../../src/content/exercises.ts'
import type { Track } from '../../src/content/tracks.ts'
import type { PrintJob } from '../../src/handouts/jobs.ts'
import { describe, expect, it } from 'vitest'
import { trackOf } from '../../src/content/tracks.ts'
import { chooseJobs, fileOf, largeJobs, printJobs, trackJobs } from '../../src/handouts/jobs.ts'

const exercise = (slug: string, more: Partial<Exercise> = {}) => ({ slug, ...more }) as Exercise
const FULL = { cards: {}, mat: {}, pages: {}, slips: [{ file: 'rates' }] } as never
const jobs = printJobs([exercise('01-bill'), exercise('02-sort', FULL)])
const names = (these: PrintJob[]) => [...new Set(these.map(job => job.name))]
const chosen = (...wanted: Parameters<typeof chooseJobs>[1][]) => chooseJobs(jobs, { names: [], ...wanted[0] }).chosen

describe('what is printed', () => {
  it('is each exercise in both editions with its objects, and the documents of the kit, in both page sizes', () => {
    expect(names(jobs)).toEqual([
      '01-bill-participant',
      '01-bill-facilitator',
      '02-sort-participant',
      '02-sort-facilitator',
      '02-sort-cards',
      '02-sort-mat',
      '02-sort-mat-in-two',
      '02-sort-pages',
      '02-sort-rates',
      'workbook',
      'facilitator-guide',
      'ballot-slips',
      'feedback-form',
      'slides-handout',
      'slides-with-notes',
    ])
    expect(jobs.length).toBe(30)
    expect(new Set(jobs.map(fileOf)).size).toBe(30)
  })

  it('shows answers to facilitators only', () => {
    expect(names(chosen({ names: [], edition: 'facilitator' }))).toEqual([
      '01-bill-facilitator',
      '02-sort-facilitator',
      'facilitator-guide',
      'slides-with-notes',
    ])
  })

  it('can be chosen by the name of an exercise, of a handout, or both', () => {
    expect(names(chosen({ names: ['02-sort'] }))).toEqual([
      '02-sort-participant',
      '02-sort-facilitator',
      '02-sort-cards',
      '02-sort-mat',
      '02-sort-mat-in-two',
      '02-sort-pages',
      '02-sort-rates',
    ])
    expect(names(chosen({ names: ['workbook', '01-bill-participant'] }))).toEqual(['01-bill-participant', 'workbook'])
  })

  it('can be chosen by page size and edition', () => {
    expect(chosen({ names: ['02-sort'], pageSize: 'letter', edition: 'participant' }).map(fileOf)).toEqual([
      '02-sort-participant-letter.pdf',
      '02-sort-cards-letter.pdf',
      '02-sort-mat-letter.pdf',
      '02-sort-mat-in-two-letter.pdf',
      '02-sort-pages-letter.pdf',
      '02-sort-rates-letter.pdf',
    ])
  })

  it.each(['03-gone', '01', 'bill', ''])('refuses the unknown name %j', (name) => {
    expect(chooseJobs(jobs, { names: ['workbook', name] }).unknown).toEqual([name])
  })
})

describe('what a track has for itself', () => {
  it('is a booklet, a guide and slips, at addresses of their own', () => {
    const own = trackJobs(trackOf('talk') as Track)
    expect(names(own)).toEqual(['workbook-talk', 'facilitator-guide-talk', 'ballot-slips-talk'])
    expect(new Set(own.map(job => job.route)).size).toBe(3)
    expect(own.filter(job => !job.route.endsWith('/talk') || !job.shows.includes('pages'))).toEqual([])
  })
})

describe('large print', () => {
  const large = largeJobs(jobs)

  it('is there of all that participants read or fill in at their seats, and of nothing that is cut or laid out', () => {
    expect(names(large)).toEqual([
      '01-bill-participant-large',
      '02-sort-participant-large',
      '02-sort-rates-large',
      'workbook-large',
      'feedback-form-large',
    ])
  })

  it('is printed only when it is asked for by its name', () => {
    const named = (...wanted: string[]) => names(chooseJobs([...jobs, ...large], { names: wanted }).chosen)
    expect(named().filter(name => name.endsWith('-large'))).toEqual([])
    expect(named('02-sort').filter(name => name.endsWith('-large'))).toEqual([])
    expect(named('workbook-large')).toEqual(['workbook-large'])
  })
})
