import type { Exercise } from '../../src/content/exercises.ts'
import type { PrintJob } from '../../src/handouts/jobs.ts'
import { describe, expect, it } from 'vitest'
import { chooseJobs, fileOf, printJobs } from '../../src/handouts/jobs.ts'

const exercise = (slug: string, more: Partial<Exercise> = {}) => ({ slug, ...more }) as Exercise
const jobs = printJobs([exercise('01-bill'), exercise('02-sort', { cards: {} as never })])
const names = (these: PrintJob[]) => [...new Set(these.map(job => job.name))]
const chosen = (...wanted: Parameters<typeof chooseJobs>[1][]) => chooseJobs(jobs, { names: [], ...wanted[0] }).chosen

describe('what is printed', () => {
  it('is each exercise in both editions, its cards, and the documents of the kit, in both page sizes', () => {
    expect(names(jobs)).toEqual([
      '01-bill-participant',
      '01-bill-facilitator',
      '02-sort-participant',
      '02-sort-facilitator',
      '02-sort-cards',
      'workbook',
      'facilitator-guide',
      'ballot-slips',
      'feedback-form',
      'slides-handout',
      'slides-with-notes',
    ])
    expect(jobs.length).toBe(22)
    expect(new Set(jobs.map(fileOf)).size).toBe(22)
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
    ])
    expect(names(chosen({ names: ['workbook', '01-bill-participant'] }))).toEqual(['01-bill-participant', 'workbook'])
  })

  it('can be chosen by page size and edition', () => {
    expect(chosen({ names: ['02-sort'], pageSize: 'letter', edition: 'participant' }).map(fileOf)).toEqual([
      '02-sort-participant-letter.pdf',
      '02-sort-cards-letter.pdf',
    ])
  })

  it.each(['03-gone', '01', 'bill', ''])('refuses the unknown name %j', (name) => {
    expect(chooseJobs(jobs, { names: ['workbook', name] }).unknown).toEqual([name])
  })
})
