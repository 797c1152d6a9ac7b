import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { fileOf, printJobs } from '../../src/handouts/jobs.ts'
import { listPapers, publicJobs } from '../../src/site/papers.ts'

const exercises = readExercises(inRoot('exercises'))

describe('the handouts of a public site', () => {
  const jobs = publicJobs(exercises)

  it('are for participants, and no paper that is kept back until its minute', () => {
    expect(jobs.length).toBeGreaterThan(exercises.length)
    expect(new Set(jobs.map(job => job.edition))).toEqual(new Set(['participant']))
    const keptBack = exercises.flatMap(({ slug, slips }) => slips.map(({ file }) => `${slug}-${file}`))
    expect(keptBack.length).toBeGreaterThan(0)
    expect(jobs.filter(({ name }) => keptBack.includes(name) || name === 'ballot-slips')).toEqual([])
    const answers = printJobs(exercises).filter(({ edition }) => edition === 'facilitator').map(fileOf)
    expect(jobs.map(fileOf).filter(file => answers.includes(file))).toEqual([])
  })

  it('are listed where they were printed, in both page sizes', () => {
    const [first] = exercises
    const made = jobs.map(job => ({ file: fileOf(job), pages: 2, bytes: 2049, seconds: undefined }))
    const { ofExercise, ofKit } = listPapers(exercises, jobs, made)
    expect(ofKit[0]?.files.map(({ pageSize, kilobytes }) => [pageSize, kilobytes])).toEqual([['a4', 3], ['letter', 3]])
    expect(ofExercise[first?.slug ?? '']?.[0]?.files[0]?.file).toBe(`${first?.slug}-participant-a4.pdf`)
    expect(listPapers(exercises, jobs, []).ofKit).toEqual([])
  })
})
