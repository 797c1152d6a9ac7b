import type { Files, Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { root } from '../../../src/cli/paths.ts'
import { checkContent } from '../../../src/deck/check/index.ts'
import { COST_MODEL, withCostModel } from '../../content/support/smallCostModel.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, GUIDE, HANDOUT, MONEY, OPENING, PICTURES, TASK } from './support/smallDeck.ts'

const check = (files: Files) => checkContent(tempFolder(files))

describe('content in order', () => {
  it('is that of this deck', async () => {
    const { faults, counted } = await checkContent(root)
    expect(faults).toEqual([])
    expect(counted).toMatch(
      /^In order: slides [1-9]\d* \(talk [1-9]\d*, [\d.]+ min; workshop [1-9]\d*, [\d.]+ min; half-day [1-9]\d*, [\d.]+ min\), exercises [1-9]\d*, polls [1-9]\d*, claims [1-9]\d*, series [1-9]\d*\.$/,
    )
  })

  it('is that of the small deck', async () => {
    expect(await check(DECK)).toEqual({
      faults: [],
      counted:
        'In order: slides 7 (talk 1, 30 min; workshop 2, 89.75 min; half-day 7, 180 min), exercises 1, polls 2, claims 2, series 3.',
    })
  })

  it.each<[what: string, markdown: string]>([
    ['in a comment', '<!-- <Figure id="walk-cost" /> 20% -->'],
    ['in code', '`<Figure id="walk-cost" />` and ```<Poll id="bull" />```'],
    ['in a tag of another name', '<constructor /> <toString id="walk-cost" />'],
    ['in a block of code', '```md\n<Figure id="walk-cost" />\n20%\n```'],
  ])('does not mind what stands %s', async (_, markdown) => {
    const { faults } = await check(seeded(DECK, { file: MONEY, from: '<Poll id="bill" />', to: markdown }))
    expect(faults).toEqual([])
  })
})

/**
 * `near` is a text that begins on the line that the message names; a fault in frontmatter is named by the line that
 * opens it.
 */
interface Fault extends Seed {
  what: string
  near: string
  says: string
  /** Where the message points, when not at `near` in the seeded file. */
  at?: string
  /** A fault that comes with it. */
  also?: string
}

const FAULTS: Fault[] = [
  { what: 'unknown figure', file: OPENING, from: 'run-cost', to: 'walk-cost', near: 'walk-cost', says: 'there is no figure "walk-cost" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'unknown figure in single quotes', file: OPENING, from: '"run-cost"', to: '\'walk-cost\'', near: 'walk-cost', says: 'there is no figure "walk-cost" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'unknown figure on a handout', file: HANDOUT, from: 'run-cost', to: 'walk-cost', near: 'walk-cost', says: 'there is no figure "walk-cost" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'unknown figure on a facilitator page', file: GUIDE, from: 'fleet-cost', to: 'boat-cost', near: 'boat-cost', says: 'there is no figure "boat-cost" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'unknown claim', file: MONEY, from: 'A02', to: 'A09', near: 'A09', says: 'there is no claim "A09" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'unknown claim over two lines', file: MONEY, from: '<Verdict claim="A02"', to: '<Verdict\n  claim="A09"', near: '<Verdict', says: 'there is no claim "A09" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'unknown claim of a caveat', file: OPENING, from: 'A01', to: 'A09', near: 'A09', says: 'there is no claim with a caveat "A09" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'claim without a caveat', file: OPENING, from: 'A01', to: 'A02', near: 'A02', says: 'there is no claim with a caveat "A02" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'unknown source on a slide', file: MONEY, from: '\'analyst\'', to: '\'oracle\'', near: 'oracle', says: 'there is no source "oracle" in evidence/sources.yaml; mend the id or add the entry.' },
  { what: 'unknown source on a facilitator page', file: GUIDE, from: '\'analyst\'', to: '\'oracle\'', near: 'oracle', says: 'there is no source "oracle" in evidence/sources.yaml; mend the id or add the entry.' },
  { what: 'unknown poll on a slide', file: MONEY, from: '"bill"', to: '"bull"', near: 'bull', says: 'there is no poll "bull" in polls.yaml; mend the id or add the entry.' },
  { what: 'unknown source in frontmatter', file: OPENING, from: '[paper]', to: '[paper, oracle]', near: '---', says: 'source "oracle" is not in evidence/sources.yaml; mend the id or add the source.' },
  { what: 'unknown poll in frontmatter', file: OPENING, from: 'lens: technical\npoll: bill', to: 'poll: bull', near: '---\npoll: bull', says: 'poll "bull" is not in polls.yaml; mend the id or add the poll.' },
  { what: 'unknown lens', file: OPENING, from: 'lens: technical', to: 'lens: legal', near: '---\nlens: legal', says: 'lens "legal" is none of technical, economic, domestic, international; name one of them.' },
  { what: 'unknown lens of a whole section', file: 'slides.md', from: 'lens: economic', to: 'lens: legal', near: '---\nsrc: ./pages/10', says: 'lens "legal" is none of technical, economic, domestic, international; name one of them.' },
  { what: 'date in words', file: OPENING, from: 'lens: technical\npoll: bill\nasOf: \'2026-11\'', to: 'asOf: November', near: '---\nasOf: November', says: 'asOf "November" is no date; write a quoted day, month or year such as \'2026-11\'.' },
  { what: 'year without quotes', file: OPENING, from: 'lens: technical\npoll: bill\nasOf: \'2026-11\'', to: 'asOf: 2026', near: '---\nasOf: 2026', says: 'asOf "2026" is no date; write a quoted day, month or year such as \'2026-11\'.' },
  { what: 'unknown poll of an exercise', file: HANDOUT, from: 'polls: [bill]', to: 'polls: [bull]', near: 'polls:', says: 'poll "bull" is not in polls.yaml; mend the id or add the poll.' },
  { what: 'unknown claim of an answer key', file: GUIDE, from: 'Machines:', to: 'Machines (<ClaimRef :ids="[\'A01\', \'A09\']" />):', near: 'Machines', says: 'there is no claim "A09" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'answer key that names no claim', file: GUIDE, from: 'Machines:', to: 'Machines (<ClaimRef />):', near: 'Machines', says: '<ClaimRef> has no id and no ids; give it one of them.' },
  { what: 'exercise without a slide', file: TASK, from: 'layout: exercise\nexercise: 01-bill\n', to: '', near: '', says: 'no slide shows this exercise; add one with layout: exercise and exercise: 01-bill.', at: `${HANDOUT}:1` },
  { what: 'exercise that takes longer than its slide', file: HANDOUT, from: 'minutes: 8.5', to: 'minutes: 9', near: '', says: `the slide takes 10.5 minutes and the steps in ${HANDOUT} take 11; make them one.`, at: `${TASK}:1` },
  { what: 'exercise of another track than its slide', file: HANDOUT, from: 'track: half-day', to: 'track: spare', near: '', says: `the slide is of track half-day and ${HANDOUT} of spare; make them one.`, at: `${TASK}:1` },
  { what: 'no notes', file: MONEY, from: '<!-- Point at the last line. -->', to: '', near: '# The machines', says: 'the slide has no speaker notes; end it with a comment that holds them.' },
  { what: 'empty notes', file: MONEY, from: '<!-- Point at the last line. -->', to: '<!-- -->', near: '# The machines', says: 'the slide has no speaker notes; end it with a comment that holds them.' },
  { what: 'unknown claim on a slide', file: PICTURES, from: '<Claim id="A01"', to: '<Claim id="A09"', near: '<Claim ', says: 'there is no claim "A09" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'unknown claim of a reading', file: PICTURES, from: 'A02', to: 'A09', near: 'A09', says: 'there is no claim "A09" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'unknown claim on the board', file: PICTURES, from: '{ id: \'A01\'', to: '{ id: \'A01\', label: \'Same\' }, { id: \'A09\'', near: '<ClaimBoard', says: 'there is no claim "A09" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'unknown source of a sentence', file: PICTURES, from: '<Cite id="analyst" />', to: '<Cite id="oracle" />', near: 'oracle', says: 'there is no source "oracle" in evidence/sources.yaml; mend the id or add the entry.' },
  { what: 'unknown source among several', file: PICTURES, from: '<Cite id="analyst" />', to: '<Cite :ids="[\'analyst\', \'oracle\']" />', near: 'oracle', says: 'there is no source "oracle" in evidence/sources.yaml; mend the id or add the entry.' },
  { what: 'unknown source of a line', file: PICTURES, from: '"$frontmatter.sources"', to: '"[`oracle`]"', near: 'oracle', says: 'there is no source "oracle" in evidence/sources.yaml; mend the id or add the entry.' },
  { what: 'unknown series', file: PICTURES, from: 'id="costs"', to: 'id="prices"', near: 'prices', says: 'there is no series of points "prices" in evidence/series.yaml; mend the id or add the entry.' },
  { what: 'chart of events', file: PICTURES, from: 'id="costs"', to: 'id="release"', near: '<SeriesChart', says: 'there is no series of points "release" in evidence/series.yaml; mend the id or add the entry.' },
  { what: 'parameters of events', file: PICTURES, from: 'series="models"', to: 'series="release"', near: '<ActiveParameters', says: 'there is no series of points "release" in evidence/series.yaml; mend the id or add the entry.' },
  { what: 'timeline of points', file: PICTURES, from: '[\'release\']', to: '[\'release\', \'costs\']', near: '<Timeline', says: 'there is no series of events "costs" in evidence/series.yaml; mend the id or add the entry.' },
  { what: 'unknown figure of a model', file: PICTURES, from: 'series="models" :pick="[\'Dense\', \'Sparse\']"', to: ':models="[{ label: \'One\', total: \'run-cost\', active: \'walk-cost\' }]"', near: '<ActiveParameters', says: 'there is no figure "walk-cost" in evidence/claims.yaml; mend the id or add the entry.' },
  { what: 'neither series nor models of the parameters', file: PICTURES, from: ' series="models" :pick="[\'Dense\', \'Sparse\']"', to: '', near: '<ActiveParameters', says: '<ActiveParameters> has no series and no models; give it one of them.' },
  { what: 'citation of nothing', file: PICTURES, from: '<Cite id="analyst" />', to: '<Cite />', near: '<Cite', says: '<Cite> has no id and no ids; give it one of them.' },
  { what: 'unknown poll before', file: PICTURES, from: 'before="bill"', to: 'before="bull"', near: 'bull', says: 'there is no poll "bull" in polls.yaml; mend the id or add the entry.' },
  { what: 'unknown poll after', file: PICTURES, from: 'after="bill-again"', to: 'after="bull"', near: 'bull', says: 'there is no poll "bull" in polls.yaml; mend the id or add the entry.' },
  { what: 'what every object has', file: PICTURES, from: 'after="bill-again"', to: 'after="constructor"', near: '<Shift', says: 'there is no poll "constructor" in polls.yaml; mend the id or add the entry.' },
  { what: 'tag in another spelling', file: PICTURES, from: '<Cite id="analyst" />', to: '<source-line v-bind:ids="[\'oracle\']"></source-line>', near: 'oracle', says: 'there is no source "oracle" in evidence/sources.yaml; mend the id or add the entry.' },
  { what: 'no id', file: HANDOUT, from: ' id="run-cost"', to: '', near: '<Figure', says: '<Figure> has no id that can be checked; write it out in the tag.' },
  { what: 'id that only a run would know', file: HANDOUT, from: ' id="run-cost"', to: ' :id="runCost"', near: '<Figure', says: '<Figure> has no id that can be checked; write it out in the tag.' },
  { what: 'unknown point', file: PICTURES, from: '\'Guess\'', to: '\'Hunch\'', near: 'Hunch', says: 'there is no point "Hunch" in series costs; name some of Run, Fleet, Guess.' },
  { what: 'unknown point of the parameters', file: PICTURES, from: '\'Sparse\'', to: '\'Navy\'', near: 'Navy', says: 'there is no point "Navy" in series models; name some of Dense, Sparse.' },
  { what: 'unknown measure', file: PICTURES, from: '[\'value\']', to: '[\'weight\']', near: 'weight', says: 'there is no measure "weight" in series costs; name some of value.' },
  { what: 'unknown event', file: PICTURES, from: '\'Estimate\'', to: '\'Rumour\'', near: 'Rumour', says: 'there is no event "Rumour" in series release; name some of Report, Estimate.' },
  { what: 'unknown event to emphasise', file: PICTURES, from: ':emphasis="[\'Report\']"', to: ':emphasis="[\'Rumour\']"', near: 'Rumour', says: 'there is no event "Rumour" in series release; name some of Report, Estimate.' },
  { what: 'unknown unit', file: OPENING, from: 'as="usd"', to: 'as="euro"', near: 'euro', says: '"euro" is no unit; write as="…" with one of usd, usd-million, usd-billion, usd-trillion, percent, percent-change, count, thousand, million, billion, trillion, months, ratio.' },
  { what: 'unit of another kind', file: OPENING, from: 'as="usd"', to: 'as="million"', near: 'as="million"', says: 'figure "run-cost" is in usd-million, which cannot be shown as million.' },
  { what: 'unknown exercise', file: TASK, from: 'exercise: 01-bill', to: 'exercise: 02-bill', near: '---\nlayout', also: `${HANDOUT}:1: no slide shows this exercise; add one with layout: exercise and exercise: 01-bill.`, says: 'exercise "02-bill" is no folder of exercises/; mend the name or add the folder.' },
  { what: 'unknown track', file: OPENING, from: 'track: workshop', to: 'track: lecture', near: '---\nlens: technical', says: 'track "lecture" is none of talk, workshop, half-day, spare; name one of them.' },
]

describe('a fault is one sentence that names file and line', () => {
  it.each(FAULTS)('$what', async ({ near, says, at, also, ...seed }) => {
    const files = seeded(DECK, seed)
    const { faults } = await check(files)
    expect(faults).toEqual([
      `${at ?? `${seed.file}:${lineOf(files, seed.file, near)}`}: ${says}`,
      ...(also ? [also] : []),
    ])
  })

  it('comes for a paper of the kit', async () => {
    const file = 'exercises/kit/guide.md'
    const { faults } = await check({ ...DECK, [file]: '# Guide\n\n<Figure id="walk-cost" />\n' })
    expect(faults).toEqual([
      `${file}:3: there is no figure "walk-cost" in evidence/claims.yaml; mend the id or add the entry.`,
    ])
  })

  it('comes for a card whose claim is not there', async () => {
    const file = 'exercises/01-bill/cards.yaml'
    const { faults } = await check({
      ...DECK,
      [file]: 'title: Cards\nperSheet: 8\ninvented: false\nback: Why?\ncards:\n  - claim: A01\n  - claim: A09\n',
    })
    expect(faults).toEqual([
      `${file}:7: there is no claim "A09" in evidence/claims.yaml; mend the id or add the entry.`,
    ])
  })

  it('comes with all others, each once', async () => {
    const two = seeded(seeded(DECK, { file: OPENING, from: 'run-cost', to: 'walk-cost' }), {
      file: GUIDE,
      from: 'fleet-cost',
      to: 'boat-cost',
    })
    const { faults } = await check(two)
    expect(faults.map(fault => /"(.*)"/.exec(fault)?.[1])).toEqual(['walk-cost', 'boat-cost'])
  })

  it.each(['<CostModel />', '<CostModel :preset="$frontmatter.preset" />'])(
    'comes for %s in a deck without a cost model',
    async (tag) => {
      const files = seeded(DECK, { file: MONEY, from: '<Poll id="bill" />', to: tag })
      const { faults } = await check(files)
      expect(faults).toEqual([
        `${MONEY}:${lineOf(files, MONEY, '<CostModel')}: <CostModel> has nothing to sum: the deck has no evidence/cost-model.yaml; add the file or delete the tag.`,
      ])
    },
  )

  it('comes once where a page comes twice', async () => {
    const twice = seeded(DECK, {
      file: 'slides.md',
      from: './pages/20',
      to: './pages/10-money.md\n---\n\n---\nsrc: ./pages/20',
    })
    const half = seeded(twice, { file: MONEY, from: 'minutes: 60', to: 'minutes: 30' })
    const { faults, counted } = await check(seeded(half, { file: MONEY, from: 'A02', to: 'A09' }))
    expect(counted).toContain('slides 8')
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
  ])('$file', async (seed, message) => {
    await expect(check(seeded(withCostModel(DECK), seed))).rejects.toThrow(message)
  })
})
