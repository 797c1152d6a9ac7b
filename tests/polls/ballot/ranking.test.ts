import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveOption, toggleOption } from '../../../src/polls/ballot/ranking.ts'

const IDS = ['a', 'b', 'c', 'd', 'e']
const anyId = fc.constantFrom(...IDS)
const anyOrder = fc.shuffledSubarray(IDS)

describe('an option put at a place', () => {
  it.each([
    [['a', 'b', 'c'], 'c', 0, ['c', 'a', 'b']],
    [['a', 'b', 'c'], 'a', 2, ['b', 'c', 'a']],
    [['a', 'b', 'c'], 'a', 1, ['b', 'a', 'c']],
    [['a', 'b', 'c'], 'b', 1, ['a', 'b', 'c']],
    [['a', 'b'], 'c', 1, ['a', 'c', 'b']],
    [['a', 'b'], 'c', 9, ['a', 'b', 'c']],
    [[], 'c', 0, ['c']],
  ])('%j with %s at %d is %j', (order, id, place, after) => {
    expect(moveOption(order, id, place)).toEqual(after)
  })

  it('occurs once, at its place or at the end, and leaves the others in order', () => {
    fc.assert(fc.property(anyOrder, anyId, fc.nat(IDS.length), (order, id, place) => {
      const after = moveOption(Object.freeze(order) as string[], id, place)
      const others = order.filter(text => text !== id)
      expect(after.filter(text => text === id)).toHaveLength(1)
      expect(after.indexOf(id)).toBe(Math.min(place, others.length))
      expect(after.filter(text => text !== id)).toEqual(others)
      expect(moveOption(after, id, place)).toEqual(after)
    }))
  })
})

describe('a tap on an option', () => {
  it('toggles it, adding it last; two taps leave the order as it was', () => {
    fc.assert(fc.property(anyOrder, anyId, (order, id) => {
      const others = order.filter(text => text !== id)
      expect(toggleOption(Object.freeze(order) as string[], id)).toEqual(order.includes(id) ? others : [...order, id])
      expect(toggleOption(toggleOption(order, id), id)).toEqual(order.includes(id) ? [...others, id] : order)
    }))
  })

  it('on each in turn can make any order', () => {
    fc.assert(fc.property(fc.shuffledSubarray(IDS, { minLength: IDS.length }), (order) => {
      expect(order.reduce(toggleOption, [])).toEqual(order)
    }))
  })
})
