import type { Files, Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { root } from '../../../src/cli/paths.ts'
import { checkContent } from '../../../src/deck/check/index.ts'
import { COST_MODEL, withCostModel } from '../../content/support/smallCostModel.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { FAULTS } from './support/deckFaults.ts'
import { DECK, GUIDE, HANDOUT, MONEY, OPENING } from './support/smallDeck.ts'

const check = (files: Files) => checkContent(tempFolder(files))

describe('valid content', () => {
  it('is what this deck has', async () => {
    const { faults, counted } = await checkContent(root)
    expect(faults).toEqual([])
    const count = String.raw`[1-9]\d*`
    const track = String.raw`${count}, [\d.]+ min`
    expect(counted).toMatch(
      new RegExp(
        String.raw`^In order: slides ${count} \(talk ${track}; workshop ${track}; half-day ${track}\), `
        + String.raw`exercises ${count}, polls ${count}, claims ${count}, series ${count}\.$`,
      ),
    )
  })

  it('is what the small deck has', async () => {
    expect(await check(DECK)).toEqual({
      faults: [],
      counted:
        'In order: slides 8 (talk 1, 25 min; workshop 2, 72 min; '
        + 'half-day 8, 148.25 min), exercises 1, polls 2, claims 2, series 3.',
    })
  })

  it.each<[what: string, markdown: string]>([
    ['in a comment', '<!-- <Figure id="walk-cost" /> 20% -->'],
    ['in code', '`<Figure id="walk-cost" />` and ```<Poll id="bull" />```'],
    ['in a tag of another name', '<constructor /> <toString id="walk-cost" />'],
    ['in a block of code', '```md\n<Figure id="walk-cost" />\n20%\n```'],
  ])('may have unknown names %s', async (_, markdown) => {
    const { faults } = await check(seeded(DECK, { file: MONEY, from: '<Poll id="bill" />', to: markdown }))
    expect(faults).toEqual([])
  })
})

describe('a fault', () => {
  it.each(FAULTS)('is one sentence with file and line: $what', async ({ near, says, at, also, ...seed }) => {
    const files = seeded(DECK, seed)
    const { faults } = await check(files)
    expect(faults).toEqual([
      `${at ?? `${seed.file}:${lineOf(files, seed.file, near)}`}: ${says}`,
      ...(also ? [also] : []),
    ])
  })

  it('is reported on a page of the kit', async () => {
    const file = 'exercises/kit/guide.md'
    const { faults } = await check({ ...DECK, [file]: '# Guide\n\n<Figure id="walk-cost" />\n' })
    expect(faults).toEqual([
      `${file}:3: there is no figure "walk-cost" in evidence/claims.yaml; mend the id or add the entry.`,
    ])
  })

  it.each(['', 'spares:\n'])('is reported for a card of an unknown claim (%j)', async (list) => {
    const file = 'exercises/01-bill/cards.yaml'
    const cards = `title: Cards\nperSheet: 8\ninvented: false\nback: Why?\ncards:\n  - claim: A01\n${list}`
    const { faults } = await check({ ...DECK, [file]: `${cards}  - claim: A09\n` })
    expect(faults).toEqual([
      `${file}:${list ? 8 : 7}: there is no claim "A09" in evidence/claims.yaml; mend the id or add the entry.`,
    ])
  })

  it('is reported once, beside all others', async () => {
    const two = seeded(seeded(DECK, { file: OPENING, from: 'run-cost', to: 'walk-cost' }), {
      file: GUIDE,
      from: 'fleet-cost',
      to: 'boat-cost',
    })
    const { faults } = await check(two)
    expect(faults.map(fault => /"(.*)"/.exec(fault)?.[1])).toEqual(['walk-cost', 'boat-cost'])
  })

  it.each(['<CostModel />', '<CostModel :preset="$frontmatter.preset" />'])(
    'is reported for %s in a deck without a cost model',
    async (tag) => {
      const files = seeded(DECK, { file: MONEY, from: '<Poll id="bill" />', to: tag })
      const { faults } = await check(files)
      expect(faults).toEqual([
        `${MONEY}:${lineOf(files, MONEY, '<CostModel')}: <CostModel> has nothing to sum: `
        + 'the deck has no evidence/cost-model.yaml; add the file or delete the tag.',
      ])
    },
  )

  it('is reported once for a page that is imported twice', async () => {
    const twice = seeded(DECK, {
      file: 'slides.md',
      from: './pages/20',
      to: './pages/10-money.md\n---\n\n---\nsrc: ./pages/20',
    })
    const half = seeded(twice, { file: MONEY, from: 'minutes: 34', to: 'minutes: 17' })
    const { faults, counted } = await check(seeded(half, { file: MONEY, from: 'A02', to: 'A09' }))
    expect(counted).toContain('slides 9')
    expect(faults).toHaveLength(1)
  })
})

describe('a data file that is not valid', () => {
  it.each<[Seed, string]>([
    [{ file: 'evidence/claims.yaml', from: 'verdict: opinion', to: 'verdict: proven' }, 'evidence/claims.yaml:'],
    [
      { file: 'polls.yaml', from: 'id: bill\n  kind: choice', to: 'id: bill\n  kind: chioce' },
      'polls.yaml:2: "bill", kind: must be',
    ],
    [{ file: HANDOUT, from: 'lens: technical', to: 'lens: legal' }, `${HANDOUT}:4: lens: must be one of`],
    [
      { file: COST_MODEL, from: 'headline: run-cost', to: 'headline: walk-cost' },
      `${COST_MODEL}:1: headline: figure "walk-cost" is in no claim; mend the id or add the entry.`,
    ],
  ])('is refused with file and line: $file', async (seed, message) => {
    await expect(check(seeded(withCostModel(DECK), seed))).rejects.toThrow(message)
  })
})
