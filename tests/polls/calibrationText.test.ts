import type { Curve, Score } from '../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TENTHS, tenthsOf } from '../../src/drawing/polls/tickBoxes.ts'
import {
  formatCounted,
  formatCurve,
  formatCurveAloud,
  formatMissing,
  formatSoFar,
  formatSureAndWrong,
  formatSureLine,
  formatWorth,
} from '../../src/polls/calibrationText.ts'

const share = (tenths: number, of = 100): Score => ({ right: Math.round(tenths * of / TENTHS), of })
const curve = (sure: Score, guess: Score = share(2), luck = 0.25): Curve => ({ sure, guess, luck })

describe('the headline of the curve', () => {
  it.each<[sure: Score, text: string]>([
    [share(6), '“Sure” was right 6 times in 10'],
    [share(1), '“Sure” was right 1 time in 10'],
    [share(5), '“Sure” was right half the time'],
    [share(0), '“Sure” was never right'],
    [{ right: 1, of: 30 }, '“Sure” was almost never right'],
    [share(10), '“Sure” was right every time'],
    [{ right: 29, of: 30 }, '“Sure” was right nearly every time'],
  ])('of %j', (sure, text) => {
    expect(formatCurve(curve(sure))).toBe(text)
  })
})

describe('what the pen says', () => {
  it.each<[sure: Score, text: string]>([
    [share(6), 'sure and wrong: 4 times in 10'],
    [share(9), 'sure and wrong: 1 time in 10'],
    [share(10), ''],
    [{ right: 29, of: 30 }, ''],
  ])('of %j', (sure, text) => {
    expect(formatSureAndWrong(curve(sure))).toBe(text)
  })

  it('is as many boxes as are not ticked', () => {
    fc.assert(fc.property(fc.integer({ min: 20, max: 900 }), fc.integer({ min: 0, max: 900 }), (of, n) => {
      const right = Math.min(of, n)
      const [, wrong = '0'] = /(\d+) times? in/.exec(formatSureAndWrong(curve({ right, of }))) ?? []
      expect(Number(wrong)).toBe(TENTHS - tenthsOf(right, of))
    }))
  })
})

describe('what “sure” is worth', () => {
  it.each<[name: string, Curve, text: string]>([
    ['overconfident', curve(share(6), share(3)), '“Sure” is worth something here, and less than it feels.'],
    ['no better than a guess', curve(share(3), share(3)), '“Sure” was a guess with a louder voice.'],
    ['worse than a guess', curve(share(2), share(4)), 'The guesses did better than “sure”. Draw your own conclusions.'],
    ['well calibrated', curve(share(9), share(3)), '“Sure” meant sure, and a guess was a guess.'],
    ['underconfident', curve(share(9), share(5)), 'This room knew more than it dared to say.'],
    ['level and high', curve(share(9), share(9)), 'Sure or not, this room knew.'],
    [
      'guesses below luck',
      curve(share(9), share(1), 0.33),
      '“Sure” meant sure. The guesses did worse than drawing lots.',
    ],
    ['hardly a guess, and right', curve(share(9), share(2, 9)), 'When this room was sure, it was mostly right.'],
    ['hardly a guess, and wrong', curve(share(4), share(2, 9)), '“Sure” felt better than it was.'],
    ['no guess', curve(share(8), share(0, 0)), 'When this room was sure, it was mostly right.'],
  ])('%s', (_, counted, text) => {
    expect(formatWorth(counted)).toBe(text)
  })

  it('is one sentence that fits its line for any room', () => {
    const score = fc.tuple(fc.nat(300), fc.nat(300)).map(([right, wrong]) => ({ right, of: right + wrong }))
    fc.assert(fc.property(score, score, fc.double({ min: 0, max: 1, noNaN: true }), (sure, guess, luck) => {
      expect(formatWorth({ sure, guess, luck })).toMatch(/^.{20,70}\.$/)
    }))
  })
})

describe('what is counted and what is missing', () => {
  const counted = { people: 14, questions: 2, sureAnswers: 14 }

  it('is told in words', () => {
    expect(formatMissing(counted)).toBe('This needs three quiz questions and 20 sure answers; so far two and 14.')
    expect(formatMissing({ people: 5, questions: 0, sureAnswers: 0 })).toMatch(/so far none and 0\.$/)
    expect(formatMissing(undefined)).toBe('This needs five people who say how sure they are.')
    expect(formatSoFar(counted)).toBe('So far: two quiz questions, and 14 times “I am sure”.')
    expect(formatSoFar({ people: 5, questions: 1, sureAnswers: 1 })).toBe(
      'So far: one quiz question, and 1 time “I am sure”.',
    )
    expect(formatSoFar(undefined)).toBe('Nothing is counted before five people have said how sure they are.')
    expect(formatCounted({ questions: 4, people: 1204 })).toBe('Four quiz questions, 1,204 people.')
    expect(formatCounted({ questions: 13, people: 5 })).toBe('13 quiz questions, 5 people.')
  })

  it('is told to a screen reader in full', () => {
    expect(formatCurveAloud(curve({ right: 251, of: 412 }, { right: 0, of: 0 }))).toBe(
      '“I am sure”: said 412 times, 61% right. “Just a guess”: said by nobody. Luck alone: 25%.',
    )
    expect(formatSureLine({ right: 11, of: 36 }).join('')).toBe('Of the 36 who were sure, 31% were right.')
  })
})
