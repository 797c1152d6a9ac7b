import type { Seed } from '../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { readContentIndex } from '../../src/deck/check/contentIndex.ts'
import { readDeck } from '../../src/deck/deck.ts'
import { pollEvidence } from '../../src/deck/pollEvidence.ts'
import { seeded, tempFolder } from '../support/tempFiles.ts'
import { DECK, MONEY, OPENING, PICTURES } from './check/support/smallDeck.ts'

async function evidenceOf(poll: string, ...seeds: Seed[]) {
  const root = tempFolder(seeds.reduce(seeded, DECK))
  const { slides, headmatter } = await readDeck(root)
  return pollEvidence(slides, readContentIndex(root, headmatter)).get(poll)
}

describe('the evidence beside a poll', () => {
  it('is that of its slide, with verdict, date and sources', async () => {
    const evidence = await evidenceOf('bill')
    expect(evidence?.slide).toBe('What it leaves out')
    expect(evidence?.items).toHaveLength(1)
    const [item] = evidence?.items ?? []
    expect(item).toMatchObject({ claim: 'A01', verdict: expect.any(String), asOf: expect.stringMatching(/^\d{4}/) })
    expect(item?.sources.map(({ short }) => short)).toEqual(['Report', 'An analyst'])
  })

  it('is that of the next slide where its own shows none', async () => {
    const without: Seed = { file: OPENING, from: '<CostCaveat claim="A01" />', to: 'Nothing.' }
    const shown: Seed = { file: OPENING, from: '# A break\n', to: '# The answer\n\n<Claim id="A02" />\n' }
    const evidence = await evidenceOf('bill', without, shown)
    expect(evidence).toMatchObject({ slide: 'The answer', items: [{ claim: 'A02' }] })
  })

  it('is none where the next slide shows none, or sums up a lens', async () => {
    const without: Seed = { file: OPENING, from: '<CostCaveat claim="A01" />', to: 'Nothing.' }
    expect(await evidenceOf('bill', without)).toBeUndefined()
    const summary: Seed = { file: OPENING, from: 'break: true\n', to: 'layout: bottom-line\n' }
    const shown: Seed = { file: OPENING, from: '# A break\n', to: '# In short\n\n<Claim id="A02" />\n' }
    expect(await evidenceOf('bill', without, summary, shown)).toBeUndefined()
    expect(await evidenceOf('bill-again')).toBeUndefined()
  })

  it('has at most three items, series of numbers among them', async () => {
    const here: Seed = { file: PICTURES, from: 'sources: [paper]\n', to: 'sources: [paper]\npoll: bill-again\n' }
    const evidence = await evidenceOf('bill-again', here)
    expect(evidence?.items).toHaveLength(3)
    expect(evidence?.items.some(({ claim, text }) => claim === undefined && text !== '')).toBe(true)
  })

  it('names a figure by the claim that has it', async () => {
    const figure: Seed = { file: MONEY, from: '<Verdict claim="A02" />', to: '<Figure id="run-cost" />' }
    const here: Seed = { file: MONEY, from: 'class: plain\n', to: 'class: plain\npoll: bill-again\n' }
    expect((await evidenceOf('bill-again', figure, here))?.items.map(({ claim }) => claim)).toEqual(['A01'])
  })
})
