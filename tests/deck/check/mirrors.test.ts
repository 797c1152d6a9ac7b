import type { Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../src/deck/check/index.ts'
import { withCostModel } from '../../content/support/smallCostModel.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, MONEY } from './support/smallDeck.ts'

const SOURCES = 'evidence/sources.yaml'
/** The analyst of the small ledger is somebody's copy. */
const COPIED: Seed = { file: SOURCES, from: 'kind: analysis', to: 'kind: mirror' }
/** So is the paper. */
const ALL_COPIED: Seed[] = [COPIED, { file: SOURCES, from: 'kind: primary', to: 'kind: mirror' }]
/** Evidence in place of a slide that cites both sources of the small ledger. */
const show = (markdown: string): Seed => ({
  file: MONEY,
  from: '<Sources :ids="[\'paper\', \'analyst\']" />',
  to: markdown,
})
const LINE = lineOf(DECK, MONEY, '<Sources')

const faultsOf = async (deck: typeof DECK, seeds: Seed[]) =>
  (await checkContent(tempFolder(seeds.reduce(seeded, deck)))).faults.filter(fault => fault.startsWith(MONEY))
const isKnown = (what: string, ids: string, file: string) =>
  `${MONEY}:${LINE}: ${what} is known only from mirrors (${ids}); add the source that published it first to `
  + `evidence/${file}, or take it off the slide.`
const figure = (id: string, ids: string) => isKnown(`figure "${id}"`, ids, 'claims.yaml')

describe('numbers that are known only from mirrors', () => {
  it.each<[component: string, markdown: string, faults: string[]]>([
    [
      'Figure',
      '<Figure id="fleet-cost" /> <Cite :ids="[\'analyst\', \'paper\']" />',
      [figure('fleet-cost', 'analyst')],
    ],
    [
      'Figure twice on a line',
      '<Figure id="fleet-cost" /> <Figure id="fleet-cost" /> <Cite :ids="[\'analyst\', \'paper\']" />',
      [figure('fleet-cost', 'analyst')],
    ],
    ['CostCaveat', '<CostCaveat claim="A01" /> <Cite id="paper" />', [figure('fleet-cost', 'analyst')]],
  ])('%s', async (_, markdown, faults) => {
    expect(await faultsOf(DECK, [COPIED, show(markdown)])).toEqual(faults)
  })

  it.each<[component: string, markdown: string]>([
    ['Figure of an original', '<Figure id="run-cost" /> <Cite :ids="[\'analyst\', \'paper\']" />'],
    ['a series with one original', '<SeriesChart id="costs" as="dots" cite /> <Cite id="paper" />'],
    ['a verdict in words', '<Verdict claim="A01" /> <Cite :ids="[\'analyst\', \'paper\']" />'],
    ['a claim in words', '<Claim id="A01" /> <Cite :ids="[\'analyst\', \'paper\']" />'],
  ])('are not: %s', async (_, markdown) => {
    expect(await faultsOf(DECK, [COPIED, show(markdown)])).toEqual([])
  })

  it('in a series and a timeline', async () => {
    const line = '<SeriesChart id="costs" as="dots" cite /> <Timeline :series="[\'release\']" /> <Cite id="paper" />'
    expect(await faultsOf(DECK, [...ALL_COPIED, show(line)])).toEqual(
      expect.arrayContaining([
        isKnown('series "costs"', 'paper, analyst', 'series.yaml'),
        isKnown('series "release"', 'paper', 'series.yaml'),
      ]),
    )
  })

  it('in the headline of the cost model', async () => {
    expect(await faultsOf(withCostModel(DECK), [...ALL_COPIED, show('<CostModel /> <Cite id="paper" />')])).toEqual(
      expect.arrayContaining([figure('run-cost', 'paper')]),
    )
  })
})

describe('a slide', () => {
  const opening = lineOf(DECK, MONEY, '---')
  const only = (ids: string) =>
    `${MONEY}:${opening}: the slide's only sources are mirrors (${ids}); add the one that was first.`

  it('whose only sources are mirrors is refused', async () => {
    expect(await faultsOf(DECK, [COPIED, show('<Cite id="analyst" />')])).toEqual([only('analyst')])
    expect(await faultsOf(DECK, [...ALL_COPIED])).toContain(only('paper, analyst'))
  })

  it('may have a mirror beside an original, or no source at all', async () => {
    expect(await faultsOf(DECK, [COPIED])).toEqual([])
    expect(await faultsOf(DECK, [COPIED, show('Nothing')])).toEqual([])
  })
})
