import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { listHandouts } from '../../src/handouts/handoutList.ts'
import { printJobs } from '../../src/handouts/jobs.ts'

describe('listHandouts', () => {
  const exercises = readExercises(inRoot('exercises'))
  const { sheets, kit } = listHandouts(exercises)

  it('names everything that is printed, and nothing else', () => {
    const listed = [...sheets.flatMap(sheet => sheet.links), ...kit].map(link => link.route)
    expect(listed.sort()).toEqual([...new Set(printJobs(exercises).map(printJob => printJob.route))].sort())
  })

  it('lists the documents of the kit for participants before those for facilitators', () => {
    expect(kit.map(document => document.title)).toEqual([
      'Participant workbook',
      'Slides handout',
      'Feedback form',
      'Ballot slips',
      'Facilitator guide',
      'Slides with notes',
    ])
  })

  it('lists cards where the exercise has them', () => {
    expect(
      sheets
        .map(({ exercise, links }) => [exercise.cards !== undefined, links.some(link => link.name === 'cards')])
        .filter(([has, listed]) => has !== listed),
    ).toEqual([])
  })

  it('keeps the order of the exercises', () => {
    expect(sheets.map(sheet => sheet.exercise.slug)).toEqual(exercises.map(exercise => exercise.slug))
  })
})
