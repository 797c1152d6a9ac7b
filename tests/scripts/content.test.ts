import type { Files, Seed } from './tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../scripts/content.ts'
import { root } from '../../scripts/paths.ts'
import { DECK } from './smallDeck.ts'
import { lineOf, seeded, tempFolder } from './tempFiles.ts'

const check = (files: Files) => checkContent(tempFolder(files))

describe('content in order', () => {
  it('is that of this deck', async () => {
    const { faults, counted } = await checkContent(root)
    expect(faults).toEqual([])
    expect(counted).toMatch(/^In order: slides [1-9]\d*, exercises [1-9]\d*, polls [1-9]\d*, claims [1-9]\d*\.$/)
  })

  it('is that of the small deck', async () => {
    expect(await check(DECK)).toEqual({ faults: [], counted: 'In order: slides 3, exercises 1, polls 1, claims 2.' })
  })
})

/** `near` is a text that begins on the line that the message names; a fault in frontmatter is named by the line that opens it. */
interface Fault extends Seed { what: string, near: string, says: string }

const OPENING = 'pages/01-opening.md'
const MONEY = 'pages/10-money.md'
const HANDOUT = 'exercises/01-bill/handout.md'
const GUIDE = 'exercises/01-bill/facilitator.md'

const FAULTS: Fault[] = [
  { what: 'unknown figure', file: OPENING, from: 'run-cost', to: 'walk-cost', near: 'walk-cost', says: 'there is no figure "walk-cost" in evidence/claims.yaml.' },
  { what: 'unknown figure in single quotes', file: OPENING, from: '"run-cost"', to: '\'walk-cost\'', near: 'walk-cost', says: 'there is no figure "walk-cost" in evidence/claims.yaml.' },
  { what: 'unknown figure on a handout', file: HANDOUT, from: 'run-cost', to: 'walk-cost', near: 'walk-cost', says: 'there is no figure "walk-cost" in evidence/claims.yaml.' },
  { what: 'unknown figure on a facilitator page', file: GUIDE, from: 'fleet-cost', to: 'boat-cost', near: 'boat-cost', says: 'there is no figure "boat-cost" in evidence/claims.yaml.' },
  { what: 'unknown claim', file: MONEY, from: 'A02', to: 'A09', near: 'A09', says: 'there is no claim "A09" in evidence/claims.yaml.' },
  { what: 'unknown claim over two lines', file: MONEY, from: '<Verdict claim="A02"', to: '<Verdict\n  claim="A09"', near: '<Verdict', says: 'there is no claim "A09" in evidence/claims.yaml.' },
  { what: 'unknown claim of a caveat', file: OPENING, from: 'A01', to: 'A09', near: 'A09', says: 'there is no claim with a caveat "A09" in evidence/claims.yaml.' },
  { what: 'claim without a caveat', file: OPENING, from: 'A01', to: 'A02', near: 'A02', says: 'there is no claim with a caveat "A02" in evidence/claims.yaml.' },
  { what: 'unknown source on a slide', file: MONEY, from: '\'analyst\'', to: '\'oracle\'', near: 'oracle', says: 'there is no source "oracle" in evidence/sources.yaml.' },
  { what: 'unknown source on a facilitator page', file: GUIDE, from: '\'analyst\'', to: '\'oracle\'', near: 'oracle', says: 'there is no source "oracle" in evidence/sources.yaml.' },
  { what: 'unknown poll on a slide', file: MONEY, from: '"bill"', to: '"bull"', near: 'bull', says: 'there is no poll "bull" in polls.yaml.' },
  { what: 'unknown source in frontmatter', file: OPENING, from: '[paper]', to: '[paper, oracle]', near: '---', says: 'source "oracle" is not in evidence/sources.yaml.' },
  { what: 'unknown poll in frontmatter', file: OPENING, from: 'lens: technical\npoll: bill', to: 'poll: bull', near: '---\npoll: bull', says: 'poll "bull" is not in polls.yaml.' },
  { what: 'unknown lens', file: OPENING, from: 'lens: technical', to: 'lens: legal', near: '---\nlens: legal', says: 'lens "legal" is none of technical, economic, domestic, international.' },
  { what: 'unknown lens of a whole section', file: 'slides.md', from: 'lens: economic', to: 'lens: legal', near: '---\nsrc: ./pages/10', says: 'lens "legal" is none of technical, economic, domestic, international.' },
  { what: 'date in words', file: OPENING, from: 'lens: technical\npoll: bill\nasOf: \'2026-11\'', to: 'asOf: November', near: '---\nasOf: November', says: 'asOf "November" is no date such as \'2026-11\'.' },
  { what: 'no notes', file: MONEY, from: '<!-- Point at the last line. -->', to: '', near: '# The machines', says: 'the slide has no speaker notes; end it with a comment that holds them.' },
  { what: 'empty notes', file: MONEY, from: '<!-- Point at the last line. -->', to: '<!-- -->', near: '# The machines', says: 'the slide has no speaker notes; end it with a comment that holds them.' },
  { what: 'missing page', file: 'slides.md', from: '10-money.md', to: '11-money.md', near: '---\nsrc: ./pages/11', says: 'src ./pages/11-money.md does not exist; its slides would be left out silently.' },
  { what: 'missing first page', file: 'slides.md', from: '01-opening.md', to: '02-opening.md', near: '---', says: 'src ./pages/02-opening.md does not exist; its slides would be left out silently.' },
  { what: 'missing page of a page', file: MONEY, from: '<!-- Point at the last line. -->', to: '<!-- Point. -->\n\n---\nsrc: ./11-more.md\n---', near: '---\nsrc: ./11', says: 'src ./11-more.md does not exist; its slides would be left out silently.' },
  { what: 'page with a range', file: 'slides.md', from: '10-money.md', to: '10-money.md#1', near: '---\nsrc: ./pages/10', says: 'src ./pages/10-money.md#1 has a range; import the whole file, so that no slide is left out silently.' },
]

describe('a fault is one sentence that names file and line', () => {
  it.each(FAULTS)('$what', async ({ near, says, ...seed }) => {
    const files = seeded(DECK, seed)
    const { faults } = await check(files)
    expect(faults).toEqual([`${seed.file}:${lineOf(files, seed.file, near)}: ${says}`])
  })

  it('comes with all others, each once', async () => {
    const two = seeded(seeded(DECK, { file: OPENING, from: 'run-cost', to: 'walk-cost' }), { file: GUIDE, from: 'fleet-cost', to: 'boat-cost' })
    const { faults } = await check(two)
    expect(faults.map(it => /"(.*)"/.exec(it)?.[1])).toEqual(['walk-cost', 'boat-cost'])
  })
})

describe('a data file that is not valid', () => {
  it.each<[Seed, string]>([
    [{ file: 'evidence/claims.yaml', from: 'verdict: opinion', to: 'verdict: proven' }, 'claims.yaml:'],
    [{ file: 'polls.yaml', from: 'kind: choice', to: 'kind: chioce' }, 'polls.yaml:2: "bill", kind: must be choice.'],
    [{ file: HANDOUT, from: 'lens: technical', to: 'lens: legal' }, `${HANDOUT}:3: lens: must be one of`],
  ])('$file', async (seed, message) => {
    await expect(check(seeded(DECK, seed))).rejects.toThrow(message)
  })
})
