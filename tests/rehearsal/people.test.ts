import type { Person } from '../../src/rehearsal/people.ts'
import { describe, expect, it } from 'vitest'
import { absenceOf, personOf } from '../../src/rehearsal/people.ts'

const hall = (seed: number, people: number): Person[] => Array.from({ length: people }, (_, i) => personOf(seed, i))
const at = (share: number, list: number[]) =>
  list.toSorted((a, b) => a - b)[Math.floor(share * list.length)] ?? Number.NaN

const LARGE = hall(3, 4000)

describe('the people of a rehearsal', () => {
  it('are the same for the same seed, however many others come', () => {
    expect(hall(11, 500).slice(0, 60)).toEqual(hall(11, 60))
    expect(hall(12, 60)).not.toEqual(hall(11, 60).map(person => ({ ...person, seed: 12 })))
  })

  it('arrive as a hall does: nobody at once, half in some twelve seconds, all within a minute and a half', () => {
    const arrivals = LARGE.map(person => person.arrives)
    expect(Math.min(...arrivals)).toBeGreaterThan(0)
    expect(at(0.5, arrivals) / 12_000).toBeCloseTo(1, 1)
    expect(at(0.9, arrivals)).toBeGreaterThan(20_000)
    expect(Math.max(...arrivals)).toBe(90_000)
  })

  it('differ in how slow, keen and doubtful they are', () => {
    const slowness = LARGE.map(person => person.slowness)
    expect(at(0.5, slowness)).toBeCloseTo(1, 1)
    expect(at(0.95, slowness) / at(0.05, slowness)).toBeGreaterThan(2)
    for (const { zeal, doubt } of LARGE) {
      expect(zeal >= 0.85 && zeal <= 1).toBe(true)
      expect(doubt >= 0 && doubt <= 0.3).toBe(true)
    }
  })

  it('drop out, three in ten of them repeatedly', () => {
    const flaky = LARGE.filter(person => person.holds < 100_000)
    expect(flaky.length / LARGE.length).toBeCloseTo(0.3, 1)
    const mean = (people: Person[]) =>
      people.reduce((sum, person) => sum + absenceOf(person, 0).after, 0) / people.length
    expect(mean(flaky) / 90_000).toBeCloseTo(1, 0.7)
    expect(mean(LARGE.filter(person => person.holds > 100_000)) / 600_000).toBeCloseTo(1, 0.7)
  })

  it('come back within a minute each time, half of them within some five seconds', () => {
    const lasting = LARGE.map((person, i) => absenceOf(person, i % 4).lasts)
    expect(Math.min(...lasting)).toBeGreaterThan(0)
    expect(at(0.5, lasting) / 5000).toBeCloseTo(1, 0.7)
    expect(Math.max(...lasting)).toBeLessThanOrEqual(60_000)
  })

  it('drop out alike for the same seed, and never twice alike', () => {
    const [ann] = hall(5, 1) as [Person]
    expect(absenceOf(ann, 2)).toEqual(absenceOf(personOf(5, 0), 2))
    expect(absenceOf(ann, 0)).not.toEqual(absenceOf(ann, 1))
  })
})
