import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { listHandouts } from '../../src/handouts/handoutList.ts'
import { printJobs } from '../../src/handouts/jobs.ts'

describe('listHandouts', () => {
  const exercises = readExercises(inRoot('exercises'))
  const { sheets, kit } = listHandouts(exercises)

  it('names everything that is printed, and nothing else', () => {
    const listed = [...sheets.flatMap(it => it.links), ...kit].map(it => it.path)
    expect(listed.sort()).toEqual([...new Set(printJobs(exercises).map(it => it.route))].sort())
  })

  it('has cards where the exercise has them', () => {
    expect(sheets.map(({ exercise, links }) => [exercise.cards !== undefined, links.some(it => it.name === 'cards')]).filter(([has, listed]) => has !== listed)).toEqual([])
  })

  it('keeps the order of the exercises', () => {
    expect(sheets.map(it => it.exercise.slug)).toEqual(exercises.map(it => it.slug))
  })
})
