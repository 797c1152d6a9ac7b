import type { Exercise } from '../../src/content/exercises.ts'
import type { Track } from '../../src/content/tracks.ts'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { isShownIn, trackOf, TRACKS } from '../../src/content/tracks.ts'
import { largeJobs, printJobs, trackJobs } from '../../src/handouts/jobs.ts'
import { packPapers } from '../../src/handouts/packPapers.ts'

const workshop = trackOf('workshop') as Track
const exercise = (slug: string, more: Partial<Exercise>) =>
  ({ slug, title: slug, track: 'workshop', slips: [], ...more }) as Exercise
const rates = { file: 'rates', title: 'Rates', when: 'Minute 15', copies: 'One for each group', sharedBy: 4, cut: true }

describe('the papers of a pack', () => {
  const some = [
    exercise('01-baseline', { separate: true }),
    exercise('02-sort', { sharedBy: 4, cards: { title: 'Cards' }, mat: { title: 'Mat' } } as never),
    exercise('03-pages', { sharedBy: 2, cards: { title: 'Tabs', when: 'Minute 7' }, pages: { title: 'P' } } as never),
    exercise('04-bill', { slips: [rates] }),
    exercise('05-later', { track: 'half-day', slips: [rates] }),
    exercise('06-spare', { track: 'spare', slips: [rates] }),
  ]
  const papers = packPapers(some, workshop, 41)

  it('are the booklet, what each exercise of the track needs, and the papers of the kit', () => {
    expect(papers.map(({ name, copies }) => [name, copies])).toEqual([
      ['workbook-workshop', 41],
      ['01-baseline-participant', 41],
      ['02-sort-mat', 11],
      ['02-sort-mat-in-two', 11],
      ['02-sort-cards', 11],
      ['03-pages-pages', 21],
      ['03-pages-cards', 21],
      ['04-bill-rates', 11],
      ['feedback-form', 41],
      ['ballot-slips-workshop', 2],
      ['facilitator-guide-workshop', 1],
    ])
  })

  it('say when each is handed out', () => {
    const whenOf = (wanted: string) => papers.find(({ name }) => name === wanted)?.when
    expect(whenOf('02-sort-cards')).toBe('At the start of “02-sort”')
    expect(whenOf('03-pages-cards')).toBe('Minute 7 of “03-pages”')
    expect(whenOf('04-bill-rates')).toBe('Minute 15 of “04-bill”')
    const atOnce = packPapers([exercise('07-at-once', { slips: [{ ...rates, when: 'Minute 0' }] })], workshop, 4)
    expect(atOnce.find(({ name }) => name === '07-at-once-rates')?.when).toBe('At the start of “07-at-once”')
  })

  it('have ballot slips for one person in ten, even four a sheet, and say how many a whole hall would need', () => {
    const slips = (people: number) =>
      packPapers([], workshop, people).find(({ name }) => name === 'ballot-slips-workshop')
    expect(slips(200)).toMatchObject({ copies: 5, note: 'No network at all? Print 50 copies.' })
    expect(slips(1)).toMatchObject({ copies: 1, note: 'No network at all? Print 1 copy.' })
  })
})

describe('large print in a pack', () => {
  const some = [exercise('01-baseline', { separate: true }), exercise('04-bill', { slips: [rates] })]

  it('comes beside each paper that is read or filled in, once for each person who asked', () => {
    const papers = packPapers(some, workshop, 40, 2)
    expect(papers.filter(({ name }) => name.endsWith('-large')).map(({ name, copies }) => [name, copies])).toEqual([
      ['workbook-workshop-large', 2],
      ['01-baseline-participant-large', 2],
      ['04-bill-rates-large', 2],
      ['feedback-form-large', 2],
    ])
  })

  it('turns over its short edge, since it lies on its side', () => {
    const turned = packPapers(some, workshop, 40, 2).filter(({ shortEdge }) => shortEdge).map(({ name }) => name)
    expect(turned).toHaveLength(4)
    expect(turned.filter(name => !name.endsWith('-large'))).toEqual([])
  })

  it('is not cut, as a slip in large print has its sheet to itself', () => {
    const finishOf = (wanted: string) => packPapers(some, workshop, 40, 2).find(({ name }) => name === wanted)?.finish
    expect(['04-bill-rates', '04-bill-rates-large', 'workbook-workshop-large'].map(finishOf))
      .toEqual(['cut', undefined, 'staple'])
  })

  it('is for no more people than there are', () => {
    expect(packPapers([], workshop, 1, 3).find(({ name }) => name === 'feedback-form-large')?.copies).toBe(1)
  })
})

describe('the packs of this deck', () => {
  const exercises = readExercises(inRoot('exercises'))

  it.each(TRACKS)('have for $id only papers that are printed', (track) => {
    const usual = [...printJobs(exercises), ...trackJobs(track)]
    const printed = [...usual, ...largeJobs(usual)].map(({ name }) => name)
    const needed = packPapers(exercises, track, 40, 1).map(({ name }) => name)
    expect(needed.filter(name => !printed.includes(name))).toEqual([])
  })

  it('leave out no paper of an exercise of the track', () => {
    const half = trackOf('half-day') as Track
    const names = packPapers(exercises, half, 40).map(({ name }) => name)
    const shown = exercises.filter(({ track }) => isShownIn(track, half.id)).map(({ slug }) => slug)
    const needed = printJobs(exercises)
      .filter(({ name }) => shown.some(slug => name.startsWith(slug)) && !/-(?:participant|facilitator)$/.test(name))
    expect([...new Set(needed.map(({ name }) => name))].filter(name => !names.includes(name))).toEqual([])
  })
})
