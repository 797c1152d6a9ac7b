import type { Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../src/deck/check/index.ts'
import { withCostModel } from '../../content/support/smallCostModel.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, MONEY, OPENING, PICTURES } from './support/smallDeck.ts'

const faultsOf = async (...seeds: Seed[]) => (await checkContent(tempFolder(seeds.reduce(seeded, DECK)))).faults
const uncited = (what: string, sources: string) =>
  `${what} is shown without any of its sources (${sources}); add one to the slide's sources.`
const undated = 'the slide shows evidence without a date; add asOf, such as \'2026-11\', to its frontmatter.'

/** A slide of evidence in place of one that cites both sources of the small ledger. */
const show = (markdown: string): Seed => ({
  file: MONEY,
  from: '<Sources :ids="[\'paper\', \'analyst\']" />',
  to: markdown,
})
const LINE = lineOf(DECK, MONEY, '<Sources')

describe('evidence without a source', () => {
  const COSTS = uncited('series "costs"', 'paper, analyst')
  const A01 = uncited('claim "A01"', 'paper, analyst')

  it.each<[component: string, markdown: string, says: string]>([
    ['Figure', '<Figure id="run-cost" />', uncited('figure "run-cost"', 'paper')],
    [
      'Figure with the source of another',
      '<Figure id="run-cost" /> <Cite id="analyst" />',
      uncited('figure "run-cost"', 'paper'),
    ],
    ['Figure twice', '<Figure id="run-cost" />\n\n<Figure id="run-cost" />', uncited('figure "run-cost"', 'paper')],
    ['Verdict', '<Verdict claim="A01" />', A01],
    ['Claim', '<Claim id="A01" />', A01],
    ['Reading', '<Reading claim="A01">So it is.</Reading>', A01],
    ['CostCaveat', '<CostCaveat claim="A01" />', A01],
    ['SeriesChart', '<SeriesChart id="costs" as="dots" />', COSTS],
    ['ActiveParameters', '<ActiveParameters series="models" />', uncited('series "models"', 'paper')],
    ['Timeline', '<Timeline :series="[\'release\']" />', uncited('series "release"', 'paper')],
  ])('%s', async (_, markdown, says) => {
    expect(await faultsOf(show(markdown))).toEqual([`${MONEY}:${LINE}: ${says}`])
  })

  it('is reported for each thing that is shown', async () => {
    const faults = await faultsOf(show('<Figure id="run-cost" />\n\n<Figure id="fleet-cost" />'))
    expect(faults).toEqual([
      `${MONEY}:${LINE}: ${uncited('figure "run-cost"', 'paper')}`,
      `${MONEY}:${LINE + 2}: ${uncited('figure "fleet-cost"', 'analyst')}`,
    ])
  })

  it('is reported where only another slide names the source', async () => {
    expect(await faultsOf({ file: OPENING, from: 'sources: [paper]\n', to: '' }))
      .toEqual([`${OPENING}:${lineOf(DECK, OPENING, '“Built') - 1}: ${uncited('figure "run-cost"', 'paper')}`])
  })

  it('of the cost model is that of its headline', async () => {
    const faultsWith = async (markdown: string) =>
      (await checkContent(tempFolder(seeded(withCostModel(DECK), show(markdown))))).faults
    expect(await faultsWith('<CostModel />')).toEqual([`${MONEY}:${LINE}: ${uncited('figure "run-cost"', 'paper')}`])
    expect(await faultsWith('<CostModel preset="wide" /> <Cite id="paper" />')).toEqual([])
  })
})

describe('evidence with a source', () => {
  it.each<[what: string, markdown: string]>([
    ['in the sentence', '<Figure id="run-cost" /> <Cite id="paper" />'],
    ['among several in the sentence', '<Figure id="run-cost" /> <Cite :ids="[\'analyst\', \'paper\']" />'],
    ['in a line of its own', '<Figure id="run-cost" /> <SourceLine :ids="[\'paper\']" />'],
    ['that a chart names itself', '<SeriesChart id="costs" as="dots" cite />'],
    ['that is one of two', '<Claim id="A01" /> <Cite id="analyst" />'],
    ['which an opinion need not have', '<Claim id="A02" />'],
    ['which an overview need not have', '<ClaimBoard :claims="[{ id: \'A01\', label: \'One run\', impact: 3 }]" />'],
    ['which a vote need not have', '<Shift before="bill" after="bill-again" />'],
  ])('%s', async (_, markdown) => {
    expect(await faultsOf(show(markdown))).toEqual([])
  })

  it('in the frontmatter of the slide or of its section', async () => {
    expect(
      await faultsOf(show('<Claim id="A01" />'), { file: MONEY, from: 'class:', to: 'sources: [analyst]\nclass:' }),
    ).toEqual([])
    expect(
      await faultsOf(show('<Claim id="A01" />'), {
        file: 'slides.md',
        from: 'lens: economic',
        to: 'sources: [analyst]',
      }),
    ).toEqual([])
  })
})

describe('evidence without a date', () => {
  it.each<[file: string, from: string, near: string]>([
    [OPENING, 'asOf: \'2024-12\'\n', '---'],
    [OPENING, 'asOf: \'2026-11\'\n', '---\nlens'],
    [PICTURES, 'asOf: \'2026-11\'\n', '---'],
  ])('in %s', async (file, from, near) => {
    expect(await faultsOf({ file, from, to: '' })).toEqual([
      `${file}:${lineOf(seeded(DECK, { file, from, to: '' }), file, near)}: ${undated}`,
    ])
  })

  it('is not reported where no evidence is shown', async () => {
    const noVerdict = { file: MONEY, from: '<Verdict claim="A02" />', to: '' }
    const noDate = { file: MONEY, from: 'asOf: \'2026-11\'\n', to: '' }
    expect(await faultsOf(show('Nothing'), noVerdict, noDate)).toEqual([])
  })
})
