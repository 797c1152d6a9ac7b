import { expect, it } from 'vitest'
import { linkedSlide } from '../../../src/export/page/slideLinks.ts'

const PAGE = 'http://deck.test/printed/deck?print=true'
const SLIDES = [{ no: 1 }, { no: 2, alias: 'costs' }, { no: 12 }]

it.each([
  ['#2', 2],
  ['#/2', 2],
  ['/2', 2],
  ['2', 2],
  ['./12', 12],
  ['/12?clicks=3', 12],
  ['/12#note', 12],
  ['#costs', 2],
  ['/costs', 2],
  ['http://deck.test/deck/12', 12],
  ['/3', undefined],
  ['#', undefined],
  ['/', undefined],
  ['#footnote', undefined],
  ['https://example.org/2', undefined],
  ['mailto:2@example.org', undefined],
  ['http://[', undefined],
])('%s leads to slide %s', (href, no) => {
  expect(linkedSlide(href, PAGE, SLIDES)?.no).toBe(no)
})
