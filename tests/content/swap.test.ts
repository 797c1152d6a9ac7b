import { describe, expect, it } from 'vitest'
import { exerciseOfSlide, findExercises, swapFrom, swappedTrack } from '../../src/content/swap.ts'

const SLUGS = ['02-claim-sort', '03-leave-the-page', '04-fermi-the-bill']
const SWAP = { track: 'workshop', with: ['03-leave-the-page'], without: ['04-fermi-the-bill'] } as const

describe('a swap', () => {
  it.each([
    ['spare', '03-leave-the-page', 'workshop'],
    ['workshop', '04-fermi-the-bill', 'spare'],
    ['half-day', '02-claim-sort', 'half-day'],
    ['half-day', undefined, 'half-day'],
    [undefined, undefined, undefined],
  ])('turns track %j of %j into %j', (own, slug, track) => {
    expect(swappedTrack(own, slug, SWAP)).toBe(track)
  })

  it('changes nothing where there is none', () => {
    expect(swappedTrack('spare', '03-leave-the-page', undefined)).toBe('spare')
  })

  it('takes a slide with the clock, and those that are part of the exercise', () => {
    expect(exerciseOfSlide({ exercise: '04-fermi-the-bill' })).toBe('04-fermi-the-bill')
    expect(exerciseOfSlide({ partOf: '04-fermi-the-bill' })).toBe('04-fermi-the-bill')
    expect(exerciseOfSlide({})).toBeUndefined()
  })

  it('is handed on in variables', () => {
    const variables = { DECK_WITH: '03-leave-the-page', DECK_WITHOUT: '04-fermi-the-bill, ' }
    expect(swapFrom(variables, 'workshop')).toEqual(SWAP)
    expect(swapFrom({ DECK_WITH: '' }, 'workshop')).toBeUndefined()
  })
})

describe('findExercises', () => {
  it('takes a part of a name', () => {
    expect(findExercises(['fermi', '02'], SLUGS)).toEqual({ found: ['04-fermi-the-bill', '02-claim-sort'], faults: [] })
  })

  it.each([
    ['fremi', `there is no exercise "fremi"; it must be part of one of ${SLUGS.join(', ')}.`],
    ['the', '"the" fits 03-leave-the-page and 04-fermi-the-bill; write more of the name.'],
  ])('refuses %j', (name, fault) => {
    expect(findExercises([name], SLUGS)).toEqual({ found: [], faults: [fault] })
  })
})
