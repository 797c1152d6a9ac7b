import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { EDITIONS } from '../../src/content/editions.ts'
import { dueStep } from '../../src/content/exerciseClock.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { deckSecrets, secretsOf, sheetOf } from '../handouts/support/secrets.ts'
import { amountsOf, namedRowsOf, sentencesOf } from '../handouts/support/sentences.ts'

const exercises = readExercises(inRoot('exercises'))

describe('the exercises of this story', () => {
  it('are there', () => {
    expect(exercises.map(exercise => exercise.slug)).toContain('04-fermi-the-bill')
  })

  it('know how long Fermi the bill takes', () => {
    const fermi = exercises.find(exercise => exercise.slug === '04-fermi-the-bill')
    expect(fermi?.steps.map(step => step.minutes)).toEqual([3, 5, 7, 12, 3])
    expect(fermi?.titles).toEqual({ participant: 'Fermi the bill', facilitator: 'Fermi the bill: facilitator page' })
  })

  it('end Fermi the bill with limits, as its clock turns amber', () => {
    const steps = exercises.find(exercise => exercise.slug === '04-fermi-the-bill')?.steps ?? []
    expect(steps[dueStep(steps, 24 * 60_000 + 1000)]?.name).toBe('Put a low and a high limit on the whole')
  })

  it.each(exercises.flatMap(({ slug }) => EDITIONS.map(edition => [edition, slug] as const)))(
    'say much on the %s page of %s',
    (edition, slug) => {
      expect(sentencesOf(sheetOf(slug, edition)).length).toBeGreaterThan(10)
    },
  )

  it('hold much back from participants', () => {
    expect(secretsOf(exercises).length).toBeGreaterThan(100)
    expect(deckSecrets(exercises).length).toBeGreaterThan(100)
  })

  it('name many rows of their tables', () => {
    expect(
      exercises.length + 2 + exercises.flatMap(exercise => namedRowsOf(sheetOf(exercise.slug, 'participant'))).length,
    ).toBeGreaterThan(20)
  })

  it('hold amounts back, the total of the bill among them', () => {
    expect(amountsOf(sheetOf('04-fermi-the-bill', 'facilitator'))).toEqual(
      expect.arrayContaining(['$5.576M', '$294,672']),
    )
  })
})
