import type { Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../src/deck/check/index.ts'
import { valueOf } from '../../../src/deck/check/values.ts'
import { withCostModel } from '../../content/support/smallCostModel.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, HANDOUT, MONEY, OPENING, PICTURES } from './support/smallDeck.ts'

const faultsOf = async (...seeds: Seed[]) => (await checkContent(tempFolder(seeds.reduce(seeded, DECK)))).faults
/** In place of a tag that nothing else depends on. */
const draw = (markdown: string): Seed => ({ file: MONEY, from: '<Poll id="bill" />', to: markdown })
const LINE = `${MONEY}:${lineOf(DECK, MONEY, '<Poll')}`
const chart = (attributes: string) => draw(`<SeriesChart id="costs" cite ${attributes} />`)
const QUESTIONS
  = 'technical: \'What?\', economic: \'How much?\', domestic: \'For whom?\', international: \'Against whom?\''
const map = (words: string, questions = QUESTIONS) =>
  draw(`<LensMap event="A model shakes the US" :words="{ ${words} }" :questions="{ ${questions} }" />`)

const LONG = 'Everything changes '.repeat(5)

describe('an unknown option of a component', () => {
  it.each<[what: string, seed: Seed, says: string]>([
    [
      'for the kind of a chart',
      chart('as="bar"'),
      'as "bar" of <SeriesChart> is none of bars, dots, lines; name one of them.',
    ],
    [
      'for the kind of a chart, bound',
      chart(':as="\'Bars\'"'),
      'as "Bars" of <SeriesChart> is none of bars, dots, lines; name one of them.',
    ],
    [
      'for the lens of a clipping',
      draw('<Clipping x="1" y="2" lens="legal">so</Clipping>'),
      'lens "legal" of <Clipping> is none of technical, economic, domestic, international; name one of them.',
    ],
    [
      'for a lens of the map',
      map('technicl: \'model\''),
      'words "technicl" of <LensMap> is none of technical, economic, domestic, international; name one of them.',
    ],
    [
      'for a lens of the map with a question',
      map('', `${QUESTIONS}, legal: 'Whose?'`),
      'questions "legal" of <LensMap> is none of technical, economic, domestic, international; name one of them.',
    ],
    [
      'for an icon',
      draw('<LensIcon of="legal" />'),
      'of "legal" of <LensIcon> is none of technical, economic, domestic, international; name one of them.',
    ],
    [
      'for a mark of the pen',
      draw('<Pen mark="circel">so</Pen>'),
      'mark "circel" of <Pen> is none of circle, underline, strike-through, box; name one of them.',
    ],
    [
      'for a status',
      draw('<Status is="rumoured" />'),
      'is "rumoured" of <Status> is none of reported, estimated, disputed, unknown; name one of them.',
    ],
  ])('%s', async (_, seed, says) => {
    expect(await faultsOf(seed)).toEqual([`${LINE}: ${says}`])
  })

  it('is reported on a handout', async () => {
    const seed = { file: HANDOUT, from: 'The run took', to: '<WriteIn label="Name" width="hlaf" /> took' }
    expect(await faultsOf(seed)).toEqual([
      `${HANDOUT}:${lineOf(DECK, HANDOUT, 'The run took')}: width "hlaf" of <WriteIn> is none of full, half; `
      + 'name one of them.',
    ])
  })
})

describe('a missing attribute of a component', () => {
  it.each<[what: string, seed: Seed, says: string]>([
    ['for a chart', chart(''), '<SeriesChart> has no as; write it in the tag.'],
    ['for a claim', draw('<Claim />'), '<Claim> has no id that can be checked; write it out in the tag.'],
    [
      'for a receipt',
      draw('<CostCaveat />'),
      '<CostCaveat> has no claim that can be checked; write it out in the tag.',
    ],
  ])('%s', async (_, seed, says) => {
    expect(await faultsOf(seed)).toEqual([`${LINE}: ${says}`])
  })

  it('is not reported where attributes are bound as an object', async () => {
    expect(await faultsOf(draw('<Clipping v-bind="$frontmatter.cut">so</Clipping>'))).toEqual([])
  })
})

describe('a picture that cannot be drawn', () => {
  it.each<[what: string, seed: Seed, says: string]>([
    [
      'bars on a logarithmic axis',
      chart('as="bars" log'),
      '<SeriesChart> cannot be drawn: Series costs cannot be logarithmic bars, whose lengths would mean nothing; '
      + 'draw dots.',
    ],
    [
      'lines without dates',
      chart('as="lines"'),
      '<SeriesChart> cannot be drawn: Point "Fleet" of series costs has no date, which a line needs; '
      + 'add one or draw bars or dots.',
    ],
    [
      'a lens without a question',
      map('', QUESTIONS.replace(/international.*/, '')),
      'LensMap: the lens international has no question; add it to questions.',
    ],
    [
      'a word that is not in the event',
      map('technical: \'modle\''),
      'LensMap: "modle" of technical is not in the event; take one of its words.',
    ],
    [
      'a headline in which nothing is struck',
      draw('<Corrections :headlines="[{ lens: \'economic\', said: \'Prices fell\', line: \'They did.\' }]" />'),
      'Corrections: nothing in "Prices fell" is struck; put the wrong word in brackets.',
    ],
    [
      'a single opinion',
      draw('<Spread left="All" right="Nothing" :takes="[{ said: \'Much\', by: \'Ann\' }]" />'),
      'Spread: has 1 takes; give it 2 to 6.',
    ],
    [
      'an opinion longer than its line',
      draw(`<Spread left="All" right="None" :takes="[{ said: '${LONG}', by: 'Ann' }, { said: 'Few', by: 'Bo' }]" />`),
      `Spread: “${LONG}” and “Ann” do not fit on one line; shorten one of them.`,
    ],
    [
      'a timeline outside its events',
      draw('<Timeline series="release" from="2020" to="2021" /> <Cite id="paper" />'),
      'Timeline release: no event lies on the axis; widen from and to.',
    ],
    [
      'one model among none',
      draw('<ActiveParameters series="models" :pick="[\'Dense\']" /> <Cite id="paper" />'),
      'ActiveParameters: 1 models are named; name two, three or four.',
    ],
    [
      'models of another series',
      draw('<ActiveParameters series="costs" /> <Cite id="paper" />'),
      'ActiveParameters costs: the series needs the measures total and active in evidence/series.yaml.',
    ],
    [
      'models of figures that count no parameters',
      draw('<ActiveParameters :models="[{ label: \'One\', total: \'run-cost\', active: \'fleet-cost\' }]" />'),
      '<ActiveParameters> cannot be drawn: A figure in usd-million cannot be shown as billion.',
    ],
    [
      'a sewn label with more words than it can hold',
      draw(
        '<TurnedLabel :first="{ above: [\'DESIGNED HERE\'], below: [] }" says="Look." '
        + `:second="{ above: ['${'DESIGNED IN MANY PLACES '.repeat(4).trim()}'], below: [] }" />`,
      ),
      `TurnedLabel: “${'DESIGNED IN MANY PLACES '.repeat(4).trim()}” does not fit a label of 604 × 278 px; `
      + 'shorten its lines.',
    ],
    [
      'a share that is more than the whole',
      draw('<ShareArea part="fleet-cost" whole="run-cost" share="run-cost">so</ShareArea>'),
      'ShareArea: the part is 23314.2% of the whole; it draws more than 0 and up to a third.',
    ],
    [
      'a cut that cuts nothing',
      draw('<Narrowing from="run-cost" to="fleet-cost" before="before" after="after" />'),
      'Narrowing: 1.3 usd-billion is no cut from 5.576 usd-million; name a lower rate in the same unit.',
    ],
    [
      'fewer experts than groups',
      draw(
        '<Experts words="so" routed="run-cost" groups="run-cost" awake="fleet-cost" reach="run-cost" '
        + 'shared="run-cost">so</Experts>',
      ),
      'Experts: 1.3 of 5.576 experts in 5.576 of 5.576 groups cannot be drawn; mend the figures in '
      + 'evidence/claims.yaml.',
    ],
    [
      'a claim that is on the board twice',
      draw(
        '<ClaimBoard :claims="[{ id: \'A01\', label: \'One\', impact: 3 }, '
        + '{ id: \'A01\', label: \'One\', impact: 2 }]" />',
      ),
      'ClaimBoard: claim A01 is on the board twice; name it once.',
    ],
  ])('%s', async (_, seed, says) => {
    expect(await faultsOf(seed)).toEqual([`${LINE}: ${says}`])
  })

  it('a caveat whose headline is not money', async () => {
    const hours = { file: 'evidence/claims.yaml', from: 'unit: usd-million', to: 'unit: count' }
    const faults = await faultsOf(
      hours,
      {
        file: 'evidence/series.yaml',
        from: '{ label: Run, value: run-cost, emphasis: true }',
        to: '{ label: Run, value: 5, emphasis: true }',
      },
      { file: OPENING, from: ' as="usd"', to: '' },
    )
    expect(faults).toEqual([
      `${OPENING}:${lineOf(DECK, OPENING, '<CostCaveat')}: <CostCaveat> cannot be drawn: `
      + 'A figure in count is not money; name one in usd, usd-million, usd-billion or usd-trillion.',
    ])
  })

  it('a cost model that starts from no preset', async () => {
    const files = seeded(withCostModel(DECK), draw('<CostModel preset="narrow" /> <Cite id="paper" />'))
    expect((await checkContent(tempFolder(files))).faults).toEqual([
      `${LINE}: CostModel: there is no preset "narrow" in evidence/cost-model.yaml; name one of published, wide.`,
    ])
  })

  it('two polls that cannot be compared', async () => {
    const seed = {
      file: 'polls.yaml',
      from: 'question: And what do you think now?\n  options:\n    - { id: run, text: One run }',
      to: 'question: And now?\n  options:\n    - { id: walk, text: One walk }',
    }
    expect(await faultsOf(seed)).toEqual([
      `${PICTURES}:${lineOf(DECK, PICTURES, '<Shift')}: <Shift> cannot be drawn: `
      + 'Polls "bill" and "bill-again" cannot be compared: give them the same option ids in polls.yaml.',
    ])
  })

  it('is reported once where it names an unknown point', async () => {
    const faults = await faultsOf({ file: PICTURES, from: '[\'Run\', \'Guess\']', to: '[\'Walk\', \'Guess\']' })
    expect(faults).toEqual([expect.stringContaining('there is no point "Walk"')])
  })
})

describe('a picture that can be drawn', () => {
  it.each<[what: string, seed: Seed]>([
    [
      'as each kind of chart that fits',
      draw('<SeriesChart id="costs" as="bars" cite /> <SeriesChart id="costs" as="dots" log cite :width="500" />'),
    ],
    ['with a lens', draw('<Clipping x="1" y="2" lens="domestic">so</Clipping>')],
    ['with the words of an event', map('technical: \'model\', domestic: \'US\'')],
    ['by what only the slide knows', draw('<SeriesChart id="costs" :as="$frontmatter.kind" cite />')],
  ])('%s', async (_, seed) => {
    expect(await faultsOf(seed)).toEqual([])
  })
})

describe('the value of an attribute', () => {
  it.each<[text: string, bound: boolean, read: unknown]>([
    ['bars', false, { value: 'bars' }],
    ['', false, { value: true }],
    ['[\'China\\\'s plan\', "b"]', true, { value: ['China\'s plan', 'b'] }],
    ['{ at: 2 }', true, { value: { at: 2 } }],
    ['$frontmatter.sources', true, undefined],
    ['for', true, undefined],
    ['kept = 1', true, undefined],
    ['kept', true, undefined],
  ])('%s', (text, bound, read) => {
    expect(valueOf({ text, bound })).toEqual(read)
  })
})
